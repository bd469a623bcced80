import { programDigest } from "../digest.ts";
import { columns, tables, versions } from "../engine/layout.ts";
import { KernelError } from "../kernel-error.ts";
import type { Program, Table, Versions } from "../program.ts";

/** Columns made with the image, which a program does not carry. */
const made: readonly string[] = ["isLogged", "streamPart"];

/**
 * Refuses a program that is not whole (K85): a table whose columns differ in length, a column that is missing or of another type, versions and lists that point outside. With a digest, also
 * one that is another program. Throws `KernelError` `program-damaged` or `program-digest`. O(size); the digest costs some tens of milliseconds more.
 */
export function checkProgram(program: Program, digest?: string): void {
  const fields = program as unknown as Record<string, unknown>;
  for (const [name, names] of Object.entries(tables)) {
    const table = fields[name] as Table<readonly string[]> | undefined;
    const lengths = names.map((column) => lengthOf(table?.[column], `${name}.${column}`));
    if (lengths.some((length) => length !== lengths[0]))
      damaged(`the columns of "${name}" have ${lengths.join(", ")} rows`);
  }
  for (const name of columns) if (!made.includes(name)) lengthOf(fields[name], name);
  for (const name of ["reals", "amountValue", "uncertaintyLow", "uncertaintyHigh"])
    if (!(fields[name] instanceof Float64Array)) damaged(`"${name}" is no column of doubles`);
  checkLists(program);
  for (const name of versions) checkVersions(program, name, fields[name] as Versions);
  if (program.amounts.fact.length !== program.amountValue.length)
    damaged("amounts and their values differ in number");
  if (program.uncertaintyLow.length !== program.ids.uncertainties.length)
    damaged("uncertainties and their ranges differ in number");
  if (digest === undefined) return;
  const found = programDigest(program);
  if (found !== digest)
    throw new KernelError("program-digest", `the program has the digest ${found}, expected ${digest}`);
}

function lengthOf(column: unknown, name: string): number {
  if (!(column instanceof Int32Array)) return damaged(`"${name}" is no column of integers`);
  return column.length;
}

/** Columns that hold lists, by table: what they point at must be a list that ends inside. */
const listColumns: Readonly<Record<string, readonly string[]>> = {
  holdings: ["arrives", "users"],
  situations: ["foundBy", "open"],
  information: ["from"],
  mechanisms: ["in", "valid", "combines"],
  authorities: ["activities", "in", "stages", "valid"],
  streams: ["at", "valid", "facts", "for", "calls", "causes", "moves"],
  missions: ["tasks"],
  tasks: ["after", "anyOf", "needs", "knows", "accountable", "weapons"],
  needs: ["alternatives"],
};

function checkLists(program: Program): void {
  const { lists } = program;
  const fields = program as unknown as Record<string, Readonly<Record<string, Int32Array>>>;
  for (const [table, names] of Object.entries(listColumns))
    for (const name of names)
      for (const at of fields[table]?.[name] ?? [])
        if (
          at >= 0 &&
          !(at < lists.length && at + (lists[at] as number) < lists.length && (lists[at] as number) >= 0)
        )
          damaged(`"${table}.${name}" points at entry ${at}, where no list lies`);
}

function checkVersions(program: Program, name: string, { levers, first, rows }: Versions): void {
  if (levers.length !== first.length)
    damaged(`"${name}" has ${levers.length} lists of levers for ${first.length} elements`);
  levers.forEach((list, element) => {
    const count = 1 << (program.lists[list] ?? 31);
    const at = first[element] as number;
    if (!(at >= 0 && at + count <= rows.length))
      damaged(`versions of element ${element} of "${name}" lie outside`);
  });
}

function damaged(found: string): never {
  throw new KernelError("program-damaged", `the program is not whole: ${found}`);
}
