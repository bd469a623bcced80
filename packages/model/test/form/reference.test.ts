import { parseStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { goodStudy } from "../fixture/good-study.ts";
import { marked, mini, parseMini } from "../fixture/mini-study.ts";

const law = (fields: string) =>
  `authorities: {L: {name: {ja: 法, en: L}, says: may, activities: go, ${fields}}}\n` +
  "beneficiaries: {mine: {party: P}, yours: {party: Q}}\n";

describe("names", () => {
  it("[L10] unknown collections, fields, words and ids are errors at the word, with what may have been meant", () => {
    const text = [
      "«organizations: {}",
      "kinds: {k: {default: «needs-base}}",
      "organisations: {A: {name: {ja: 甲, en: A}, party: P, «kinds: force, kind: «forces}}",
    ].join("\n");
    const suggestions = parseMini(text.replaceAll("«", "")).diagnostics.map(
      ({ args }) => args["suggestions"],
    );

    expect(marked(text)).toEqual([
      "1 unknown-collection",
      "2 unknown-word",
      "3 unknown-field",
      "4 unknown-reference",
    ]);
    expect(suggestions).toEqual(["organisations", "needs-basis", "kind", "force"]);
  });

  it("[L11] an element with a mistake can still be referred to, so that one mistake is one diagnostic", () => {
    const text =
      "organisations: {A: «{name: {ja: 甲, en: A}, kind: force}, B: {name: {ja: 乙, en: B}, party: P, kind: force, under: A}}";

    expect(marked(text)).toEqual(["1 missing-field"]);
  });

  it("[L12] ids are letters, digits and hyphens, and parties, organisations and deciders share them", () => {
    expect(marked("beneficiaries: {海-1: {}, «a.b: {}, «a_b: {}}")).toEqual(["1 bad-id", "2 bad-id"]);
    expect(marked("deciders: {«ORG: {name: {ja: 甲, en: A}, party: P}}")).toEqual(["1 ambiguous-id"]);
  });

  it("[L13] collections ascend by key, and keys name elements once", () => {
    const study = mini("beneficiaries: {b: {}, a: {key: z}, c: {key: a}}");

    expect([...study.beneficiaries.keys()]).toEqual(["c", "b", "a"]);
    expect([...study.beneficiaries.values()].map(({ key }) => key)).toEqual(["a", "b", "z"]);
    expect(marked("beneficiaries: {b: {}, «a: {key: b}}")).toEqual(["1 duplicate-key"]);
  });

  it("[L13] a task's key is its mission's and its own", () => {
    const text = (id: string, task: string) =>
      `missions: {${id}: {name: {ja: 任, en: M}, key: mm, domain: D, tasks: {${task}: {activity: go, key: tt}}}}`;

    expect(mini(text("m", "t")).missions.get("m")?.tasks.get("t")).toMatchObject({
      key: "mm.tt",
      ref: "m.t",
    });
    expect(mini(text("n", "u")).missions.get("n")?.tasks.get("u")).toMatchObject({
      key: "mm.tt",
      ref: "n.u",
    });
  });

  it("[L14] a text in one language stands for both, with a warning where readers of both meet it", () => {
    const { study, diagnostics } = parseMini("parties: {R: {name: Rome}, S: {name: {en: Spain}}, T: {}}");

    expect(study?.parties.get("R")?.name).toEqual({ ja: "Rome", en: "Rome" });
    expect(study?.parties.get("S")?.name).toEqual({ ja: "Spain", en: "Spain" });
    expect(study?.parties.get("T")?.name).toEqual({ ja: "T", en: "T" });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning one-language",
      "warning one-language",
      "warning no-name",
    ]);
    expect(parseMini("beneficiaries: {a: {name: Rome, note: Seen}}").diagnostics).toEqual([]);
  });

  it("[L15] true and false are yes and no", () => {
    const when = (written: string) =>
      mini(law(`empowers: ORG, when: [{fact: night, is: ${written}}]`)).authorities.get("L")?.when;

    expect(when("true")).toEqual(when("yes"));
    expect(when("[no, false]")).toEqual([{ kind: "fact", fact: "night", is: ["no", "no"] }]);
  });
});

describe("selectors", () => {
  const chosen = (fields: string) => mini(law(fields)).authorities.get("L");

  it("[L40] an id, a list (any of) and a map (all of) give ids ascending by key", () => {
    expect(chosen("empowers: ORG, for: yours")?.for).toEqual(["yours"]);
    expect(chosen("empowers: ORG, for: [yours, mine, yours]")?.for).toEqual(["mine", "yours"]);
    expect(chosen("empowers: ORG, for: {party: [P, Q]}")?.for).toEqual(["mine", "yours"]);
    expect(chosen("empowers: ORG")?.for).toBeUndefined();
    expect(chosen("acts-through: {party: P, under: ORG, kind: force}")?.actsThrough).toEqual(["ORG", "SUB"]);
    expect(chosen("empowers: ORG, at: {state: P, access: closed}")?.at).toEqual(["port"]);
  });

  it("[L40] what selects nothing is an error, and so is what is not known", () => {
    const others = "beneficiaries: {mine: {party: P}}\n";
    const of = (written: string) =>
      marked(`${others}${law(`empowers: ORG, for: ${written}`).split("\n")[0]}`);

    expect(of("«{party: Q}")).toEqual(["1 selects-nothing"]);
    expect(of("«[]")).toEqual(["1 selects-nothing"]);
    expect(of("{party: «Z}")).toEqual(["1 unknown-reference"]);
    expect(of("{«side: P}")).toEqual(["1 unknown-field"]);
    expect(of("[mine, «other]")).toEqual(["1 unknown-reference"]);
  });

  it("[L41] a place stands for every place inside it", () => {
    expect(chosen("empowers: ORG, at: sea")?.at).toEqual(["bay", "sea"]);
    expect(chosen("empowers: ORG, at: [bay, port]")?.at).toEqual(["bay", "port"]);
  });

  it("[L41] places inside each other in a circle end where the circle closes", () => {
    const text = "places: {x: {name: {ja: え, en: X}, inside: y}, y: {name: {ja: わ, en: Y}, inside: x}}\n";

    expect(mini(text + law("empowers: ORG, at: x")).authorities.get("L")?.at).toEqual(["x", "y"]);
  });

  it("[L42] acts-through takes a party, and defaults to an empowered organisation only", () => {
    expect(chosen("acts-through: P")?.actsThrough).toEqual(["ORG", "SUB"]);
    expect(chosen("empowers: SUB")?.actsThrough).toEqual(["SUB"]);
    expect(marked(law("empowers: «CHIEF"))).toEqual(["1 acts-through-missing"]);
  });

  it("[L40] packages select levers by class, kind and side", () => {
    const { study } = parseStudy(goodStudy);

    expect(study?.packages.get("M")?.levers).toEqual(["any-flag"]);
    expect(study?.packages.get("ALL")?.levers).toEqual(["any-flag", "ready-ships"]);
  });
});
