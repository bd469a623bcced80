import { LineIndex, renderDiagnostic } from "@shikumi/core/diagnostic";
import { modelMessages, parseStudy, type StudyFile } from "@shikumi/model";
import { expect, it } from "vitest";
import { basis } from "./fixture/mini-study.ts";

/** Each `«` stands just before a mistake, and is taken out before reading; the code follows in the comment of the line. */
const marked: readonly StudyFile[] = [
  {
    path: "actors.yaml",
    text: `organisations:
  A1: {name: {ja: あ, en: A}, party: «R, kind: force} # unknown-reference
  A2: {name: {ja: い, en: B}, party: P, kind: force, «unter: ORG} # unknown-field
  A3: «{name: {ja: う, en: C}, party: P} # missing-field
  «A 4: {name: {ja: え, en: D}, party: P, kind: force} # bad-id
  «P: {name: {ja: お, en: E}, party: P, kind: force} # ambiguous-id
  «ORG: {name: {ja: か, en: F}, party: P, kind: force} # duplicate-id
kinds:
  k: {default: «free} # unknown-word
«orgs: {} # unknown-collection
deciders:
  D1: {name: {ja: き, en: G}, party: P, attention: «6 ships, assumption: true} # wrong-form
  D2: «[] # wrong-form
`,
  },
  {
    path: "world.yaml",
    text: `holdings:
  h1: {of: ORG, what: ship, quantity: «-2, at: sea, assumption: true} # quantity-negative
  h2: {of: ORG, what: ship, quantity: 2, at: sea, ready: «6, assumption: true} # quantity-no-unit
  h3: {of: ORG, what: ship, quantity: 2, at: sea, ready: «3 mo, assumption: true} # quantity-month
  h4: {of: ORG, what: ship, quantity: «2, at: sea} # no-source
  h5: {of: ORG, what: ship, quantity: 2, at: sea, endures: {«uniform: [1 d, 2 d]}, assumption: true} # varies-where-fixed
  h6: {of: ORG, what: ship, quantity: 2, at: sea, ready: {triangular: «[3 h, 2 h, 9 h]}, assumption: true} # not-ascending
  h7: {of: ORG, what: ship, quantity: 2, at: sea, ready: {future: «chance}, assumption: true} # future-dimension
  h8: {of: ORG, what: ship, quantity: 2, at: sea, source: good, grade: «C2} # grade-mismatch
  h9: {of: ORG, what: ship, quantity: 2, at: sea, key: x, assumption: true}
  «h10: {of: ORG, what: ship, quantity: 2, at: sea, key: x, assumption: true} # duplicate-key
places:
  far: {name: {ja: 遠, en: Far}, at: «91 N 0 E} # bad-position
routes:
  r: {joins: [sea, bay], length: «30 h, assumption: true} # quantity-wrong-dimension
situations:
  s: {name: {ja: 事, en: S}, found-by: CHIEF, found: «1.5, assumption: true} # out-of-range
`,
  },
  {
    path: "law.yaml",
    text: `authorities:
  L1: {name: {ja: 法, en: L}, says: may, empowers: «CHIEF, activities: go} # acts-through-missing
  L2: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, from: «2012-02-30} # not-a-date
  L3: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, from: 2012-01-01, until: «2011-01-01} # window-empty
  L4: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, for: «{party: P}} # selects-nothing
  L5: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, steps: [«{takes: 1 d, assumption: true}]} # step-kind
missions:
  m:
    name: {ja: 任務, en: M}
    domain: D1
    assumption: true
    tasks:
      t: {activity: go, outcome: «true, value: 1} # outcome-needs-expiry
      u: {activity: go, after: «v} # unknown-reference
incidents:
  i: {name: {ja: 事, en: I}, at: sea, severity: «{a: 0, b: 0}, assumption: true} # weights-sum-to-nothing
`,
  },
];

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function expectedPlaces(): { readonly place: Place; readonly code: string }[] {
  return marked.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, i) => {
      const column = line.indexOf("«") + 1;
      const code = /# (\S+)$/.exec(line)?.[1] ?? "";
      return column > 0 ? [{ place: { file: path, line: i + 1, column }, code }] : [];
    }),
  );
}

it("[L16] a study with thirty different mistakes gives exactly those thirty, each at its line and column", () => {
  const files = marked.map(({ path, text }) => ({ path, text: text.replaceAll("«", "") }));
  const { study, diagnostics } = parseStudy([basis, ...files]);

  const found = diagnostics.map(({ code, span }) => {
    const text = files.find(({ path }) => path === span.file)?.text ?? "";
    return { place: { file: span.file, ...new LineIndex(text).position(span.start) }, code };
  });

  expect(study).toBeUndefined();
  expect(found).toHaveLength(30);
  const order = (a: { place: Place }, b: { place: Place }) =>
    a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.line - b.place.line;
  expect(found.sort(order)).toEqual(expectedPlaces().sort(order));
});

it("[L16] every one of the thirty has a sentence and help in both languages", () => {
  const files = marked.map(({ path, text }) => ({ path, text: text.replaceAll("«", "") }));
  const { diagnostics } = parseStudy([basis, ...files]);
  const source = (file: string) => files.find(({ path }) => path === file)?.text;

  for (const language of ["en", "ja"] as const) {
    for (const diagnostic of diagnostics) {
      const { text, help, excerpt } = renderDiagnostic(diagnostic, modelMessages[language], source);
      expect([diagnostic.code, text, help, excerpt].join(" ")).not.toMatch(/undefined|\[object|NaN/);
      expect(help).not.toBe("");
    }
  }
});
