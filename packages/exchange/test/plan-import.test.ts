import type { Imported } from "@shikumi/exchange";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlainRecord } from "../src/plain.ts";
import { readCsvRows } from "../src/sheet/csv.ts";
import { flowYaml } from "../src/study/write-yaml.ts";
import { actions, after, plan, small, smallFiles, studyOf, told } from "./small-study.ts";

type Element = Imported["elements"][number];
const at = { file: "x" };
const imported = (...elements: readonly Omit<Element, "at">[]): Imported => ({
  elements: elements.map((one) => ({ ...one, at })),
  read: elements.length,
  remarks: [],
});
const role = (id: string, fields: PlainRecord): Omit<Element, "at"> => ({ collection: "roles", id, fields });
const textOf = (path: string): string => smallFiles.find((one) => one.path === path)?.text ?? "";

describe("planning an import", () => {
  it("[X7] plans nothing where the study would have errors, and gives them", () => {
    const made = plan(
      imported(role("answer.look", { lead: "N-ARMY" }), role("answer.extinguish", { lead: "NOBODY" })),
    );

    expect([made.isRefused, made.files, made.elements]).toEqual([true, [], []]);
    expect(told(made.remarks)).toEqual(["study-would-break"]);
    expect(made.diagnostics.map(({ code }) => code)).toEqual(["unknown-reference"]);
  });

  it("[X7] plans nothing where a remark refuses", () => {
    const refused: Imported = {
      ...imported(role("answer.look", { lead: "N-ARMY" })),
      remarks: [{ code: "no-header", kind: "refused", at, args: {} }],
    };

    expect(plan(refused)).toMatchObject({ isRefused: true, files: [], elements: [] });
  });

  it("[X7] counts what checking finds as errors too", () => {
    const late = {
      collection: "incidents",
      id: "late",
      fields: {
        name: { ja: "後", en: "Late" },
        at: "quay",
        dates: ["2012-05-01"],
        calls: "answer",
        source: "acts",
      },
    } as const;

    expect(plan(imported(late))).toMatchObject({ isRefused: true, files: [] });
  });

  it("[X8] changes an element where it is written and nothing else", () => {
    const { files } = plan(imported(role("answer.extinguish", { supports: ["N-COAST", "N-ARMY"] })));

    expect(files).toEqual([
      {
        path: "more.yaml",
        text: textOf("more.yaml").replace("supports: [N-COAST]}", "supports: [N-COAST, N-ARMY]}"),
      },
    ]);
  });

  it("[X8] changes fields in their places, with new ones after the last and comments kept", () => {
    const made = plan(
      imported({
        collection: "sources",
        id: "pamphlet",
        fields: { type: "book", volume: "2", licence: "free", note: "# none" },
      }),
    );

    expect(made.remarks).toEqual([]);
    expect(made.files[0]?.text).toContain(
      `  pamphlet:
    title: Tomorrow
    type: book
    author: [M. Writer, {family: Oya, given: S.}]
    reliability: C
    note: "# none"
    volume: "2"
    licence: free
`,
    );
  });

  it("[X8] takes fields out of a map on one line and out of one over several", () => {
    const one = plan(imported({ collection: "sources", id: "acts", fields: { type: null } }));
    const other = plan(
      imported({ collection: "sources", id: "pamphlet", fields: { author: null, note: null } }),
    );

    expect(one.files[0]?.text).toContain(
      "  acts: {title: {ja: 法令集, en: Acts}, reliability: A, issued: 2011, publisher",
    );
    expect(after(small, other).study.sources.get("pamphlet")).toMatchObject({
      author: undefined,
      note: undefined,
      title: { en: "Tomorrow" },
    });
  });

  it("[X8] changes an element over several lines, and says that a comment within what changes is lost", () => {
    const files = smallFiles.map((one) =>
      one.path === "more.yaml"
        ? {
            ...one,
            text: one.text.replace(
              "    lead: N-COAST",
              "    lead: N-COAST\n    supports:\n      # why\n      - N-FIRE # or so",
            ),
          }
        : one,
    );
    const made = plan(
      imported(role("answer.look", { lead: "N-ARMY", supports: ["N-COAST"] })),
      studyOf(files),
    );

    expect(told(made.remarks)).toEqual(["comment-lost"]);
    expect(made.files[0]?.text).toMatch(
      / {2}answer.look:\n {4}lead: N-ARMY\n {4}supports:\n {6}(?:# why\n {6})?\[N-COAST\]/,
    );
  });

  it("[X8] changes a row of a table and leaves the others to the letter", () => {
    const made = plan(
      imported({
        collection: "holdings",
        id: "fire-boats",
        fields: { quantity: 4, endures: "2 d", ready: { triangular: ["1 h", "2 h", "3 h"] } },
      }),
    );

    expect(made.files).toEqual([
      {
        path: "holdings.csv",
        text: `id,name.en,of,what,quantity,at,ready.triangular,shared-with,assumption,note.en,endures
fire-boats,Boats,N-FIRE,boat,4,quay,1 h; 2 h; 3 h,N-COAST;,true,"Two, by turns",2 d
watch-crews,,N-COAST,crew,3,hill,,,true,
`,
      },
    ]);
  });

  it("[X8] changes several rows of a table at once", () => {
    const change = (id: string, quantity: number) =>
      ({ collection: "holdings", id, fields: { quantity } }) as const;
    const made = plan(imported(change("watch-crews", 7), change("fire-boats", 8)));

    expect(made.files[0]?.text).toBe(
      textOf("holdings.csv").replace("boat,2,", "boat,8,").replace("crew,3,", "crew,7,"),
    );
  });

  it("[X8] writes JSON into a file of JSON", () => {
    const json = '{"sources": {"a": {"title": "One", "reliability": "A"}}}\n';
    const study = studyOf([...smallFiles, { path: "s.json", text: json }]);
    const made = plan(imported({ collection: "sources", id: "a", fields: { title: "Two" } }), study);

    expect(JSON.parse(made.files[0]?.text ?? "")).toEqual({
      sources: { a: { title: "Two", reliability: "A" } },
    });
  });

  it.each([
    [
      "on one line",
      "  told: {title: One, reliability: A, context: true}\n",
      "  told: {title: Two, reliability: A, context: true}\n",
    ],
    [
      "over several",
      "  told:\n    title: One\n    reliability: A\n    context: true\n",
      "  told:\n    title: Two\n    reliability: A\n    context: true\n",
    ],
  ])("[X8] knows what is told for context only, written %s", (_, before, now) => {
    const study = studyOf([...smallFiles, { path: "t.yaml", text: `sources:\n${before}` }]);
    const told = (title: string) => imported({ collection: "sources", id: "told", fields: { title } });

    expect(plan(told("One"), study).elements).toMatchObject([{ action: "keep", file: "t.yaml" }]);
    expect(plan(told("Two"), study).files).toEqual([{ path: "t.yaml", text: `sources:\n${now}` }]);
  });

  it("[X8] refuses to change what an alias lends to another element", () => {
    const shared = smallFiles.map((one) =>
      one.path === "more.yaml"
        ? {
            ...one,
            text: "roles:\n  answer.extinguish: &r {lead: N-FIRE}\n  answer.look: *r\nsources: {acts: {title: A, reliability: A}}\n",
          }
        : one,
    );
    const made = plan(imported(role("answer.extinguish", { lead: "N-COAST" })), studyOf(shared));

    expect([made.isRefused, made.files]).toEqual([true, []]);
  });

  it("[X9] finds nothing to do the second time, and adds to the file it wrote", () => {
    const first = imported({
      collection: "sources",
      id: "one",
      fields: { type: "report", title: "One: a # title", reliability: "B" },
    });
    const second = imported(...first.elements, {
      collection: "sources",
      id: "two",
      fields: { title: "Two", reliability: "B" },
    });
    const once = after(small, plan(first));

    expect(actions(plan(first, once))).toEqual([]);
    expect(plan(first, once).files).toEqual([]);
    expect(plan(second, once).files).toEqual([
      {
        path: "imported.yaml",
        text: `# Written by \`shikumi import\`.
# imported.yaml
sources:
  one: {type: report, title: "One: a # title", reliability: B}
  two: {title: Two, reliability: B}
`,
      },
    ]);
  });

  it("[X9] goes beside a file of the same name that a person wrote", () => {
    const made = plan(
      imported({ collection: "sources", id: "one", fields: { title: "One", reliability: "B" } }),
      small,
      "more.yaml",
    );

    expect(made.files.map(({ path }) => path)).toEqual(["more-2.yaml"]);
  });

  it("[X10] keeps what the import does not say, and takes away what it says is nothing", () => {
    const made = plan(
      imported({ collection: "sources", id: "pamphlet", fields: { title: "Today", note: null } }),
    );
    const source = after(small, made).study.sources.get("pamphlet");

    expect(source).toMatchObject({
      title: { en: "Today" },
      reliability: "C",
      author: "M. Writer; Oya, S.",
      note: undefined,
    });
  });

  it("[X10] sees no change in white space, in a number written as text or in a list of one", () => {
    const same = { issued: "2011", title: { en: "Acts", ja: "法令集" }, type: ["legislation"] };

    expect(actions(plan(imported({ collection: "sources", id: "acts", fields: same })))).toEqual([]);
  });

  it("[X8] writes any text as YAML that reads back as the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (written) => {
        const text = written.replaceAll(/[\p{C}\s\ufffd]+/gu, " ").trim();
        fc.pre(text !== "");
        const made = plan(
          imported({ collection: "sources", id: "one", fields: { title: text, reliability: "A" } }),
        );

        expect(made.isRefused).toBe(false);
        expect(after(small, made).study.sources.get("one")?.title.en).toBe(text);
      }),
      { numRuns: 60 },
    );
    expect(flowYaml({ a: ["yes", "1 h", "x: y", 2, true] })).toBe('{a: ["yes", "1 h", "x: y", 2, true]}');
  });
});

describe("a row of CSV", () => {
  it("[X13] keeps its line, quotes, line breaks within and empty cells", () => {
    const rows = readCsvRows('a,"b ""c""\nd",\r\n\r\n,x\n');

    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ["a", 'b "c"\nd', ""]],
      [3, [""]],
      [4, ["", "x"]],
    ]);
  });
});
