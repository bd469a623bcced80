import {
  addressOf,
  cells,
  columns,
  counts,
  fixedWidth,
  offsetOf,
  outputColumns,
  rowKinds,
  stateColumns,
  tables,
  versions,
  widthOf,
} from "../../packages/kernel/src/engine/layout.ts";

const banner = "// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.\n";

/** Words that no function may have as its name, and what stands in for them. */
const reserved: Readonly<Record<string, string>> = {
  for: "forList",
  in: "inList",
  from: "fromList",
  of: "element",
  type: "kind",
  what: "capability",
};

/** Files of accessors by their path below `packages/kernel/src/memory`. */
export function engineMemoryFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const kind of Object.keys(rowKinds)) files.set(`${kind}.ts`, rowFile(kind));
  for (const table of Object.keys(tables)) files.set(`table-${table}.ts`, tableFile(table));
  files.set("cells.ts", cellFile());
  files.set("program.ts", programFile());
  files.set("elements.ts", elementFile());
  files.set("outputs.ts", outputFile());
  return files;
}

function capital(name: string): string {
  return name[0]?.toUpperCase() + name.slice(1);
}

function imports(body: string, extra = ""): string {
  const used = ["getInt", "getReal", "setInt", "setReal"].filter((name) =>
    new RegExp(`\\b${name}\\(`).test(body),
  );
  const types = ["f64", "i32"]
    .filter((name) => new RegExp(`: ${name}\\b`).test(body))
    .map((name) => `type ${name}`);
  const named = [...used, ...types].sort((a, b) => key(a).localeCompare(key(b)));
  return `${banner}${extra}import { ${named.join(", ")} } from "../engine/primitive.ts";\n\n`;
}

function key(name: string): string {
  return name.replace("type ", "");
}

function rowFile(kind: string): string {
  const row = rowKinds[kind];
  if (row === undefined) throw new RangeError(kind);
  const width = widthOf(kind, () => 0);
  const arrays = Object.entries(row.arrays ?? {});
  const free = addressOf(`free.${kind}`);
  let body = `/** ${row.about} */\n\n`;
  if (arrays.length === 0) body += `/** Bytes of a row. */\nexport const width: i32 = ${width};\n\n`;
  const bytes = arrays.length === 0 ? "width" : `getInt(${addressOf(`width.${kind}`)})`;
  body += `/** A row that nothing holds. Its columns hold what the last owner left; those of a new one are 0. */
export function take(): i32 {
  const row = getInt(${free});
  if (row < 0) return takeBytes(${bytes});
  setInt(${free}, getInt(row + ${offsetOf(kind, "link")}));
  return row;
}

export function release(row: i32): void {
  setInt(row + ${offsetOf(kind, "link")}, getInt(${free}));
  setInt(${free}, row);
}
`;
  if (kind === "task" || kind === "need")
    body += `
/** The first of \`count\` new rows next to each other. */
export function takeBlock(count: i32): i32 {
  return takeBytes(times(count, width));
}
`;
  for (const name of row.reals) {
    const at = offsetOf(kind, name);
    body += `\nexport function ${name}(row: i32): f64 {\n  return getReal(row + ${at});\n}\n\nexport function set${capital(name)}(row: i32, value: f64): void {\n  setReal(row + ${at}, value);\n}\n`;
  }
  for (const name of [...row.ints, "link"]) {
    const at = offsetOf(kind, name);
    body += `\nexport function ${name}(row: i32): i32 {\n  return getInt(row + ${at});\n}\n\nexport function set${capital(name)}(row: i32, value: i32): void {\n  setInt(row + ${at}, value);\n}\n`;
  }
  let before = "";
  for (const [name, count] of arrays) {
    const at = `row + ${fixedWidth(kind)}${before} + (index << 2)`;
    body += `\nexport function ${name}(row: i32, index: i32): i32 {\n  return getInt(${at});\n}\n\nexport function set${capital(name)}(row: i32, index: i32, value: i32): void {\n  setInt(${at}, value);\n}\n`;
    before += ` + (getInt(${addressOf(`count.${count}`)}) << 2)`;
  }
  const extra = 'import { takeBytes } from "../engine/arena.ts";\n';
  const made = imports(body, extra);
  return (
    (kind === "task" || kind === "need"
      ? made
          .replace("import { getInt", "import { getInt")
          .replace('} from "../engine/primitive', ', times } from "../engine/primitive')
      : made) + body
  );
}

function accessor(name: string): string {
  return reserved[name] ?? name;
}

function tableFile(table: string): string {
  let body = "";
  for (const column of tables[table] ?? []) {
    const name = table === "holdings" || column !== "what" ? accessor(column) : column;
    body += `export function ${name}(row: i32): i32 {\n  return getInt(getInt(${addressOf(`${table}.${column}`)}) + (row << 2));\n}\n\n`;
  }
  return `${imports(body)}${body.trimEnd()}\n`;
}

function cellFile(): string {
  let body = "";
  for (const cell of cells) {
    const at = addressOf(cell);
    body += `export function ${cell}(): i32 {\n  return getInt(${at});\n}\n\nexport function set${capital(cell)}(value: i32): void {\n  setInt(${at}, value);\n}\n\n`;
  }
  const lanes = addressOf("lanes");
  body += `/** Lanes of names, each used within one function and what it calls. */\nexport function lane(index: i32): i32 {\n  return getInt(${lanes} + (index << 2));\n}\n\nexport function setLane(index: i32, value: i32): void {\n  setInt(${lanes} + (index << 2), value);\n}\n\n`;
  for (const count of counts)
    body += `export function count${capital(count)}(): i32 {\n  return getInt(${addressOf(`count.${count}`)});\n}\n\n`;
  return `${imports(body)}${body.trimEnd()}\n`;
}

function programFile(): string {
  let body = "";
  for (const column of columns)
    body += `export function ${column}(at: i32): i32 {\n  return getInt(getInt(${addressOf(column)}) + (at << 2));\n}\n\n`;
  for (const collection of versions)
    body += `/** Address of three: levers, first and rows of the versions of a collection. */\nexport const ${collection}: i32 = ${addressOf(collection)};\n\n`;
  return `${imports(body)}${body.trimEnd()}\n`;
}

function elementFile(): string {
  let body = "";
  for (const [name, { real }] of Object.entries(stateColumns)) {
    const at = addressOf(`state.${name}`);
    const shift = real === true ? 3 : 2;
    const type = real === true ? "f64" : "i32";
    const access = real === true ? "Real" : "Int";
    body += `export function ${name}(at: i32): ${type} {\n  return get${access}(getInt(${at}) + (at << ${shift}));\n}\n\nexport function set${capital(name)}(at: i32, value: ${type}): void {\n  set${access}(getInt(${at}) + (at << ${shift}), value);\n}\n\n`;
  }
  return `${imports(body)}${body.trimEnd()}\n`;
}

function outputFile(): string {
  let body = "/** Addresses of the columns of the outputs. */\n\n";
  for (const column of outputColumns)
    body += `export function ${column}(): i32 {\n  return getInt(${addressOf(`out.${column}`)});\n}\n\n`;
  return `${imports(body)}${body.trimEnd()}\n`;
}
