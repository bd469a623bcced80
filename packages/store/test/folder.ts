import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";
import { type Column, type ColumnSpec, openResults, type Results } from "../src/index.ts";

/** A maker of empty stores that are closed and gone after each test. Call it at the top of a test file. */
export function temporaryResults(): (folder?: string) => Promise<Results> {
  const made: string[] = [];
  const open: Results[] = [];
  afterEach(async () => {
    for (const results of open.splice(0)) await results.close();
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return async (folder) => {
    let place = folder;
    if (place === undefined) {
      place = mkdtempSync(join(tmpdir(), "shikumi-store-"));
      made.push(place);
    }
    const results = await openResults(place, { create: true });
    open.push(results);
    return results;
  };
}

/** An address of the given digit. */
export function address(digit: string): string {
  return digit.repeat(64);
}

export function spec(name: string, kind: ColumnSpec["kind"] = "real", length?: number): ColumnSpec {
  return {
    name,
    unit: "h",
    about: { ja: `${name}の値`, en: `the value of ${name}` },
    kind,
    ...(length === undefined ? {} : { length }),
  };
}

export function reals(name: string, ...values: number[]): Column {
  return { spec: spec(name), values: Float64Array.from(values) };
}

export function texts(name: string, ...values: string[]): Column {
  return { spec: spec(name, "text"), values };
}

/** The bits of doubles, so that −0 and `NaN` compare as what they are. */
export function bits(values: Column["values"] | undefined): BigUint64Array | undefined {
  if (!(values instanceof Float64Array)) return undefined;
  return new BigUint64Array(values.buffer, values.byteOffset, values.length);
}

/** Whether two columns of doubles agree in every bit; for columns too long to print. */
export function areSameBits(a: Column["values"] | undefined, b: Float64Array): boolean {
  if (!(a instanceof Float64Array)) return false;
  return Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(
    Buffer.from(b.buffer, b.byteOffset, b.byteLength),
  );
}
