import { link, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson, sha256Hex } from "@shikumi/core/hash";
import { checkSpecs, plainSpec } from "./check-columns.ts";
import type { Exploration, SchemaComparison } from "./exploration.ts";
import { isPartAddress } from "./part-address.ts";
import { badAddress, namesIn } from "./part-files.ts";
import { isSameSpec } from "./part-metadata.ts";
import { StoreError } from "./store-error.ts";
import { systemCode, unfinished, writeWholeTo } from "./whole-file.ts";

const ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const format = "shikumi-exploration-1";

/** Explorations in a folder, one file each: `explorations/ID.json`, with the SHA-256 of what it says. */
export class Catalogue {
  readonly #folder: string;
  #writes = 0;

  constructor(folder: string) {
    this.#folder = join(folder, "explorations");
  }

  async save(exploration: Exploration, replace: boolean): Promise<void> {
    checkExploration(exploration);
    const { id, study, made, design, parts, settings } = exploration;
    const columns = exploration.columns.map(plainSpec);
    const entry = canonicalJson({ id, study, made, design, columns, parts, settings });
    const bytes = new TextEncoder().encode(
      `${JSON.stringify({ format, sha256: sha256Hex(entry), entry })}\n`,
    );
    const path = this.#pathOf(id);
    if (replace) return await writeWholeTo(path, [bytes]);
    const beside = join(this.#folder, `.${id}-${process.pid}-${++this.#writes}${unfinished}`);
    await writeWholeTo(beside, [bytes]);
    try {
      await link(beside, path);
    } catch (cause) {
      if (systemCode(cause) !== "EEXIST") {
        throw new StoreError("results-unwritable", `${path} could not be written`, { path, cause });
      }
      if ((await this.#entryOf(id)) !== entry) {
        throw new StoreError("exploration-exists", `exploration "${id}" says something else`, {
          path,
          cause,
          args: { exploration: id },
        });
      }
    } finally {
      await rm(beside, { force: true });
    }
  }

  async list(): Promise<readonly Exploration[]> {
    const ids = (await namesIn(this.#folder)).flatMap((name) =>
      name.endsWith(".json") && ID.test(name.slice(0, -5)) ? [name.slice(0, -5)] : [],
    );
    return await Promise.all(ids.sort((a, b) => (a < b ? -1 : 1)).map((id) => this.get(id)));
  }

  async get(id: string): Promise<Exploration> {
    return JSON.parse(await this.#entryOf(id)) as Exploration;
  }

  async remove(id: string): Promise<boolean> {
    const path = this.#pathOf(id);
    try {
      await rm(path);
      return true;
    } catch (cause) {
      if (systemCode(cause) === "ENOENT") return false;
      throw new StoreError("results-unwritable", `${path} could not be removed`, { path, cause });
    }
  }

  async sweep(): Promise<number> {
    const left = (await namesIn(this.#folder)).filter((name) => name.endsWith(unfinished));
    for (const name of left) await rm(join(this.#folder, name), { force: true });
    return left.length;
  }

  async #entryOf(id: string): Promise<string> {
    const path = this.#pathOf(id);
    let text: string;
    try {
      text = await readFile(path, "utf8");
    } catch (cause) {
      const isMissing = systemCode(cause) === "ENOENT";
      throw new StoreError(
        isMissing ? "exploration-missing" : "results-unreadable",
        `exploration "${id}" could not be read`,
        { path, cause, args: { exploration: id } },
      );
    }
    try {
      const file = JSON.parse(text) as { readonly sha256?: unknown; readonly entry?: unknown };
      if (typeof file.entry === "string" && file.sha256 === sha256Hex(file.entry)) return file.entry;
    } catch {
      // What is no JSON is damaged like any other text that is not what was written.
    }
    throw new StoreError("exploration-damaged", `${path} is not what was written`, { path });
  }

  #pathOf(id: string): string {
    if (!ID.test(id)) {
      throw new StoreError("exploration-missing", `"${id}" cannot be the id of an exploration`, {
        args: { exploration: id },
      });
    }
    return join(this.#folder, `${id}.json`);
  }
}

/** How the columns of two explorations relate. */
export function comparedSchemas(first: Exploration, second: Exploration): SchemaComparison {
  const others = new Map(second.columns.map((spec) => [spec.name, spec]));
  const names = new Set(first.columns.map(({ name }) => name));
  const pairs = first.columns.flatMap((spec) => {
    const other = others.get(spec.name);
    return other === undefined ? [] : [{ name: spec.name, first: spec, second: other }];
  });
  return {
    shared: pairs.filter((pair) => isSameSpec(pair.first, pair.second)).map(({ name }) => name),
    onlyFirst: first.columns.map(({ name }) => name).filter((name) => !others.has(name)),
    onlySecond: second.columns.map(({ name }) => name).filter((name) => !names.has(name)),
    different: pairs.filter((pair) => !isSameSpec(pair.first, pair.second)),
  };
}

function checkExploration({ id, columns, parts }: Exploration): void {
  if (!ID.test(id)) throw new RangeError(`"${id}" cannot be the id of an exploration`);
  checkSpecs(columns);
  for (const part of parts) {
    if (!isPartAddress(part)) throw badAddress(part);
  }
}
