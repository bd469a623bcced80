/** Codes of the compact protocol for what a field or an entry of a list holds. */
const codes = { integer: 5, long: 6, binary: 8, list: 9, structure: 12 } as const;

/**
 * Writes Apache Thrift's compact protocol, in which Parquet keeps its headers ("Thrift Compact protocol encoding", thrift-compact-protocol.md). Only what Parquet's headers need: non-negative
 * integers up to 2^53 − 1, texts, lists and nested structures; fields by ascending id.
 */
export class CompactWriter {
  #bytes = new Uint8Array(256);
  #length = 0;
  readonly #lastIds: number[] = [0];

  integer(id: number, value: number): this {
    this.#field(id, codes.integer);
    return this.#zigzag(value);
  }

  long(id: number, value: number): this {
    this.#field(id, codes.long);
    return this.#zigzag(value);
  }

  text(id: number, value: string): this {
    this.#field(id, codes.binary);
    return this.#binary(value);
  }

  integers(id: number, values: readonly number[]): this {
    this.#list(id, codes.integer, values.length);
    for (const value of values) this.#zigzag(value);
    return this;
  }

  texts(id: number, values: readonly string[]): this {
    this.#list(id, codes.binary, values.length);
    for (const value of values) this.#binary(value);
    return this;
  }

  structure(id: number, write: (inside: this) => void): this {
    this.#field(id, codes.structure);
    return this.#inside(() => write(this));
  }

  structures<Item>(
    id: number,
    items: readonly Item[],
    write: (inside: this, item: Item, at: number) => void,
  ): this {
    this.#list(id, codes.structure, items.length);
    for (const [at, item] of items.entries()) this.#inside(() => write(this, item, at));
    return this;
  }

  /** The bytes of the outermost structure. */
  finish(): Uint8Array {
    this.#byte(0);
    return this.#bytes.subarray(0, this.#length);
  }

  #inside(write: () => void): this {
    this.#lastIds.push(0);
    write();
    this.#byte(0);
    this.#lastIds.pop();
    return this;
  }

  #field(id: number, code: number): void {
    const at = this.#lastIds.length - 1;
    this.#byte(((id - (this.#lastIds[at] as number)) << 4) | code);
    this.#lastIds[at] = id;
  }

  #list(id: number, code: number, size: number): void {
    this.#field(id, codes.list);
    if (size < 15) this.#byte((size << 4) | code);
    else {
      this.#byte(0xf0 | code);
      this.#varint(size);
    }
  }

  #zigzag(value: number): this {
    this.#varint(value * 2);
    return this;
  }

  #binary(text: string): this {
    const bytes = new TextEncoder().encode(text);
    this.#varint(bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  #byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
