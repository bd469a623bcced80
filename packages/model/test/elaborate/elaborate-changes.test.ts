import { canonicalJson, sha256Hex } from "@shikumi/core/hash";
import { applyLevers, canonicalStudy, type Study } from "@shikumi/model";
import fc from "fast-check";
import { expect, it } from "vitest";
import { elaborate } from "../../src/elaborate/elaborate.ts";
import { treeOf } from "../../src/lever/study-tree.ts";
import { ProblemList } from "../../src/tree/problem-list.ts";
import { plainOf } from "../../src/tree/raw.ts";
import { mini, problemsIn } from "../fixture/mini-study.ts";

const patches = [
  "{set: authorities.L.for, to: [mine, yours]}",
  "{add: authorities.L.activities, to: fly}",
  "{add: authorities.N, to: {name: {ja: 新, en: N}, key: A, says: may, acts-through: P, activities: go}}",
  "{set: authorities.L.steps.0.takes, to: {disputed: [{value: 1 h, source: good}, {value: 2 h, source: fair}]}}",
  "{set: holdings.h.quantity, to: 4}",
  "{add: holdings.n, to: {of: ORG, what: ship, quantity: {disputed: [1, 2]}, at: sea}}",
  "{remove: holdings.k}",
  "{add: mechanisms.x, to: {name: {ja: 仕, en: X}, between: [P, Q]}}",
  "{set: missions.m.tasks.t.takes, to: 5 h}",
  "{add: missions.m.tasks.v, to: {activity: go}}",
  "{set: places.bay.inside, to: port}",
  "{set: places.port.access, to: open}",
  "{set: capabilities.ship.unit, to: boat}",
  "{add: organisations.NEW, to: {name: {ja: 新, en: New}, party: P, kind: force, under: ORG}}",
  "{set: information.i.made-by, to: m.u}",
  "{set: uncertainties.delay.values, to: {uniform: [2 h, 3 h]}}",
  "{set: situations.s.found, to: 0.5}",
  "{set: trust.r.key, to: zz}",
  "{add: deciders.D, to: {name: {ja: 新, en: D}, party: P}}",
  "{remove: routes.r}",
  "{set: information.i.type, to: y}",
  "{set: information.i.from, to: OTHER}",
  "{remove: authorities.K}",
  "{remove: situations.q}",
];

const base: Study = mini(`authorities:
  L: {name: {ja: 法, en: L}, says: may, acts-through: {under: ORG}, at: sea, activities: [go], source: good, steps: [{order: CHIEF, takes: 1 d}]}
  K: {name: {ja: 律, en: K}, says: may, acts-through: Q, activities: [see], source: good}
beneficiaries: {mine: {}, yours: {}}
holdings:
  h: {of: ORG, what: ship, quantity: {disputed: [{value: 2, source: good}, {value: 5, source: fair}]}, at: sea}
  k: {of: ORG, what: medics, quantity: 3, at: sea, source: good}
information: {i: {type: x, from: ORG}}
missions: {m: {name: {ja: 任, en: M}, domain: D, assumption: true, tasks: {t: {activity: go, needs: {ship: 1}, knows: i}, u: {activity: see}}}}
situations: {s: {name: {ja: 事, en: S}, found-by: CHIEF}, q: {name: {ja: 静, en: Q}, found-by: CHIEF}}
trust: {r: {of: P, in: Q, starts: 0.5, assumption: true}}
routes: {r: {joins: [sea, bay]}}
levers:
${patches.map((patch, i) => `  v${i}: {name: {ja: 策, en: V}, kind: law, proposed: analyst, assumption: true, change: ${patch}}`).join("\n")}
`);

it("[L58] a levered study is what reading its whole tree gives, whatever was changed", () => {
  const ids = [...base.levers.keys()];

  fc.assert(
    fc.property(fc.subarray(ids, { minLength: 1, maxLength: 6 }), (chosen) => {
      const { study, diagnostics } = applyLevers(base, chosen);
      expect(diagnostics).toEqual([]);
      const problems = new ProblemList();
      const whole = elaborate(treeOf(study ?? base), problems).study;

      expect(problems.hasErrors).toBe(false);
      expect(study).toEqual(whole);
      expect([...(study?.uncertainties.keys() ?? [])]).toEqual([...whole.uncertainties.keys()]);
    }),
    { numRuns: 150 },
  );
});

it("[L58] each change alone gives what reading the whole tree gives, in the same order", () => {
  for (const id of base.levers.keys()) {
    const { study } = applyLevers(base, [id]);
    const whole = elaborate(treeOf(study ?? base), new ProblemList()).study;

    expect(study).toEqual(whole);
    expect([...(study?.authorities.keys() ?? [])]).toEqual([...whole.authorities.keys()]);
    expect(study?.digest).not.toBe(base.digest);
  }
});

it("[L2] the canonical form is RFC 8785 of the merged content, and its SHA-256 is the digest", () => {
  const { study = base } = applyLevers(base, ["v0", "v2"]);

  expect(canonicalStudy(study)).toBe(canonicalJson(plainOf(treeOf(study))));
  expect(study.digest).toBe(sha256Hex(canonicalStudy(study)));
});

it("[L58] taking away what something names is an error, what nothing names is none", () => {
  const taking = (
    id: string,
  ): string => `situations: {s: {name: {ja: 事, en: S}, found-by: CHIEF}, q: {name: {ja: 静, en: Q}, found-by: CHIEF}, r: {name: {ja: 危, en: R}, found-by: CHIEF, needs: s}}
authorities: {L: {name: {ja: 法, en: L}, says: may, acts-through: P, activities: [go], source: good}}
levers: {v: {name: {ja: 策, en: V}, kind: law, proposed: analyst, assumption: true, change: {remove: situations.${id}}}}
`;

  expect(applyLevers(mini(taking("q")), ["v"]).diagnostics).toEqual([]);
  expect(problemsIn(taking("s"))).toEqual([expect.stringContaining("lever-breaks")]);
});
