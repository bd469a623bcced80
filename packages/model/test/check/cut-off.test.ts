import { checkStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { mini, problemsIn } from "../fixture/mini-study.ts";

const cutOffCodes = ["fact-later-than-baseline", "fact-date-missing", "source-undated"];

/** Findings about the cut-off in the study of the basis, whose baseline is 2012-03-31, and this text. */
function found(text: string): string[] {
  const all = checkStudy(mini(text)).filter(({ code }) => cutOffCodes.includes(code));
  return all.map(({ code, args }) =>
    `${code} ${args["element"] ?? args["source"]} ${args["date"] ?? ""}`.trim(),
  );
}

const law = (fields: string) =>
  `authorities: {L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, ${fields}}}`;

describe("facts later than the baseline", () => {
  it("[C18] are errors wherever a date stands", () => {
    const late = "fact-later-than-baseline";

    expect(found(law("from: 2012-03-31"))).toEqual([]);
    expect(found(law("from: 2012-04-01"))).toEqual([`${late} authorities.L 2012-04-01`]);
    expect(found(law("from: 2001-01-01, until: 2013-01-01"))).toEqual([`${late} authorities.L 2013-01-01`]);
    expect(found(law("until: 2003-01-01, renewed: [{from: 2014-01-01}]"))).toEqual([
      `${late} authorities.L 2014-01-01`,
    ]);
    expect(
      found(
        "holdings: {h: {of: ORG, what: ship, at: sea, quantity: 1, arrives: {quantity: 2, at: 2013-05-01}, source: good, as-of: 2010-01-01}}",
      ),
    ).toEqual([]);
    expect(found("incidents: {i: {at: sea, dates: [2011-03-11, 2012-08-19], source: good}}")).toEqual([
      `${late} incidents.i 2012-08-19`,
    ]);
    expect(found("incidents: {i: {at: sea, dates: [2012-08-19]}}")).toEqual([]);
    expect(found("situations: {s: {name: {ja: 事, en: S}, open: [{from: 2013-01-01}]}}")).toEqual([
      `${late} situations.s 2013-01-01`,
    ]);
    expect(
      found(
        "deciders: {D: {name: {ja: 会, en: D}, party: P, sits: {per-year: {value: 2, source: good, as-of: 2011-01-01}, closed: [{from: 2012-12-04}]}}}",
      ),
    ).toEqual([`${late} deciders.D 2012-12-04`]);
  });

  it("[C18] are none where `as-of` says by when it was known, where it is supposed, or where it is a name or a document's date", () => {
    expect(found(law("until: 2018-07-17, as-of: 1988-07-17"))).toEqual([]);
    expect(found(law("until: 2018-07-17, as-of: 2013-01-01"))).toEqual([
      "fact-later-than-baseline authorities.L 2013-01-01",
    ]);
    expect(found(law("from: 2014-01-01, assumption: true"))).toEqual([]);
    expect(
      found(
        law(
          "renewed: [{from: 2014-01-01, source: good}], from: 2001-01-01, until: 2002-01-01, assumption: true",
        ),
      ),
    ).toHaveLength(1);
    expect(found(law('note: "2014-01-01", source: good'))).toEqual([]);
    expect(
      found(
        "sources: {s: {title: {ja: 書, en: S}, reliability: A, issued: 2019-01-01, accessed: 2020-01-01}}",
      ),
    ).toEqual([]);
  });

  it("[C18] are none in what a lever sets, and errors in what stands beside it", () => {
    const lever =
      "levers: {v: {title: {ja: 策, en: V}, kind: law, answers: [], proposed: analyst, change: {set: authorities.L.from, to: 2014-01-01}}}";

    expect(found(`${law("from: 2001-01-01")}\n${lever}`)).toEqual([]);
    expect(found(`${law("from: 2012-04-01")}\n${lever}`)).toHaveLength(1);
  });

  it("[C19] may be told by a later document only with the date of the fact", () => {
    const source = (fields: string) =>
      `sources: {late: {title: {ja: 後, en: Late}, reliability: A, ${fields}}}\n`;

    expect(found(`${source("issued: 2013")}${law("source: late")}`)).toEqual([
      "fact-date-missing authorities.L",
    ]);
    expect(found(`${source("issued: 2013")}${law("source: late, as-of: 2011-01-01")}`)).toEqual([]);
    expect(found(`${source("issued: 2013, as-of: 2011-12-31")}${law("source: late")}`)).toEqual([]);
    expect(found(`${source("issued: 2012")}${law("source: late")}`)).toEqual([]);
    expect(found(`${source("issued: 2013, as-of: 2012-06-01")}${law("source: late")}`)).toEqual([
      "fact-later-than-baseline sources.late 2012-06-01",
    ]);
  });

  it("[C15] a cited source without any date is a note", () => {
    expect(found(law("source: fair"))).toEqual(["source-undated fair"]);
    expect(found("")).toEqual([]);
  });
});

describe("context", () => {
  const later =
    "sources: {after: {title: {ja: 後, en: After}, reliability: A, issued: 2015, context: true}}\n";

  it("[L33] is read and is no part of the study", () => {
    const study = mini(
      `${later}authorities: {N: {name: {ja: 新, en: N}, says: may, empowers: ORG, activities: go, from: 2016-03-29, source: after, context: true}}`,
    );

    expect(study.authorities.size).toBe(0);
    expect(study.sources.has("after")).toBe(false);
    expect(checkStudy(study).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(
      problemsIn("authorities: {N: {says: may, context: true}}").map((one) => one.split(" ")[0]),
    ).toContain("missing-field");
  });

  it("[L33] may not be used by a number, a reference, a selector or a lever", () => {
    const codes = (text: string) => [...new Set(problemsIn(text).map((one) => one.split(" ")[0]))];
    const place = "places: {bay-2: {name: {ja: 湾, en: Bay}, at: 1 N 2 E, context: true}}\n";
    const lever =
      "levers: {v: {title: {ja: 策, en: V}, kind: law, answers: [], proposed: analyst, change: {set: places.bay-2.at, to: 2 N 2 E}}}";

    expect(
      codes(`${later}holdings: {h: {of: ORG, what: ship, at: sea, quantity: 1, source: after}}`),
    ).toEqual(["context-used"]);
    expect(
      codes(`${place}organisations: {X: {name: {ja: 甲, en: X}, party: P, kind: force, at: bay-2}}`),
    ).toEqual(["context-used"]);
    expect(
      codes(`${place}incidents: {i: {name: {ja: 事, en: I}, at: [bay-2], dates: [2011-01-01]}}`),
    ).toEqual(["context-used"]);
    expect(codes(place + lever)).toContain("context-used");
  });
});
