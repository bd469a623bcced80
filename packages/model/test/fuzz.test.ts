import { compareDiagnostics, renderDiagnostic } from "@shikumi/core/diagnostic";
import { modelMessages, parseStudy, type StudyFile } from "@shikumi/model";
import fc from "fast-check";
import { expect, it } from "vitest";
import { goodStudy } from "./fixture/good-study.ts";
import { basis } from "./fixture/mini-study.ts";

const more = `missions:
  m: {name: {ja: 任, en: M}, domain: D, assumption: true, tasks: {t: {activity: go, needs: {ship: 1}, takes: {uniform: [1 h, 2 h]}}}}
authorities:
  L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: [go], at: sea, steps: [{order: CHIEF, takes: 1 d}], source: good}
levers:
  v: {name: {ja: 策, en: V}, kind: law, proposed: analyst, change: [{remove: authorities.L.at}]}
incidents: {i: {name: {ja: 事, en: I}, at: {sea: 1}, rate: 2 /yr, facts: {night: 0.5}, calls: m, source: fair, grade: C2}}
`;

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? "1");

/** The whole language once in a while; most runs damage a small study, which is quick to read. */
const large = goodStudy.filter(({ path }) => path.endsWith(".yaml"));
const small: readonly StudyFile[] = [basis, { path: "more.yaml", text: more }];
const texts = [...large, ...small];
const lines = texts.flatMap(({ text }) => text.split("\n"));
const words = [...new Set(texts.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []))];

type Mutation = (text: string) => string;

const spot = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function at(text: string, share: number): number {
  return Math.floor(text.length * share);
}

function onLines(
  change: (lines: string[], i: number, j: number) => string[],
  x: number,
  y: number,
): Mutation {
  return (text) => {
    const found = text.split("\n");
    return change(found, Math.floor(found.length * x), Math.floor(found.length * y)).join("\n");
  };
}

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  spot.map(
    (x): Mutation =>
      (text) =>
        text.slice(0, at(text, x)),
  ),
  fc.tuple(spot, fc.string({ unit: "binary", maxLength: 8 })).map(
    ([x, junk]): Mutation =>
      (text) =>
        text.slice(0, at(text, x)) + junk + text.slice(at(text, x)),
  ),
  fc.tuple(spot, fc.constantFrom(..."{}[]:,-&*!|>'\"%@`#?\t\n ")).map(
    ([x, sign]): Mutation =>
      (text) =>
        text.slice(0, at(text, x)) + sign + text.slice(at(text, x) + 1),
  ),
  fc
    .tuple(spot, spot)
    .map(([x, y]) => onLines((all, i, j) => all.with(i, all[j] ?? "").with(j, all[i] ?? ""), x, y)),
  fc.tuple(spot, spot).map(([x, y]) => onLines((all, i, j) => all.toSpliced(i, 0, all[j] ?? ""), x, y)),
  fc.tuple(spot, spot).map(([x, y]) => onLines((all, i) => all.toSpliced(i, 1), x, y)),
  fc
    .tuple(spot, fc.constantFrom(...lines))
    .map(([x, line]) => onLines((all, i) => all.toSpliced(i, 0, line), x, 0)),
  fc
    .tuple(
      fc.constantFrom(...words),
      fc.constantFrom(...words, "null", "-1", "{}", "[]", "~", "1e999", "*a", "<<"),
    )
    .map(
      ([from, to]): Mutation =>
        (text) =>
          text.replace(new RegExp(`\\b${from}\\b`, "g"), to),
    ),
);

function broken(study: readonly StudyFile[]): fc.Arbitrary<readonly StudyFile[]> {
  return fc
    .tuple(fc.nat(study.length - 1), fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([which, mutations]) =>
      study.map((file, i) =>
        i === which ? { ...file, text: mutations.reduce((text, mutate) => mutate(text), file.text) } : file,
      ),
    );
}

it.each([
  { name: "a small study", study: small, runs: 2000 },
  { name: "a study of the whole language", study: large, runs: 250 },
])(
  "[L8] any damage to $name gives diagnostics with places inside its files, and never an exception",
  ({ study: whole, runs }) => {
    fc.assert(
      fc.property(broken(whole), (files) => {
        const sources = new Map(files.map(({ path, text }) => [path, text]));
        const { study, diagnostics } = parseStudy(files);

        expect(study === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
        for (const { span, code } of diagnostics) {
          const length = sources.get(span.file)?.length ?? -1;
          expect([code, span.start >= 0, span.start <= span.end, span.end <= length]).toEqual([
            code,
            true,
            true,
            true,
          ]);
        }
        expect([...diagnostics].sort(compareDiagnostics)).toEqual(diagnostics);
        const [first] = diagnostics;
        if (first)
          expect(renderDiagnostic(first, modelMessages.ja, (file) => sources.get(file)).text).not.toBe("");
      }),
      { numRuns: Math.ceil(runs * scale) },
    );
  },
  120_000 * Math.max(1, scale),
);

it(
  "[L8] any text at all gives a result",
  () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.constantFrom("a.yaml", "holdings.csv", "b.json"),
        (text, path) => {
          expect(parseStudy([{ path, text }]).study).toBeUndefined();
        },
      ),
      { numRuns: Math.ceil(1000 * scale) },
    );
  },
  60_000 * Math.max(1, scale),
);
