import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/hash/index.ts";

const runs = { numRuns: 1000, seed: 2012 };

describe("canonicalJson", () => {
  // RFC 8785, sections 3.2.2 and 3.2.3: the sample object, then the sample of key order.
  it("[H3] gives the canonical forms printed in RFC 8785", () => {
    const sample = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    const keys = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };

    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(Object.values(JSON.parse(canonicalJson(keys).replace('"1":', '"_1":')))).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it("[H3] reads back as the same value, with -0 as 0", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs,
    );
    expect(canonicalJson([-0, 0, { a: -0 }])).toBe('[0,0,{"a":0}]');
  });

  it("[H4] does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
      runs,
    );
    expect(canonicalJson({ b: 1, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":1}');
  });

  it("[H5] refuses what JSON cannot hold, and says where", () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    const refused: readonly unknown[] = [
      Number.NaN,
      1 / 0,
      -1 / 0,
      undefined,
      () => 0,
      Symbol("s"),
      1n,
      new Date(0),
      new Map(),
      new Float64Array(1),
      new Array(1),
      cycle,
      "\ud800",
      { "\udc00": 1 },
    ];

    for (const value of refused) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
      expect(() => canonicalJson({ a: [0, value] })).toThrow(/\$\.a\[1\]/);
    }
  });

  it("[H5] takes one object twice and objects without a prototype", () => {
    const shared = { x: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]');
    expect(canonicalJson(Object.assign(Object.create(null), { b: 2, a: 1 }))).toBe('{"a":1,"b":2}');
  });
});
