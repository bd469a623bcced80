import { applyLevers, type Id, packageStudy, parseStudy, type Study, touchedElements } from "@shikumi/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { goodStudy } from "../fixture/good-study.ts";
import { marked, mini, parseMini } from "../fixture/mini-study.ts";

const world = `authorities:
  L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: [go], for: [mine], source: good, steps: [{order: CHIEF, takes: 1 d}]}
beneficiaries: {mine: {}, yours: {}}
holdings:
  h: {of: ORG, what: ship, quantity: 1, at: sea, ready: 12 h, source: good}
`;

function lever(id: string, change: string, fields = ""): string {
  return `  ${id}: {name: {ja: 策, en: V}, kind: law, proposed: analyst, ${fields} change: [${change}]}\n`;
}

function study(...levers: string[]): Study {
  return mini(`${world}levers:\n${levers.join("")}`);
}

function applied(base: Study, ...ids: Id[]): Study {
  const { study: result, diagnostics } = applyLevers(base, ids);
  if (result === undefined) throw new Error(JSON.stringify(diagnostics));
  return result;
}

function codes(base: Study, ...ids: Id[]): string[] {
  return applyLevers(base, ids).diagnostics.map(({ code }) => code);
}

describe("patches", () => {
  it("[L50] set replaces a value or makes a field, add appends or creates, remove takes away", () => {
    const base = study(
      lever("a", "{set: authorities.L.for, to: [mine, yours]}"),
      lever("b", "{set: authorities.L.weapons, to: P7}"),
      lever("c", "{add: authorities.L.activities, to: [fly, swim]}"),
      lever(
        "d",
        "{add: authorities.N, to: {name: {ja: 新, en: N}, says: may, empowers: SUB, activities: go}}",
      ),
      lever("e", "{remove: authorities.L.for}"),
      lever("f", "{remove: authorities.L.activities, to: go}, {add: authorities.L.activities, to: run}"),
      lever("g", "{set: authorities.L.steps.0.takes, to: 2 h}", "assumption: true,"),
      lever("h", "{remove: authorities.L.steps.0}"),
      lever("i", "{add: mechanisms.x, to: {name: {ja: 仕, en: X}, between: [P, Q]}}"),
    );
    const of = (id: Id) => applied(base, id).authorities.get("L");

    expect(of("a")?.for).toEqual(["mine", "yours"]);
    expect(of("b")?.weapons).toBe("P7");
    expect(of("c")?.activities).toEqual(["go", "fly", "swim"]);
    expect([...applied(base, "d").authorities.keys()]).toEqual(["L", "N"]);
    expect(of("e")?.for).toBeUndefined();
    expect(of("f")?.activities).toEqual(["run"]);
    expect(of("g")?.steps[0]?.[0]?.takes.distribution).toEqual({
      kind: "fixed",
      value: { kind: "number", value: 2 },
    });
    expect(of("h")?.steps).toEqual([]);
    expect(applied(base, "i").mechanisms.get("x")?.between).toEqual(["P", "Q"]);
    expect(base.authorities.get("L")?.activities).toEqual(["go"]);
    expect(base.authorities.get("L")?.for).toEqual(["mine"]);
  });

  it("[L54] a value without its own source takes the lever's, also inside lists and maps", () => {
    const base = study(
      lever("a", "{set: holdings.h.ready, to: 4 h}", "source: fair, grade: 3,"),
      lever(
        "b",
        "{set: authorities.L.steps, to: [{order: CHIEF, takes: 1 h}, {order: CHIEF, takes: 1 h, source: good}]}",
        "assumption: true,",
      ),
      lever("c", "{add: holdings.n, to: {of: ORG, what: ship, quantity: 5, at: sea}, assumption: true}"),
    );
    const steps = applied(base, "b").authorities.get("L")?.steps.flat() ?? [];

    expect(applied(base, "a").holdings.get("h")?.ready.provenance).toMatchObject({
      source: "fair",
      credibility: 3,
    });
    expect(steps.map(({ takes }) => [takes.provenance.source, takes.provenance.assumption])).toEqual([
      [undefined, true],
      ["good", false],
    ]);
    expect(applied(base, "c").holdings.get("n")?.quantity.provenance.assumption).toBe(true);
  });

  it("[L54] a number in a patch without any source is an error there", () => {
    const text = `${world}levers:\n${lever("a", "{add: holdings.n, to: {of: ORG, what: ship, quantity: «5, at: sea}}")}`;

    expect(marked(text)).toEqual(["1 no-source"]);
  });

  it("[L55] paths that do not exist and collections that are fixed are refused at the patch", () => {
    const bad = (patch: string) => marked(`${world}levers:\n${lever("a", `«${patch}`)}`);

    expect(bad("{set: authorities.M.for, to: [mine]}")).toEqual(["1 patch-path-missing"]);
    expect(bad("{set: authority.L.for, to: [mine]}")).toEqual(["1 patch-path-missing"]);
    expect(bad("{remove: authorities.L.weapons}")).toEqual(["1 patch-path-missing"]);
    expect(bad("{set: authorities.L.steps.4.takes, to: 1 h}")).toEqual(["1 patch-path-missing"]);
    expect(bad("{add: authorities.L.says, to: must}")).toEqual(["1 patch-not-list"]);
    expect(bad("{remove: authorities.L.for, to: yours}")).toEqual(["1 patch-item-missing"]);
    expect(bad("{set: study.horizon, to: 1 yr}")).toEqual(["1 patch-forbidden"]);
    expect(bad("{set: authorities, to: {}}")).toEqual(["1 patch-path-short"]);
    expect(bad("{set: authorities.L.for, add: authorities.L.for, to: x}")).toEqual(["1 patch-operation"]);
    expect(bad("{set: authorities.L.for}")).toEqual(["1 missing-field"]);
  });

  it("[L53] a value that does not fit is reported inside the patch, breakage elsewhere at the lever", () => {
    const inside = `${world}levers:\n${lever("a", "{set: authorities.L.says, to: «perhaps}")}`;
    const elsewhere = `${world}levers:\n${lever("a", "«{remove: beneficiaries.mine}")}`;
    const { diagnostics } = parseMini(elsewhere.replace("«", ""));

    expect(marked(inside)).toEqual(["1 unknown-word"]);
    expect(marked(elsewhere)).toEqual(["1 lever-breaks"]);
    expect(diagnostics[0]?.args).toMatchObject({ lever: "a", problem: "unknown-reference", found: "mine" });
    expect(diagnostics[0]?.related?.[0]?.span.start).toBe(world.indexOf("mine"));
  });

  it("[L53] a lever is tried together with what it needs", () => {
    const base = study(
      lever("a", "{set: mechanisms.x.in, to: []}", "needs: b, after: b,"),
      lever("b", "{add: mechanisms.x, to: {name: {ja: 仕, en: X}, between: [P, Q]}}"),
    );

    expect(applied(base, "a", "b").mechanisms.size).toBe(1);
    expect(codes(base, "a")).toContain("lever-needs");
  });
});

describe("packages", () => {
  const set = (id: string, takes: string, fields = "") =>
    lever(id, `{set: holdings.h.ready, to: ${takes}}`, `assumption: true, ${fields}`);

  it("[L52] two levers that set one path are an error naming both, unless one needs the other and comes after it", () => {
    const { diagnostics } = applyLevers(study(set("a", "1 h"), set("b", "2 h")), ["a", "b"]);
    const ordered = study(set("a", "1 h", "needs: b, after: b,"), set("b", "2 h"));

    expect(diagnostics.map(({ code }) => code)).toEqual(["patch-conflict"]);
    expect(diagnostics[0]?.args).toMatchObject({ lever: "b", other: "a", path: "holdings.h.ready" });
    expect(diagnostics[0]?.related).toHaveLength(1);
    expect(applied(ordered, "b", "a").holdings.get("h")?.ready.distribution).toEqual({
      kind: "fixed",
      value: { kind: "number", value: 1 },
    });
    expect(
      marked(`${world}levers:\n${set("a", "1 h", "needs: b,").replace("[{set", "[«{set")}${set("b", "2 h")}`),
    ).toEqual(["1 patch-conflict"]);
    expect(codes(study(set("a", "1 h", "after: b,"), set("b", "2 h")), "a", "b")).toEqual(["patch-conflict"]);
  });

  it("[L52] a path inside another's is the same conflict; different paths and two additions are none", () => {
    const whole = lever("a", "{set: authorities.L.steps, to: []}");
    const part = lever("b", "{set: authorities.L.steps.0.takes, to: 1 h}", "assumption: true,");
    const more = lever("c", "{add: authorities.L.activities, to: fly}");
    const most = lever("d", "{add: authorities.L.activities, to: swim}");

    expect(codes(study(whole, part), "a", "b")).toContain("patch-conflict");
    expect(applied(study(more, most, part), "b", "c", "d").authorities.get("L")?.activities).toEqual([
      "go",
      "fly",
      "swim",
    ]);
  });

  it("[L52] excludes and needs are enforced, and circles named", () => {
    const base = study(
      set("a", "1 h", "excludes: b,"),
      lever("b", "{set: holdings.h.recovers, to: 1 h}", "assumption: true,"),
    );
    const circle = study(
      set("a", "1 h", "after: b,"),
      lever("b", "{set: holdings.h.recovers, to: 1 h}", "assumption: true, after: a,"),
    );

    expect(codes(base, "a", "b")).toEqual(["lever-excluded"]);
    expect(codes(circle, "a", "b")).toEqual(["lever-order-cycle"]);
    expect(codes(base, "z")).toEqual(["unknown-lever"]);
  });

  it("[L52] a lever voided by another of the package changes nothing", () => {
    const base = study(
      set("a", "1 h"),
      lever("b", "{set: holdings.h.recovers, to: 1 h}", "assumption: true, voids: a,"),
    );
    const ready = (ids: Id[]) => applied(base, ...ids).holdings.get("h")?.ready.distribution;

    expect(ready(["a", "b"])).toEqual(base.holdings.get("h")?.ready.distribution);
    expect(ready(["a"])).not.toEqual(base.holdings.get("h")?.ready.distribution);
  });

  it("[L51] neither the order of naming nor repetition matters", () => {
    const base = study(
      lever("z", "{add: authorities.L.activities, to: a}"),
      lever("y", "{add: authorities.L.activities, to: b}", "after: z,"),
      lever("x", "{add: authorities.L.activities, to: c}"),
    );

    fc.assert(
      fc.property(fc.shuffledSubarray(["x", "y", "z", "x", "y", "z"], { minLength: 6 }), (ids) => {
        expect(applied(base, ...ids)).toBe(applied(base, "x", "y", "z"));
      }),
    );
    expect(applied(base, "x", "y", "z").authorities.get("L")?.activities).toEqual(["go", "c", "a", "b"]);
  });

  it("[L53] a package whose levers clash is an error of the study", () => {
    const text = `${world}levers:\n${set("a", "1 h")}${set("b", "2 h")}packages: {p: {name: {ja: 組, en: P}, levers: [a, b]}}`;

    expect(parseMini(text).diagnostics.map(({ code }) => code)).toEqual(["patch-conflict"]);
  });

  it("[L56] baseline always exists, and no levers give the same study", () => {
    const base = study(set("a", "1 h"));

    expect(packageStudy(base, "baseline").study).toBe(base);
    expect(applyLevers(base, []).study).toBe(base);
    expect(packageStudy(base, "nothing").diagnostics.map(({ code }) => code)).toEqual(["unknown-package"]);
    expect(
      marked(`${world}levers:\n${set("a", "1 h")}packages: {baseline: {name: {ja: 組, en: P}, levers: «a}}`),
    ).toEqual(["1 baseline-has-levers"]);
  });

  it("[L56] a levered study has a digest of its own", () => {
    const base = study(
      set("a", "1 h"),
      lever("b", "{set: holdings.h.recovers, to: 1 h}", "assumption: true,"),
    );
    const digests = [base, applied(base, "a"), applied(base, "b"), applied(base, "a", "b")].map(
      ({ digest }) => digest,
    );

    expect(new Set(digests).size).toBe(4);
  });

  it("[L57] says which elements a lever touches", () => {
    const base = study(
      lever(
        "a",
        "{set: holdings.h.at, to: bay}, {set: authorities.L.for, to: [yours]}, {remove: authorities.L.steps}",
      ),
    );
    const { study: good } = parseStudy(goodStudy);

    expect(touchedElements(base, "a")).toEqual(["authorities.L", "holdings.h"]);
    expect(good && touchedElements(good, "any-flag")).toEqual(["authorities.L-JP-SDF82"]);
  });
});
