import type { Column, ColumnSpec } from "../column.ts";
import { CompactWriter } from "./compact-writer.ts";
import { pageContent } from "./page-content.ts";

/** Numbers of Parquet's enumerations (parquet.thrift). */
const physical = { integer: 2, real: 5, text: 6 } as const;
const required = 0;
const optional = 1;
const repeated = 2;
const utf8 = 0;
const list = 3;
const plain = 0;
const runLength = 3;

/** Rows of a group, of which readers decode one at a time and thread, and values of a page. */
const groupValues = 1 << 24;
const groupRows = 1 << 17;
const pageValues = 1 << 17;

const magic: Uint8Array = new TextEncoder().encode("PAR1");

interface Chunk {
  readonly offset: number;
  readonly bytes: number;
  readonly values: number;
}

interface Group {
  readonly rows: number;
  readonly chunks: readonly Chunk[];
}

/**
 * Encodes columns as a Parquet file, uncompressed and PLAIN: doubles go to the file as they lie in memory, which is several times quicker than any encoding and keeps every bit. The same columns
 * give the same bytes on any machine. Follows the Apache Parquet format 2.x: data pages of version 1, lists in three levels.
 */
export class ParquetEncoder {
  readonly #specs: readonly ColumnSpec[];
  readonly #groups: Group[] = [];
  #offset = magic.length;
  #rows = 0;

  constructor(specs: readonly ColumnSpec[]) {
    this.#specs = specs;
  }

  get rows(): number {
    return this.#rows;
  }

  /** What every file begins with. */
  begin(): Uint8Array {
    return magic;
  }

  /** The pieces that hold more rows: the columns of the specs, in their order. Pieces may be views of the caller's memory. */
  *add(columns: readonly Column[], rows: number): Generator<Uint8Array> {
    const longest = Math.max(1, ...this.#specs.map(({ length }) => length ?? 1));
    const step = Math.max(1, Math.min(groupRows, Math.floor(groupValues / longest)));
    for (let first = 0; first < rows; first += step) {
      const count = Math.min(step, rows - first);
      const chunks: Chunk[] = [];
      for (const column of columns) {
        const offset = this.#offset;
        let values = 0;
        const pageRows = Math.max(1, Math.floor(pageValues / (column.spec.length ?? 1)));
        for (let row = first; row < first + count; row += pageRows) {
          const page = pageContent(column, row, Math.min(pageRows, first + count - row));
          values += page.values;
          for (const piece of [pageHeader(page), ...page.pieces]) {
            this.#offset += piece.length;
            yield piece;
          }
        }
        chunks.push({ offset, bytes: this.#offset - offset, values });
      }
      this.#groups.push({ rows: count, chunks });
      this.#rows += count;
    }
  }

  /** The end of the file, with texts by key for whoever reads it. */
  *finish(metadata: Readonly<Record<string, string>>): Generator<Uint8Array> {
    const footer = this.#footer(metadata);
    yield footer;
    const tail = new Uint8Array(8);
    new DataView(tail.buffer).setUint32(0, footer.length, true);
    tail.set(magic, 4);
    yield tail;
  }

  #footer(metadata: Readonly<Record<string, string>>): Uint8Array {
    const elements: readonly ((inside: CompactWriter) => void)[] = [
      (root) => root.text(4, "schema").integer(5, this.#specs.length),
      ...this.#specs.flatMap(schemaOf),
    ];
    return new CompactWriter()
      .integer(1, 2)
      .structures(2, elements, (inside, write) => write(inside))
      .long(3, this.#rows)
      .structures(4, this.#groups, (inside, group) => this.#writeGroup(inside, group))
      .structures(5, Object.entries(metadata), (inside, [key, value]) => {
        inside.text(1, key).text(2, value);
      })
      .text(6, "shikumi")
      .finish();
  }

  #writeGroup(out: CompactWriter, { rows, chunks }: Group): void {
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
    out
      .structures(1, chunks, (inside, chunk, at) => {
        const spec = this.#specs[at] as ColumnSpec;
        inside.long(2, chunk.offset).structure(3, (about) => {
          about
            .integer(1, physical[spec.kind])
            .integers(2, [plain, runLength])
            .texts(3, spec.length === undefined ? [spec.name] : [spec.name, "list", "element"])
            .integer(4, 0)
            .long(5, chunk.values)
            .long(6, chunk.bytes)
            .long(7, chunk.bytes)
            .long(9, chunk.offset);
        });
      })
      .long(2, bytes)
      .long(3, rows);
  }
}

function pageHeader(page: ReturnType<typeof pageContent>): Uint8Array {
  const bytes = page.pieces.reduce((sum, piece) => sum + piece.length, 0);
  return new CompactWriter()
    .integer(1, 0)
    .integer(2, bytes)
    .integer(3, bytes)
    .structure(5, (data) => {
      data.integer(1, page.values).integer(2, plain).integer(3, runLength).integer(4, runLength);
    })
    .finish();
}

function schemaOf({ name, kind, length }: ColumnSpec): ((inside: CompactWriter) => void)[] {
  if (length !== undefined) {
    return [
      (inside) => inside.integer(3, required).text(4, name).integer(5, 1).integer(6, list),
      (inside) => inside.integer(3, repeated).text(4, "list").integer(5, 1),
      (inside) => inside.integer(1, physical.real).integer(3, required).text(4, "element"),
    ];
  }
  if (kind === "text") {
    return [(inside) => inside.integer(1, physical.text).integer(3, required).text(4, name).integer(6, utf8)];
  }
  return [
    (inside) =>
      inside
        .integer(1, physical[kind])
        .integer(3, kind === "integer" ? optional : required)
        .text(4, name),
  ];
}
