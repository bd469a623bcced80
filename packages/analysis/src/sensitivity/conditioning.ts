import type { Design, Factor } from "../frame/index.ts";

/** What an input does over the rows used. An input that is constant has no influence to be found; two that are the same cannot be told apart. */
export type InputNote =
  | { readonly kind: "varies"; readonly distinct: number }
  | { readonly kind: "constant" }
  | { readonly kind: "same-as"; readonly name: string; readonly distinct: number };

/** The rows used, divided by the value of one input. */
export interface Classes {
  /** Class of each row used, 0 … count − 1, in the order of `RowUse.rows`. */
  readonly of: Int32Array;
  readonly count: number;
  readonly sizes: Int32Array;
}

/** One input over the rows used. */
export interface Conditioning {
  readonly name: string;
  readonly input: InputNote;
  readonly classes: Classes;
}

/** Entries of `values` in ascending order of value; equal values in ascending order of entry. */
export function ascendingOrder(values: Float64Array): Int32Array {
  const order = Int32Array.from({ length: values.length }, (_, at) => at);
  return order.sort((one, other) => (values[one] as number) - (values[other] as number) || one - other);
}

/**
 * Every input of a design over some of its rows, divided into `most` classes of nearly equal size. Equal values share a class; a category, and an input of at most `most` values, has
 * one class a value.
 */
export function conditionOn(design: Design, rows: Int32Array, most: number): readonly Conditioning[] {
  const columns = design.columns.map((column) => Float64Array.from(rows, (row) => column[row] as number));
  return design.factors.map((factor, at) => {
    const values = columns[at] as Float64Array;
    const order = ascendingOrder(values);
    const distinct = distinctOf(values, order);
    const twin = columns.slice(0, at).findIndex((other) => isSame(other, values));
    return {
      name: factor.name,
      input: noteOf(design.factors, distinct, twin),
      classes: classesOf(
        values,
        order,
        factor.kind === "category" || distinct <= most ? distinct : most,
        distinct,
      ),
    };
  });
}

/** Notes on the inputs alone. */
export function inputNotes(design: Design, rows: Int32Array): readonly InputNote[] {
  return conditionOn(design, rows, 1).map(({ input }) => input);
}

function noteOf(factors: readonly Factor[], distinct: number, twin: number): InputNote {
  if (distinct <= 1) return { kind: "constant" };
  const name = factors[twin]?.name;
  return name === undefined ? { kind: "varies", distinct } : { kind: "same-as", name, distinct };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Number of different values. */
export function distinctOf(values: Float64Array, order: Int32Array): number {
  let distinct = values.length === 0 ? 0 : 1;
  for (let rank = 1; rank < order.length; rank++) {
    if (values[order[rank] as number] !== values[order[rank - 1] as number]) distinct += 1;
  }
  return distinct;
}

/** Classes of nearly equal size, `wanted` of them, or one a value where there are no more values than that. Equal values share a class. */
export function classesOf(
  values: Float64Array,
  order: Int32Array,
  wanted: number,
  distinct: number,
): Classes {
  const of = new Int32Array(values.length);
  const sizes: number[] = [];
  let previous = -1;
  let group = 0;
  for (let start = 0; start < order.length; group++) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1;
    const target = wanted >= distinct ? group : Math.floor(((start + end - 1) * wanted) / (2 * order.length));
    if (target !== previous) sizes.push(0);
    previous = target;
    const at = sizes.length - 1;
    for (let rank = start; rank < end; rank++) of[order[rank] as number] = at;
    sizes[at] = (sizes[at] as number) + end - start;
    start = end;
  }
  return { of, count: sizes.length, sizes: Int32Array.from(sizes) };
}
