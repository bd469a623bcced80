import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { engineMemoryFiles } from "./engine-memory.ts";

const root = join(import.meta.dirname, "../..");
const kernel = join(root, "packages/kernel");
const random = join(root, "packages/core/src/random");

/** Folders of the kernel that are written in the dialect, and the single files beside them; the accessors of the memory are made anew. */
const dialect = ["codes", "run", "task-layer"];
const dialectFiles = [
  "engine/arena.ts",
  "engine/lists-address.ts",
  "engine/program.ts",
  "number/ticks.ts",
  "number/decay.ts",
  "number/quantile.ts",
];

/** The engine of the rules, or that of the task layer, compiled to WebAssembly from the sources as they are now. */
export function engineBytes(entry: "run/simulate.ts" | "task-layer/run-tasks.ts"): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "shikumi-engine-"));
  try {
    layOut(folder);
    const compiler = createRequire(import.meta.url).resolve("assemblyscript/bin/asc.js");
    const options = ["-O3", "--noAssert", "--runtime", "stub", "--memoryBase", "1024", "-o", "plain.wasm"];
    runIn(folder, compiler, [entry, ...options]);
    // The optimiser that the compiler itself uses, told to inline more than the compiler lets it: a quarter less time a run, for twice the bytes.
    const optimiser = createRequire(compiler).resolve("binaryen/bin/wasm-opt");
    runIn(folder, optimiser, ["plain.wasm", "-O4", ...inlining, ...features, "-o", "engine.wasm"]);
    return readFileSync(join(folder, "engine.wasm"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Greatest sizes of functions that are inlined: always, where it seems worth it, and where there is one caller. Larger ones gain nothing. */
const inlining = ["-aimfs", "200", "-fimfs", "600", "-ocimfs", "400"];

/** What the compiler's code uses beyond the first WebAssembly. */
const features = ["--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int"];

function runIn(folder: string, program: string, args: readonly string[]): void {
  const ended = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });
  if (ended.status !== 0)
    throw new Error(`the engine does not compile to WebAssembly:\n${ended.stderr}${ended.stdout}`);
}

function layOut(folder: string): void {
  for (const name of dialect)
    for (const file of readdirSync(join(kernel, "src", name)))
      put(folder, join(name, file), readFileSync(join(kernel, "src", name, file), "utf8"));
  for (const [file, text] of engineMemoryFiles()) put(folder, join("memory", file), text);
  for (const file of dialectFiles) put(folder, file, readFileSync(join(kernel, "src", file), "utf8"));
  for (const file of ["lanes.ts", "scramble.ts"])
    put(folder, join("random", file), readFileSync(join(random, file), "utf8"));
  mkdirSync(join(folder, "engine"), { recursive: true });
  cpSync(join(kernel, "webassembly/primitive.as"), join(folder, "engine/primitive.ts"));
  writeFileSync(
    join(folder, "random/primitive.ts"),
    'export { plus, times, unsignedToReal } from "../engine/primitive";\n',
  );
  cpSync(join(kernel, "webassembly/math.as"), join(folder, "engine/math.ts"));
}

/** A file as AssemblyScript reads it: types of the target need no import, and other packages lie beside. */
function put(folder: string, to: string, source: string): void {
  const path = join(folder, to);
  const up = (target: string): string => {
    const way = relative(dirname(path), join(folder, target)).replaceAll("\\", "/");
    return way.startsWith(".") ? way : `./${way}`;
  };
  const text = source
    .replaceAll(/^import type [^;]*;\n/gm, "")
    .replaceAll(/\btype (?:i32|f64),? ?/g, "")
    .replaceAll(/\btype Key\b/g, "Key")
    .replaceAll('"@shikumi/core/random"', `"${up("random/lanes.ts")}"`)
    .replaceAll('"@shikumi/core/math"', `"${up("engine/math.ts")}"`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
