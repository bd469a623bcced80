import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sha256HexOfBytes } from "../../src/hash/index.ts";
import * as math from "../../src/math/index.ts";
import { indexName, uniform } from "../../src/random/index.ts";

const folder = new URL("../../src/math/", import.meta.url);
const sources = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file): [string, string] => [file, readFileSync(new URL(file, folder), "utf8")]);
const inexact =
  /\bMath\.(?!(?:sqrt|floor|ceil|abs|min|max|round|trunc|imul|sign|fround|clz32)\b)\w+|\*\*(?![*/])/;

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

/** A digest of the bits of results over arguments spread by name; quick to compare across engines and machines. */
function digest(f: (u: number, v: number) => number): string {
  const results = new Float64Array(20000);
  for (let i = 0; i < results.length; i++)
    results[i] = f(uniform(indexName(2 * i)), uniform(indexName(2 * i + 1)));
  const view = new DataView(new ArrayBuffer(results.length * 8));
  results.forEach((result, i) => {
    view.setFloat64(8 * i, result, true);
  });
  return sha256HexOfBytes(new Uint8Array(view.buffer)).slice(0, 16);
}

const functions: Readonly<Record<string, (u: number, v: number) => number>> = {
  exp: (u) => math.exp(1400 * u - 700),
  expm1: (u) => math.expm1(4 * u - 2),
  log: (u) => math.log(u),
  log1p: (u) => math.log1p(4 * u - 1),
  pow: (u, v) => math.pow(4 * u, 20 * v - 10),
  sin: (u) => math.sin(2000 * u - 1000),
  cos: (u) => math.cos(2000 * u - 1000),
  asin: (u) => math.asin(2 * u - 1),
  atan: (u) => math.atan(8 * u - 4),
  atan2: (u, v) => math.atan2(2 * u - 1, 2 * v - 1),
  lnGamma: (u) => math.lnGamma(30 * u),
  normalCdf: (u) => math.normalCdf(16 * u - 8),
  normalQuantile: (u) => math.normalQuantile(u),
  gammaCdf: (u, v) => math.gammaCdf(20 * u, 10 * v),
  gammaQuantile: (u, v) => math.gammaQuantile(u, 10 * v),
};

describe("portability", () => {
  it.each(sources)("[M1] %s uses only operations which every engine rounds alike", (_, source) => {
    expect(withoutComments(source)).not.toMatch(inexact);
  });

  it("[M1] notices an operation which engines round differently", () => {
    expect(withoutComments("return Math.exp(x);")).toMatch(inexact);
    expect(withoutComments("return x ** 2;")).toMatch(inexact);
    expect(withoutComments("return Math.sqrt(x); // not Math.exp\n")).not.toMatch(inexact);
  });

  it("[M1] looks at every file and every function", () => {
    expect(sources.length).toBeGreaterThanOrEqual(10);
    const covered = [...Object.keys(functions), "LARGEST_ANGLE"].toSorted((a, b) => (a < b ? -1 : 1));
    expect(covered).toEqual(Object.keys(math).toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it("[M17] gives the bits that were stored", () => {
    const digests = Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, digest(f)]));

    expect(digests).toMatchInlineSnapshot(`
      {
        "asin": "f4083ae5df4758e4",
        "atan": "174ff06382b958e4",
        "atan2": "b73dc3373aced9d0",
        "cos": "495b1a5bab776244",
        "exp": "ac02bcfc2e93bfc6",
        "expm1": "0ba5693924563d24",
        "gammaCdf": "a2d1fc59941b152b",
        "gammaQuantile": "3b4b74360d4cc0e9",
        "lnGamma": "5feebdec382b90de",
        "log": "0ab7e2b0aefb7c67",
        "log1p": "c65be4ab24c55eaa",
        "normalCdf": "3989624306243f08",
        "normalQuantile": "ad9d61da8d744a27",
        "pow": "de933b78a8a25366",
        "sin": "1e626a7760e991f5",
      }
    `);
  });
});
