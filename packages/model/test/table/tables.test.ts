import type { IncidentStream, Mission, Task } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { marked, mini } from "../fixture/mini-study.ts";

const plain = (value: number) => ({ kind: "number", value }) as const;

function incident(fields: string, others = ""): IncidentStream {
  const study = mini(`incidents: {i: {name: {ja: 事, en: I}, assumption: true, ${fields}}}\n${others}`);
  const found = study.incidents.get("i");
  if (found === undefined) throw new Error("no incident");
  return found;
}

function mission(tasks: string, others = "", fields = ""): Mission {
  const text = `missions: {m: {name: {ja: 任, en: M}, domain: D, assumption: true${fields}, tasks: {${tasks}}}}\n${others}`;
  const found = mini(text).missions.get("m");
  if (found === undefined) throw new Error("no mission");
  return found;
}

function task(fields: string, others = ""): Task {
  const found = mission(`t: {activity: go, ${fields}}`, others).tasks.get("t");
  if (found === undefined) throw new Error("no task");
  return found;
}

function badTask(fields: string, others = ""): string[] {
  return marked(
    `missions: {m: {name: {ja: 任, en: M}, domain: D, assumption: true, tasks: {t: {activity: go, ${fields}}}}}\n${others}`,
  );
}

describe("incidents", () => {
  it("[L43] a place, a list, a selector or weights say where", () => {
    const at = (written: string) => incident(`at: ${written}`).at.map(({ place, weight }) => [place, weight]);

    expect(at("sea")).toEqual([["sea", plain(1)]]);
    expect(at("[sea, bay]")).toEqual([
      ["bay", plain(1)],
      ["sea", plain(1)],
    ]);
    expect(at("{state: P}")).toEqual([["port", plain(1)]]);
    expect(at("{sea: 0.7, bay: {future: chance}}")).toEqual([
      ["bay", { kind: "future", uncertainty: "chance" }],
      ["sea", plain(0.7)],
    ]);
  });

  it("[L43] facts are chances, weights or words, and severity is one of them", () => {
    const { facts } = incident(
      "at: sea, severity: {discrete: {low: 0.75, high: 0.25}}, facts: {night: 0.25, mines: laid, calm: true, open: {future: chance}, kind: {a: 1, b: 3}}",
    );

    expect(facts.map(({ name, outcomes, rest }) => [name, outcomes.map(({ value }) => value), rest])).toEqual(
      [
        ["severity", ["low", "high"], undefined],
        ["night", ["yes", "no"], undefined],
        ["mines", ["laid"], undefined],
        ["calm", ["yes"], undefined],
        ["open", ["yes"], "no"],
        ["kind", ["a", "b"], undefined],
      ],
    );
    expect(facts[1]?.outcomes.map(({ weight }) => weight)).toEqual([plain(0.25), plain(0.75)]);
  });

  it("[L43] months not named count 1", () => {
    expect(incident("at: sea, season: {jul: 0.4, dec: 2}").season).toEqual([
      1, 1, 1, 1, 1, 1, 0.4, 1, 1, 1, 1, 2,
    ]);
    expect(
      marked("incidents: {i: {name: {ja: 事, en: I}, at: sea, assumption: true, season: {«july: 2}}}"),
    ).toEqual(["1 unknown-word"]);
  });

  it("[L26] [L43] dates are hours since the start, ascending", () => {
    expect(incident("at: sea, dates: [2012-04-03, 2012-04-01, '2012-04-01T12:30']").dates).toEqual([
      0, 12.5, 48,
    ]);
  });

  it("[L43] calls and causes stand alone or in lists, with facts that must hold", () => {
    const called = "missions: {m: {name: {ja: 任, en: M}, domain: D, tasks: {t: {activity: go}}}}";
    const { calls, causes } = incident(
      "at: sea, calls: [m, {mission: m, when: night}], causes: {incident: i, chance: 0.1}",
      called,
    );

    expect(calls).toEqual([
      { mission: "m", when: [] },
      { mission: "m", when: [{ kind: "fact", fact: "night", is: ["yes"] }] },
    ]);
    expect(causes[0]?.after.distribution).toEqual({ kind: "fixed", value: plain(0) });
  });
});

describe("windows", () => {
  const law = (fields: string) =>
    `authorities: {L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, ${fields}}}`;
  const valid = (fields: string) => mini(law(fields)).authorities.get("L")?.valid;

  it("[L26] open ends are infinite, renewals make further windows", () => {
    expect(valid("not-encoded: x")).toEqual([
      { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY },
    ]);
    expect(valid("from: 2012-04-01, until: 2012-04-02, renewed: {from: 2012-04-03}")).toEqual([
      { from: 0, until: 24 },
      { from: 48, until: Number.POSITIVE_INFINITY },
    ]);
  });

  it("[L26] windows that overlap or end before they begin are errors", () => {
    expect(marked(law("until: 2012-04-02, renewed: «{from: 2012-04-01}"))).toEqual(["1 windows-overlap"]);
    expect(marked(law("from: 2012-04-02, until: «2012-04-02"))).toEqual(["1 window-empty"]);
    expect(marked(law("from: «2012-13-02"))).toEqual(["1 not-a-date"]);
  });
});

describe("authorities", () => {
  const law = (steps: string) =>
    `authorities: {L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, assumption: true, steps: ${steps}}}`;

  it("[L44] steps are stages; a nested list is one stage in parallel", () => {
    const steps = mini(
      law("[request: ORG, [approval: CHIEF, {consent: ORG, given: 0.5}], {order: CHIEF, takes: 1 h}]"),
    )
      .authorities.get("L")
      ?.steps.map((stage) => stage.map(({ kind, whom }) => `${kind} ${whom}`));

    expect(steps).toEqual([["request ORG"], ["approval CHIEF", "consent ORG"], ["order CHIEF"]]);
  });

  it("[L44] a step has exactly one kind, and asks for facts only", () => {
    expect(marked(law("[«{takes: 1 h}]"))).toEqual(["1 step-kind"]);
    expect(marked(law("[«{order: CHIEF, request: ORG}]"))).toEqual(["1 step-kind"]);
    expect(marked(law("[{«permit: CHIEF}]"))).toEqual(["1 unknown-field"]);
    expect(marked(law("[{order: CHIEF, when: «{judgement: x, by: CHIEF}}]"))).toEqual([
      "1 judgement-not-here",
    ]);
    expect(marked(law("[{order: «NOBODY}]"))).toEqual(["1 unknown-reference"]);
  });

  it("[L48] conditions nest, and a bare word is a fact that must be yes", () => {
    const text =
      "authorities: {L: {name: {ja: 法, en: L}, says: may, empowers: ORG, activities: go, assumption: true," +
      " when: [night, {any: [{within: 3 d}, {not: [a, b]}]}, {judgement: need, by: CHIEF}]}}";
    const when = mini(text).authorities.get("L")?.when;
    const fact = (name: string) => ({ kind: "fact", fact: name, is: ["yes"] });

    expect(when).toMatchObject([
      fact("night"),
      {
        kind: "any",
        of: [
          { kind: "within", time: { amount: plain(72) } },
          { kind: "not", of: { kind: "all", of: [fact("a"), fact("b")] } },
        ],
      },
      { kind: "judgement", judgement: "need", by: "CHIEF", given: { amount: plain(1) } },
    ]);
  });
});

describe("tasks", () => {
  it("[L45] needs are a capability and a quantity, or alternatives", () => {
    const { needs } = task("needs: {ship: 2, lift: {quantity: 9 t, either: {ship: 3, medics: 0.5}}}");

    expect(
      needs.map(({ name, alternatives }) => [
        name,
        alternatives.map(({ capability, per }) => [capability, per]),
      ]),
    ).toEqual([
      ["ship", [["ship", plain(1)]]],
      [
        "lift",
        [
          ["ship", plain(3)],
          ["medics", plain(0.5)],
        ],
      ],
    ]);
    expect(needs.map(({ quantity }) => [quantity.dimension, quantity.unit])).toEqual([
      ["count", "ship"],
      ["mass", undefined],
    ]);
    expect(badTask("needs: {«boat: 1}")).toEqual(["1 unknown-reference"]);
    expect(badTask("needs: {lift: {quantity: 1, either: {«boat: 1}}}")).toEqual(["1 unknown-reference"]);
  });

  it("[L45] alternatives in a list may depend on facts", () => {
    const { needs } = task("needs: {lift: {quantity: 1, either: [{ship: 1}, {medics: 2, when: open}]}}");

    expect(needs[0]?.alternatives[1]).toEqual({
      capability: "medics",
      per: plain(2),
      when: [{ kind: "fact", fact: "open", is: ["yes"] }],
    });
  });

  it("[L46] an outcome needs a value and an end; the standard is the end unless stated", () => {
    expect(task("outcome: true, value: 3, expires: 2 d").standard?.amount).toEqual(plain(48));
    expect(task("outcome: true, value: 3, expires: 2 d, standard: 1 d").standard?.amount).toEqual(plain(24));
    expect(badTask("outcome: «true, value: 3")).toEqual(["1 outcome-needs-expiry"]);
    expect(badTask("outcome: «true, expires: 3 h")).toEqual(["1 outcome-needs-value"]);
    expect(badTask("expires: 3 h, standard: «4 h")).toEqual(["1 standard-after-expiry"]);
  });

  it("[L49] recall nothing and hand over at once, unless they say otherwise", () => {
    const plainly = mission("go: {activity: go}");
    const urgent = mission(
      "go: {activity: go, hands-over: {uniform: [1 h, 3 h]}}",
      "",
      ", recalls: lower-priority",
    );

    expect(plainly.recalls).toBe("nothing");
    expect(plainly.tasks.get("go")?.handsOver.distribution).toEqual({ kind: "fixed", value: plain(0) });
    expect(urgent.recalls).toBe("lower-priority");
    expect(urgent.tasks.get("go")?.handsOver.distribution.kind).toBe("uniform");
    expect(
      marked(
        "missions: {m: {name: {ja: 任, en: M}, domain: D, recalls: «everything, tasks: {t: {activity: go}}}}",
      ),
    ).toEqual(["1 unknown-word"]);
  });

  it("[L46] even accrual takes one need", () => {
    expect(badTask("accrues: «evenly, needs: {ship: 1, medics: 1}")).toEqual(["1 accrues-with-one-need"]);
    expect(task("accrues: evenly, needs: {ship: 1}").accrues).toBe("evenly");
  });

  it("[L46] comes after the task of its mission that makes what it knows", () => {
    const others = "information: {cue: {type: x, made-by: m.look}}";
    const { tasks } = mission("look: {activity: see}, go: {activity: go, knows: cue}", others);

    expect(tasks.get("go")?.after).toEqual(["look"]);
    expect(tasks.get("look")?.after).toEqual([]);
  });

  it("[L10] refers to tasks of its own mission only", () => {
    expect(task("when: night").ref).toBe("m.t");
    expect(badTask("after: «u")).toEqual(["1 unknown-reference"]);
    expect(badTask("after: «t")).toEqual(["1 refers-to-itself"]);
    expect(badTask("decays: «slow")).toEqual(["1 unknown-word"]);
  });

  it("[L12] a role is named by its task", () => {
    const others = "roles: {m.t: {lead: ORG}, plan: {task: m.t, supports: [SUB, ORG]}}";
    const text = `missions: {m: {name: {ja: 任, en: M}, domain: D, tasks: {t: {activity: go}}}}\n`;

    expect([...mini(text + others).roles.values()].map(({ task: ref }) => ref)).toEqual(["m.t", "m.t"]);
    expect(marked(`${text}roles: {«m.u: {lead: ORG}}`)).toEqual(["1 unknown-reference"]);
  });
});

describe("places, mechanisms and the rest", () => {
  it("[L47] access is open where no state is named, else closed, unless stated", () => {
    const study = mini("places: {x: {name: {ja: え, en: X}, state: P, access: {consent: ORG}}}");

    expect([...study.places.values()].map(({ id, access }) => [id, access.kind])).toEqual([
      ["bay", "open"],
      ["port", "closed"],
      ["sea", "open"],
      ["x", "consent"],
    ]);
  });

  it("[L21] positions are degrees north and east", () => {
    const at = (written: string) =>
      mini(`places: {x: {name: {ja: え, en: X}, at: ${written}}}`).places.get("x")?.at;

    expect(at("11.6 N 43.1 E")).toEqual({ latitude: 11.6, longitude: 43.1 });
    expect(at("'5 S, 170.5 W'")).toEqual({ latitude: -5, longitude: -170.5 });
    expect(marked("places: {x: {name: {ja: え, en: X}, at: «43.1 E 11.6 N}}")).toEqual(["1 bad-position"]);
  });

  it("[L11] a route without length needs positions, a capability that travels needs a speed", () => {
    const places = "places: {x: {name: {ja: え, en: X}}}\n";

    expect(marked(`${places}routes: {r: «{joins: [sea, x]}}`)).toEqual(["1 no-position"]);
    expect(marked("capabilities: {c: «{name: {ja: 能, en: C}, moves: sea}}")).toEqual(["1 missing-field"]);
  });

  it("[L22] mechanisms unlock up to a classification of the study, for those they link", () => {
    const text = (upTo: string) =>
      `mechanisms: {x: {name: {ja: 仕, en: X}, between: [P, OTHER], unlocks: {information: {types: [sea], up-to: ${upTo}}, cell: {handles: 3}, agreement: [go]}, assumption: true}}`;
    const mechanism = mini(text("secret")).mechanisms.get("x");

    expect(mechanism?.information[0]).toMatchObject({ types: ["sea"], upTo: "secret" });
    expect(mechanism?.cell?.members).toEqual(["P", "OTHER"]);
    expect(mechanism?.agreement).toEqual(["go"]);
    expect(marked(text("«hidden"))).toEqual(["1 unknown-word"]);
  });

  it("[L10] hypotheses use the words of predicates, and validation its three forms", () => {
    const study = mini(
      "hypotheses: {h: {text: {ja: 仮, en: H}, holds-if: {largest-cause: law.basis, at-least: 0.8, of: [D1, D2]}}}\n" +
        "validation:\n" +
        "  a: {case: x, observed: [1 d, 2 d], of: y, use: held-out, source: good}\n" +
        "  b: {case: x, observed: {first: [p, q]}, of: y, use: calibrated-on}\n" +
        "  c: {case: x, observed: {ratio: [1, 2]}, of: y, use: calibrated-on}\n",
    );

    expect(study.hypotheses.get("h")?.holdsIf).toEqual({
      "largest-cause": "law.basis",
      "at-least": 0.8,
      of: ["D1", "D2"],
    });
    expect([...study.validation.values()].map(({ observed }) => observed)).toEqual([
      { kind: "set", values: [24, 48] },
      { kind: "order", first: ["p", "q"] },
      { kind: "ratio", low: 1, high: 2 },
    ]);
    expect(marked("hypotheses: {h: {text: {ja: 仮, en: H}, holds-if: {«largest-case: x}}}")).toEqual([
      "1 unknown-field",
    ]);
  });
});
