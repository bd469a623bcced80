/** Levels of a data page in Parquet's RLE/bit-packing hybrid of width 1, each preceded by its length in 4 bytes ("Parquet encodings", Encodings.md). */

/** A run of one level. */
export function constantLevels(level: 0 | 1, count: number): Uint8Array {
  return withLength([...varint(count * 2), level]);
}

/** The levels of lists of one length: 0 where a list begins, 1 elsewhere. */
export function listLevels(lists: number, length: number): Uint8Array {
  if (length === 1) return constantLevels(0, lists);
  return packedLevels(lists * length, (at) => at % length !== 0);
}

/** 1 where a value is there, 0 where it is missing (`NaN`). */
export function presenceLevels(values: Float64Array): Uint8Array {
  return packedLevels(values.length, (at) => !Number.isNaN(values[at] as number));
}

function packedLevels(count: number, isOne: (at: number) => boolean): Uint8Array {
  const groups = Math.ceil(count / 8);
  const header = varint(groups * 2 + 1);
  const bytes = new Uint8Array(4 + header.length + groups);
  new DataView(bytes.buffer).setUint32(0, header.length + groups, true);
  bytes.set(header, 4);
  const start = 4 + header.length;
  for (let at = 0; at < count; at++) {
    if (isOne(at)) bytes[start + (at >> 3)] = (bytes[start + (at >> 3)] as number) | (1 << (at & 7));
  }
  return bytes;
}

function withLength(content: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 + content.length);
  new DataView(bytes.buffer).setUint32(0, content.length, true);
  bytes.set(content, 4);
  return bytes;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return bytes;
}
