import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  child,
  childInto,
  compareNames,
  futureName,
  indexName,
  type Name,
  nameOf,
  nameOfParts,
  runName,
  uniform,
  uniformOf,
} from "../../src/random/index.ts";
import { scramble } from "../../src/random/scramble.ts";
import {
  referenceChild,
  referenceNameOf,
  referenceNameOfParts,
  referenceUniformOver53,
} from "./reference-name.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? 1);
const runs = { numRuns: 3000 * scale, seed: 20120401 };
const lane = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const name: fc.Arbitrary<Name> = fc.tuple(lane, lane);
const index = fc.maxSafeNat();
const text = fc.string({ unit: "binary", maxLength: 12 });

function bits([hi, lo]: Name): bigint {
  return (BigInt(hi >>> 0) << 32n) | BigInt(lo >>> 0);
}

function over53(value: number): bigint {
  return BigInt(value * 2 ** 53);
}

// The table of SPEC.md.
const vectors: readonly [Name, bigint, bigint][] = [
  [nameOf(""), 0x81f279bc054f436cn, 0x1b89557c1f67bfn],
  [nameOf("a"), 0xd008101363d8a520n, 0x10286309d6878bn],
  [nameOf("run"), 0xc604e6fa3408f9a1n, 0x1bd71d47fe5ec9n],
  [nameOf("事案"), 0x8c639be6c7de141bn, 0x18f5b8cfc95d85n],
  [nameOf("japan-us-2012"), 0xb6466fc8ed27fe86n, 0x04f14e68ae0c05n],
  [nameOf("\ud800"), 0xda9caba8f4a6a4c2n, 0x0d7912eec2fbe7n],
  [nameOfParts(), 0x452821e638d01377n, 0x163c5c2a716f7fn],
  [nameOfParts(0), 0x5464aa8b0b3fde0bn, 0x199fc665a899d7n],
  [nameOfParts(1), 0x1b6815037a54015fn, 0x1e75d4bed79113n],
  [nameOfParts("a", "b"), 0x98fe0a816f9b9db1n, 0x055271941bcee9n],
  [nameOfParts("b", "a"), 0xfd936155588e2a6an, 0x1f3ef021e190b5n],
  [runName(0, 0, 0), 0xeaa5d90f21d2282cn, 0x0de0089645e38fn],
  [runName(1, 2, 3), 0x6f5c61442ab2f205n, 0x0aa432acd7d545n],
  [runName(2 ** 53 - 1, 2 ** 32, 2 ** 32 - 1), 0x419d5bed35410562n, 0x1b4407665d26abn],
  [futureName(1, 2), 0x47c1a0103a9ea24en, 0x0e3bd2e4375985n],
  [
    nameOfParts("run", 2012, 7, 41, "piracy", 12, "escort", "work", 0),
    0x2138d52f895256ccn,
    0x1c1dbd77a44185n,
  ],
];

describe("names", () => {
  it("[R1] scrambles 32 bits without losing any", () => {
    const unscramble = (value: number): number => {
      let x = value ^ (value >>> 15) ^ (value >>> 30);
      x = Math.imul(x, inverse(0xd35a2d97));
      x = x ^ (x >>> 15) ^ (x >>> 30);
      x = Math.imul(x, inverse(0x21f0aaad));
      return x ^ (x >>> 16);
    };

    fc.assert(
      fc.property(lane, (x) => {
        expect(unscramble(scramble(x))).toBe(x);
      }),
      runs,
    );
  });

  it("[R2] composes as the definition over 64-bit integers does", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(bits(child(a, b))).toBe(referenceChild(bits(a), bits(b)));
      }),
      runs,
    );
  });

  it("[R3] splits an index into 21 and 32 bits and refuses everything else", () => {
    fc.assert(
      fc.property(index, (i) => {
        expect(bits(indexName(i))).toBe(BigInt(i));
      }),
      runs,
    );
    for (const wrong of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => indexName(wrong)).toThrow(RangeError);
    }
  });

  it("[R4] hashes a text as the definition over 64-bit integers does", () => {
    fc.assert(
      fc.property(text, (t) => {
        expect(bits(nameOf(t))).toBe(referenceNameOf(t));
      }),
      runs,
    );
  });

  it("[R5] folds parts as the definition over 64-bit integers does", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(index, text), { maxLength: 6 }), (parts) => {
        expect(bits(nameOfParts(...parts))).toBe(referenceNameOfParts(...parts));
      }),
      runs,
    );
  });

  it("[R6] names a run and a future by their parts", () => {
    fc.assert(
      fc.property(index, index, index, (seed, future, replication) => {
        expect(runName(seed, future, replication)).toEqual(nameOfParts("run", seed, future, replication));
        expect(futureName(seed, future)).toEqual(nameOfParts("future", seed, future));
      }),
      runs,
    );
  });

  it("[R7] draws an odd multiple of 2^-53 strictly between 0 and 1, as defined", () => {
    fc.assert(
      fc.property(name, (n) => {
        const u = uniform(n);
        expect(u).toBeGreaterThan(0);
        expect(u).toBeLessThan(1);
        expect(over53(u)).toBe(referenceUniformOver53(bits(n)));
      }),
      runs,
    );
  });

  it("[R2][R4][R5][R6][R7] gives the published vectors", () => {
    expect(vectors.map(([n]) => [bits(n), over53(uniform(n))])).toEqual(vectors.map(([, b, u]) => [b, u]));
  });

  it("[R8] gives the same bits without allocating", () => {
    const out = new Int32Array(6);
    fc.assert(
      fc.property(name, name, fc.integer({ min: 0, max: 2 }), (a, b, place) => {
        out.fill(-1);
        childInto(out, 2 * place, a[0], a[1], b[0], b[1]);
        const expected = child(a, b);
        expect([out[2 * place], out[2 * place + 1]]).toEqual(expected);
        expect(out.filter((value) => value === -1).length).toBeGreaterThanOrEqual(4);
        expect(uniformOf(expected[0], expected[1])).toBe(uniform(expected));
      }),
      runs,
    );
  });

  it("[R9] orders names as unsigned integers", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const difference = bits(a) - bits(b);
        expect(Math.sign(compareNames(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(compareNames([a[0], b[1]], a)).toBe((b[1] >>> 0) - (a[1] >>> 0));
      }),
      runs,
    );
  });

  it("[R10] never gives siblings one name, nor one part under two parents", () => {
    const crossed = (a: Name, b: Name, fixed: Name): void => {
      if (bits(a) === bits(b)) return;
      expect(child(fixed, a)).not.toEqual(child(fixed, b));
      expect(child(a, fixed)).not.toEqual(child(b, fixed));
    };

    fc.assert(fc.property(name, name, name, crossed), runs);
    fc.assert(
      fc.property(name, lane, name, (a, other, fixed) => crossed(a, [a[0], other], fixed)),
      runs,
    );
  });

  it("[R11] depends on the order of its parts", () => {
    const differs = (a: Name, b: Name, x: Name): void => {
      if (bits(a) === bits(b)) return;
      expect(child(a, b)).not.toEqual(child(b, a));
      expect(child(child(x, a), b)).not.toEqual(child(child(x, b), a));
    };

    fc.assert(fc.property(name, name, name, differs), runs);
    // Lanes swapped is the case in which a plain exclusive or of swapped lanes would commute.
    fc.assert(
      fc.property(name, name, (a, x) => differs(a, [a[1], a[0]], x)),
      runs,
    );
  });

  it("[R12] keeps texts apart from indices and from their own variants", () => {
    fc.assert(
      fc.property(text, index, (t, i) => {
        expect(nameOf(t)[0]).toBeLessThan(0);
        expect(indexName(i)[0]).toBeGreaterThanOrEqual(0);
        expect(nameOf(t)).not.toEqual(nameOf(`${t}\0`));
      }),
      runs,
    );
    expect(nameOf("が")).not.toEqual(nameOf("が".normalize("NFD")));
    expect(nameOf("a")).not.toEqual(nameOf("A"));
    expect(nameOfParts("1")).not.toEqual(nameOfParts(1));
    expect(nameOfParts("ab", "c")).not.toEqual(nameOfParts("a", "bc"));
  });
});

/** The inverse of an odd number modulo 2^32, by Newton's iteration. */
function inverse(odd: number): number {
  let y = odd | 0;
  for (let step = 0; step < 5; step++) y = Math.imul(y, 2 - Math.imul(odd, y));
  return y;
}
