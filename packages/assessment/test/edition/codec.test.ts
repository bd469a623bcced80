import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeEdition,
  decodeValue,
  type Edition,
  EditionError,
  editionFormat,
  encodeEdition,
  encodeValue,
} from "../../src/edition/index.ts";
import { assess, engineVersion } from "../../src/index.ts";
import { obstacleStudy } from "../small-study.ts";

const plan = { futures: 2, replications: 1 };

function smallEdition(): Edition {
  const study = obstacleStudy();
  return {
    format: editionFormat,
    engineVersion,
    files: [{ path: "study.yaml", text: "study: {}" }],
    study,
    diagnostics: [],
    assessment: assess(study, plan),
    plan,
    generatedFrom: { digest: study.digest },
  };
}

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
  it("[D1] gives every value again", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(decodeValue(JSON.parse(JSON.stringify(encodeValue(one))))).toStrictEqual(one);
      }),
    );
  });

  it("[D1] gives an edition again, and the same text for it", () => {
    const edition = smallEdition();
    const text = encodeEdition(edition);

    expect(decodeEdition(text)).toEqual(edition);
    expect(encodeEdition(decodeEdition(text)) === text).toBe(true);
  });

  it("[D2] refuses what is no edition, and says why", () => {
    const text = encodeEdition(smallEdition());
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
