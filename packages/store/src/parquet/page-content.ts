import type { Column } from "../column.ts";
import { constantLevels, listLevels, presenceLevels } from "./levels.ts";

const TWO_32 = 4294967296;

/** What a data page holds: pieces in order, and how many values they count for. */
export interface PageContent {
  readonly pieces: readonly Uint8Array[];
  readonly values: number;
}

/** The rows `first` … `first + rows − 1` of a column in Parquet's PLAIN encoding. Doubles are not copied: the piece is a view of the caller's memory, which is little-endian wherever Node runs. */
export function pageContent({ spec, values }: Column, first: number, rows: number): PageContent {
  if (!(values instanceof Float64Array)) {
    return { pieces: [encodedTexts(values.slice(first, first + rows))], values: rows };
  }
  const { length } = spec;
  if (length !== undefined) {
    const count = rows * length;
    const points = values.subarray(first * length, (first + rows) * length);
    return { pieces: [listLevels(rows, length), constantLevels(1, count), bytesOf(points)], values: count };
  }
  const part = values.subarray(first, first + rows);
  if (spec.kind === "real") return { pieces: [bytesOf(part)], values: rows };
  return { pieces: [presenceLevels(part), encodedIntegers(part)], values: rows };
}

/** Doubles as they lie in memory; shared memory is copied, because another thread could change it between hashing and writing. */
function bytesOf(values: Float64Array): Uint8Array {
  const own = values.buffer instanceof ArrayBuffer ? values : values.slice();
  return new Uint8Array(own.buffer, own.byteOffset, own.byteLength);
}

/** 64-bit integers, low word first; missing ones (`NaN`) take no room. */
function encodedIntegers(values: Float64Array): Uint8Array {
  const words = new Uint32Array(values.length * 2);
  let at = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const high = Math.floor(value / TWO_32);
    words[at++] = value - high * TWO_32;
    words[at++] = high;
  }
  return new Uint8Array(words.buffer, 0, at * 4);
}

/** Each text as its length in 4 bytes and its UTF-8 form. */
function encodedTexts(texts: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  const room = texts.reduce((sum, text) => sum + 4 + text.length * 3, 0);
  const bytes = new Uint8Array(room);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const text of texts) {
    const { written } = encoder.encodeInto(text, bytes.subarray(at + 4));
    view.setUint32(at, written, true);
    at += 4 + written;
  }
  return bytes.subarray(0, at);
}
