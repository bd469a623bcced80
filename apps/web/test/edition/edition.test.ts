import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeEdition,
  decodeValue,
  EditionError,
  EditionJoin,
  encodeEdition,
  encodeValue,
  partsOf,
} from "../../src/index.ts";
import { harbourEdition } from "../small-edition.ts";

const leaf = fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constant(null));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("any")),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("$", "of", "__proto__")), tie("any"), {
      noNullPrototype: true,
    }),
    fc.array(fc.tuple(fc.string(), tie("any"))).map((entries) => new Map(entries)),
    fc.array(leaf).map((items) => new Set(items)),
    fc.array(fc.double()).map((items) => Float64Array.from(items)),
    fc.array(fc.integer()).map((items) => Int32Array.from(items)),
  ),
})).any;

function codeOf(text: string): string {
  try {
    decodeEdition(text);
    return "none";
  } catch (error) {
    return error instanceof EditionError ? error.code : String(error);
  }
}

describe("the codec", () => {
  it("[W1] gives every value again", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(decodeValue(JSON.parse(JSON.stringify(encodeValue(one))))).toStrictEqual(one);
      }),
    );
  });

  it("[W1] gives an edition again, and the same text for it", async () => {
    const edition = await harbourEdition();
    const text = encodeEdition(edition);

    expect(decodeEdition(text)).toEqual(edition);
    expect(encodeEdition(decodeEdition(text)) === text).toBe(true);
  });

  it("[W2] refuses what is no edition, and says why", async () => {
    const edition = await harbourEdition({
      futures: 1,
      replications: 1,
      levers: [],
      packages: [],
      removal: false,
    });
    const text = encodeEdition(edition);
    const changed = (field: string, to: unknown): string =>
      JSON.stringify({ ...JSON.parse(text), [field]: to });

    expect(codeOf(text)).toBe("none");
    expect(codeOf(text.slice(0, -5))).toBe("not-json");
    expect(codeOf("null")).toBe("wrong-format");
    expect(codeOf(changed("format", "shikumi-edition-2"))).toBe("wrong-format");
    expect(codeOf(changed("engineVersion", "rules-0"))).toBe("wrong-engine");
    expect(codeOf(changed("files", undefined))).toBe("incomplete");
    expect(codeOf(changed("plan", { $: "unheard-of" }))).toBe("incomplete");
  });
});

describe("parts", () => {
  it("[W3] make the edition again, long lists in small parts", async () => {
    const edition = await harbourEdition();
    const join = new EditionJoin();
    const parts = [...partsOf(edition)];
    for (const part of parts) join.take(structuredClone(part));

    expect(join.finish()).toEqual(edition);
    for (const { as, value: part } of parts)
      if (as === "item") expect((part as unknown[]).length).toBeLessThan(41);
  });

  it("[W3] of a study with errors leave out what it has not", async () => {
    const edition = { ...(await harbourEdition()), study: undefined, assessment: undefined };
    const join = new EditionJoin();
    for (const part of partsOf(edition)) join.take(part);

    expect(join.finish()).toEqual(edition);
  });
});
