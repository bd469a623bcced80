import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineFiles } from "../../../../tools/generate/engine-files.ts";
import { javascriptEngine } from "../../src/host/engine.ts";
import { webassemblyEngine } from "../../src/host/webassembly.ts";
import { sampleFuture } from "../../src/number/future.ts";
import { engineBytes } from "../../src/webassembly/engine-bytes.ts";
import { firstDifference } from "../differential/difference.ts";
import { kernel, kernelOn } from "../differential/kernel-engine.ts";
import { Choices } from "../generator/choice.ts";
import { generateStudy } from "../generator/generate-study.ts";

const source = join(import.meta.dirname, "../../src");
const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");

/** A text without what a formatter decides. */
const bare = (text: string): string => text.replaceAll(/[\s,()]+/g, "");

describe("the engine", () => {
  it("[E1] is in the tree as its sources give it", () => {
    for (const [path, text] of engineFiles()) {
      const file = join(source, path);

      expect(existsSync(file), `${path}: run \`npm run fix\``).toBe(true);
      expect(bare(readFileSync(file, "utf8")) === bare(text), `${path}: run \`npm run fix\``).toBe(true);
    }
  });

  it("[E2, E3] gives the same bits from WebAssembly as from JavaScript, run after run", () => {
    const webassembly = kernelOn(webassemblyEngine(engineBytes()));
    for (let seed = 0; seed < Math.round(60 * scale); seed++) {
      const { study } = generateStudy(seed);
      if (study === undefined) throw new Error(`seed ${seed} is no study`);
      const pick = new Choices(seed);
      const future = sampleFuture(study, pick.integer("future", 0, 4));
      for (const mode of ["in-force", "timed"] as const) {
        const spec = { replication: pick.integer(`replication ${mode}`, 0, 9), budget: 20_000 };
        const plain = kernel.run(study, "pk0", mode, future, spec);

        expect(firstDifference(plain, webassembly.run(study, "pk0", mode, future, spec)), `${seed}`).toBe(
          undefined,
        );
        const relaxed = { ...spec, relax: pick.integer(`mask ${mode}`, 1, 63), imposed: plain.imposed };

        expect(
          firstDifference(
            kernel.run(study, "pk0", mode, future, relaxed),
            webassembly.run(study, "pk0", mode, future, relaxed),
          ),
          `${seed} relaxed`,
        ).toBe(undefined);
      }
    }
  });

  it.each([javascriptEngine, webassemblyEngine(engineBytes())])(
    "[E6] grows its memory and keeps what it holds: $name",
    (engine) => {
      const before = engine.buffer().byteLength;
      const at = before - 8;
      new Int32Array(engine.buffer(), at, 1)[0] = 20120331;
      engine.reserve(before + 1);

      expect(engine.buffer().byteLength).toBeGreaterThan(before);
      expect(new Int32Array(engine.buffer(), at, 1)[0]).toBe(20120331);
    },
  );

  it("[E4] keeps to the dialect", () => {
    const files = ["codes", "memory", "run", "task-layer"].flatMap((folder) =>
      readdirSync(join(source, folder)).map((name) => join(source, folder, name)),
    );
    for (const name of [
      "engine/arena.ts",
      "engine/program.ts",
      "number/ticks.ts",
      "number/decay.ts",
      "number/quantile.ts",
    ])
      files.push(join(source, name));
    for (const file of files) {
      const text = readFileSync(file, "utf8")
        .replaceAll(/\/\*[\s\S]*?\*\//g, "")
        .replaceAll(/\/\/.*/g, "");
      for (const [what, found] of forbidden)
        expect(found.exec(text)?.[0], `${file}: ${what}`).toBe(undefined);
    }
  });
});

/** What JavaScript and WebAssembly would do differently without a word, or what the compiler to WebAssembly cannot read. */
const forbidden: readonly (readonly [what: string, found: RegExp])[] = [
  ["number is neither i32 nor f64", /:\s*number\b/],
  ["closures and objects", /=>|\bnew\s|\bclass\s|\binterface\s|(?:=|return|\()\s*\{/],
  ["destructuring", /\b(?:const|let)\s*[[{]/],
  ["for-of and for-in", /\bfor\s*\([^;)]*\b(?:of|in)\b/],
  ["strings", /(?<!from )"(?!;)[^"\n]*"/],
  ["undefined and null", /\bundefined\b|\bnull\b|\?\.|\?\?/],
  ["Math with other bits", /\bMath\.(?!floor|min|max|abs|sqrt|ceil|LN2)\w+/],
  ["unsigned shifts outside the primitives", />>>/],
  ["other packages", /from "@shikumi\/(?!core\/random"|core\/math")/],
];
