import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isPartAddress, type PartAddress } from "./part-address.ts";
import { StoreError } from "./store-error.ts";
import { sha256OfFile, systemCode, unfinished, writeWhole } from "./whole-file.ts";

const PART_FILE = /^([0-9a-f]{64})\.([0-9a-f]{64})\.parquet$/;

/** A file that claims to hold a part: its name has the address and the SHA-256 that its bytes had when they were written. */
export interface PartFile {
  readonly address: PartAddress;
  readonly sha256: string;
  readonly path: string;
}

/** The files of the parts: `parts/XX/ADDRESS.SHA256.parquet`, XX being the first two digits of the address. */
export class PartFiles {
  readonly #root: string;
  /** Size and time of change of the files whose bytes were found right, by path. */
  readonly #checked = new Map<string, string>();

  constructor(folder: string) {
    this.#root = join(folder, "parts");
  }

  /** Files of one address: none, one, or several if its contents disagree. */
  async filesOf(address: PartAddress): Promise<readonly PartFile[]> {
    if (!isPartAddress(address)) throw badAddress(address);
    const files = await this.#filesIn(address.slice(0, 2));
    return files.filter((file) => file.address === address);
  }

  /** All files, by address and hash. */
  async all(): Promise<readonly PartFile[]> {
    const folders = (await namesIn(this.#root)).filter((name) => /^[0-9a-f]{2}$/.test(name));
    const files: PartFile[] = [];
    for (const folder of folders) files.push(...(await this.#filesIn(folder)));
    return files;
  }

  /** Whether the bytes are those that were written. Files that have not changed since they were found right are not read again. */
  async isWhole({ path, sha256 }: PartFile): Promise<boolean> {
    try {
      const { size, mtimeMs } = await stat(path);
      const state = `${size} ${mtimeMs}`;
      if (this.#checked.get(path) === state) return true;
      if ((await sha256OfFile(path)) !== sha256) return false;
      this.#checked.set(path, state);
      return true;
    } catch (cause) {
      throw new StoreError("results-unreadable", `${path} could not be read`, { path, cause });
    }
  }

  async sizeOf({ path }: PartFile): Promise<number> {
    return (await stat(path)).size;
  }

  /**
   * Writes the bytes of a part. Damaged files of the address are removed; a whole one with other bytes makes it a `part-conflict` and stays.
   */
  async write(address: PartAddress, pieces: Iterable<Uint8Array>): Promise<"written" | "present"> {
    let found: "written" | "present" = "written";
    const old = await this.filesOf(address);
    await writeWhole(this.#folderOf(address), pieces, async (sha256) => {
      for (const file of old) {
        const isWhole = await this.isWhole(file);
        if (isWhole && file.sha256 !== sha256) throw conflict(address);
        if (isWhole) found = "present";
        else await this.remove(file);
      }
      return `${address}.${sha256}.parquet`;
    });
    return found;
  }

  async remove({ path }: PartFile): Promise<void> {
    this.#checked.delete(path);
    try {
      await rm(path, { force: true });
    } catch (cause) {
      throw new StoreError("results-unwritable", `${path} could not be removed`, { path, cause });
    }
  }

  /** Removes what killed writers left; how many. */
  async sweep(): Promise<number> {
    let swept = 0;
    for (const name of await namesIn(this.#root)) {
      const folder = join(this.#root, name);
      for (const file of await namesIn(folder)) {
        if (!file.endsWith(unfinished)) continue;
        await rm(join(folder, file), { force: true });
        swept += 1;
      }
    }
    return swept;
  }

  #folderOf(address: PartAddress): string {
    return join(this.#root, address.slice(0, 2));
  }

  async #filesIn(folder: string): Promise<readonly PartFile[]> {
    return (await namesIn(join(this.#root, folder))).flatMap((name) => {
      const [, address, sha256] = PART_FILE.exec(name) ?? [];
      if (address === undefined || sha256 === undefined) return [];
      return [{ address, sha256, path: join(this.#root, folder, name) }];
    });
  }
}

/** A text that is no address. */
export function badAddress(text: string): StoreError {
  return new StoreError("bad-address", `"${text}" is not 64 hexadecimal digits`, { args: { part: text } });
}

/** One address with two contents. */
function conflict(address: PartAddress): StoreError {
  return new StoreError("part-conflict", `part ${address} has two contents`, {
    problems: [{ code: "part-conflict", column: "", parts: [address] }],
  });
}

/** Names in a folder in UTF-16 order; none where it is missing. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort((a, b) => (a < b ? -1 : 1));
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes(systemCode(cause))) return [];
    throw new StoreError("results-unreadable", `${folder} could not be read`, { path: folder, cause });
  }
}
