/**
 * A 128-bit fingerprint of texts and columns as 32 hex digits. It tells designs apart that differ by mistake (another value, another order); it is no protection against
 * somebody who wants two to agree. MurmurHash3_x86_128 (A. Appleby, public domain) over the 32-bit words, about 1 GB/s where SHA-256 would cost more than a design.
 */
export class Fingerprint {
  readonly #lanes: Int32Array = Int32Array.of(0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x3c6ef372);
  #words = 0;

  addText(text: string): void {
    const words = new Int32Array(text.length + 1);
    words[0] = text.length;
    for (let at = 0; at < text.length; at++) words[at + 1] = text.charCodeAt(at);
    this.#addWords(words);
  }

  /** Adds the bits of every value, in order. */
  addColumn(column: Float64Array): void {
    this.#addWords(new Int32Array(column.buffer, column.byteOffset, column.length * 2));
  }

  hex(): string {
    const lanes = this.#lanes.map((lane) => finish(lane ^ this.#words));
    const total = lanes.reduce((sum, lane) => (sum + lane) | 0, 0);
    return Array.from(lanes, (lane, at) => (at === 0 ? total : (lane + total) | 0) >>> 0)
      .map((lane) => lane.toString(16).padStart(8, "0"))
      .join("");
  }

  #addWords(words: Int32Array): void {
    let [a = 0, b = 0, c = 0, d = 0] = this.#lanes;
    const { length } = words;
    for (let at = 0; at < length; at += 4) {
      a ^= mixed(words[at] as number, 0x239b961b, 15, 0xab0e9789);
      a = (Math.imul(((a << 19) | (a >>> 13)) + b, 5) + 0x561ccd1b) | 0;
      b ^= mixed(at + 1 < length ? (words[at + 1] as number) : 0, 0xab0e9789, 16, 0x38b34ae5);
      b = (Math.imul(((b << 17) | (b >>> 15)) + c, 5) + 0x0bcaa747) | 0;
      c ^= mixed(at + 2 < length ? (words[at + 2] as number) : 0, 0x38b34ae5, 17, 0xa1e38b93);
      c = (Math.imul(((c << 15) | (c >>> 17)) + d, 5) + 0x96cd1c35) | 0;
      d ^= mixed(at + 3 < length ? (words[at + 3] as number) : 0, 0xa1e38b93, 18, 0x239b961b);
      d = (Math.imul(((d << 13) | (d >>> 19)) + a, 5) + 0x32ac3b17) | 0;
    }
    this.#lanes.set([a, b, c, d]);
    this.#words = (this.#words + length) | 0;
  }
}

function mixed(word: number, first: number, turn: number, second: number): number {
  const product = Math.imul(word, first);
  return Math.imul((product << turn) | (product >>> (32 - turn)), second);
}

function finish(lane: number): number {
  let word = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
}
