import { csvHeader, csvRows } from "./csv.ts";
import { ParquetEncoder } from "./parquet/parquet-encoder.ts";
import { metadataKey, metadataText } from "./part-metadata.ts";
import type { PartReader, ReadPlan } from "./part-reader.ts";
import { StoreError } from "./store-error.ts";
import { writeWholeTo } from "./whole-file.ts";

const rowsAtOnce = 1000;

/** Writes the rows of a plan as CSV; one part is in memory at a time. */
export async function writeCsv(reader: PartReader, plan: ReadPlan, path: string): Promise<number> {
  const encoder = new TextEncoder();
  await writeWholeTo(
    path,
    (async function* pieces(): AsyncGenerator<Uint8Array> {
      yield encoder.encode(csvHeader(plan.specs));
      for (const { columns, rows } of eachPart(reader, plan)) {
        const read = await columns();
        for (let row = 0; row < rows; row += rowsAtOnce) {
          yield encoder.encode(csvRows(read, row, Math.min(rowsAtOnce, rows - row)));
        }
      }
    })(),
  );
  return plan.rows;
}

/** Writes the rows of a plan as one Parquet file; one part is in memory at a time. */
export async function writeParquet(reader: PartReader, plan: ReadPlan, path: string): Promise<number> {
  const encoder = new ParquetEncoder(plan.specs);
  await writeWholeTo(
    path,
    (async function* pieces(): AsyncGenerator<Uint8Array> {
      yield encoder.begin();
      for (const { columns, rows } of eachPart(reader, plan)) yield* encoder.add(await columns(), rows);
      yield* encoder.finish({
        [metadataKey]: metadataText({ address: "", rows: plan.rows, columns: plan.specs }),
      });
    })(),
  );
  return plan.rows;
}

function eachPart(
  reader: PartReader,
  plan: ReadPlan,
): readonly { readonly rows: number; readonly columns: () => ReturnType<PartReader["values"]> }[] {
  if (plan.specs.length === 0) throw new StoreError("bad-column", "there are no columns");
  return plan.parts.map(({ part, rows }) => ({
    rows,
    columns: () => reader.values({ ...plan, parts: [{ part, first: 0, rows }], rows }),
  }));
}
