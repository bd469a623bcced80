import { deflateRawSync, inflateRawSync } from "node:zlib";

/** A file within an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is wrong with an archive: a stable word. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly problem: string;

  constructor(problem: string) {
    super(problem);
    this.problem = problem;
  }
}

/** Most bytes all files of an archive may unpack to. */
export const largestArchive = 200_000_000;

/**
 * Files of a ZIP archive by name, unpacked when asked for. Stored and deflated entries only; the directory counts, not the local headers. Throws `ZipError` for what is
 * no archive, is encrypted, or unpacks to more than {@link largestArchive}. Reference: PKWARE APPNOTE 6.3.
 */
export class ZipReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, number>();
  #left = largestArchive;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#endOfDirectory();
    const count = this.#view.getUint16(end + 10, true);
    let at = this.#view.getUint32(end + 16, true);
    for (let index = 0; index < count; index++) {
      if (at + 46 > bytes.length || this.#view.getUint32(at, true) !== 0x02014b50)
        throw new ZipError("directory");
      const [name, extra, comment] = [28, 30, 32].map((offset) => this.#view.getUint16(at + offset, true));
      const text = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)));
      this.#entries.set(text.replaceAll("\\", "/"), at);
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The bytes of one file; `undefined` where there is none of that name. */
  read(name: string): Uint8Array | undefined {
    const at = this.#entries.get(name);
    if (at === undefined) return undefined;
    const view = this.#view;
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, local] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    if ((flags & 1) !== 0) throw new ZipError("encrypted");
    if (local + 30 > this.#bytes.length) throw new ZipError("truncated");
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > this.#bytes.length) throw new ZipError("truncated");
    const data = this.#bytes.subarray(start, start + packed);
    const bytes = method === 0 ? data : method === 8 ? this.#inflated(data) : undefined;
    if (bytes === undefined) throw new ZipError(`method ${method}`);
    this.#left -= bytes.length;
    if (this.#left < 0) throw new ZipError("too-large");
    return bytes;
  }

  #inflated(data: Uint8Array): Uint8Array {
    try {
      return inflateRawSync(data, { maxOutputLength: Math.max(1, this.#left) });
    } catch (error) {
      const isTooLarge = error instanceof RangeError;
      throw new ZipError(isTooLarge ? "too-large" : "damaged");
    }
  }

  #endOfDirectory(): number {
    const lowest = Math.max(0, this.#bytes.length - 22 - 0xffff);
    for (let at = this.#bytes.length - 22; at >= lowest; at--)
      if (this.#view.getUint32(at, true) === 0x06054b50) return at;
    throw new ZipError("no-archive");
  }
}

/** Files as a ZIP archive. The same files give the same bytes: every entry is dated 1 January 1980. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const title = new TextEncoder().encode(name);
    const packed = deflateRawSync(bytes, { level: 9 });
    const shared = new DataView(new ArrayBuffer(26));
    shared.setUint16(0, 20, true);
    shared.setUint16(2, 0x0800, true);
    shared.setUint16(4, 8, true);
    shared.setUint16(8, 0x0021, true);
    shared.setUint32(10, crc32(bytes), true);
    shared.setUint32(14, packed.length, true);
    shared.setUint32(18, bytes.length, true);
    shared.setUint16(22, title.length, true);
    const common = new Uint8Array(shared.buffer);
    const local = concat([Uint8Array.of(0x50, 0x4b, 3, 4), common, title, packed]);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, offset, true);
    directory.push(
      concat([Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), common, new Uint8Array(tail.buffer), title]),
    );
    parts.push(local);
    offset += local.length;
  }
  const whole = concat(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, whole.length, true);
  end.setUint32(16, offset, true);
  return concat([...parts, whole, new Uint8Array(end.buffer)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const crcTable: readonly number[] = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC-32 as ZIP has it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
