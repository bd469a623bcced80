import { byId, type Choices, fields } from "./choice.ts";
import { items } from "./law-part.ts";
import { chance, conditions, count, deadline, time } from "./quantity.ts";
import { activities, capabilities, parties, places } from "./world-part.ts";

/** Missions with the ids of their tasks. */
export interface Missions {
  readonly elements: Record<string, unknown>;
  readonly tasks: readonly string[];
  readonly count: number;
}

export function makeMissions(pick: Choices, organisations: readonly string[], trusts: number): Missions {
  const tasks: string[] = [];
  const more = pick.has("recalls", "a third mission", 0.25) ? 1 : 0;
  const count = pick.integer("missions", 1, 2) + more;
  const made = Array.from({ length: count }, (_, m) => {
    const ids = pick.many(`tasks ${m}`, 1, 4, (i) => `k${i}`);
    tasks.push(...ids.map((id) => `m${m}.${id}`));
    return fields({
      ...{ domain: "D", priority: pick.integer(`priority ${m}`, 0, 2) },
      floor: pick.has("floors", `${m}`, 0.5) ? pick.one(`floor ${m}`, [0.3, 0.9]) : undefined,
      recalls: pick.has("recalls", `mission ${m}`, 0.6) ? "lower-priority" : undefined,
      tasks: Object.fromEntries(
        ids.map((id, i) => [id, task(pick, `${m}.${i}`, ids.slice(0, i), organisations, trusts)]),
      ),
    });
  });
  return { elements: byId("m", made), tasks, count: made.length };
}

function task(
  pick: Choices,
  name: string,
  earlier: readonly string[],
  organisations: readonly string[],
  trusts: number,
): Record<string, unknown> {
  const outcome = pick.has("outcomes", name, 0.75);
  const accrues = pick.has("spread effects", name, 0.45)
    ? pick.one(`accrues ${name}`, ["evenly", "presence"])
    : "at-end";
  const standard = pick.integer(`standard ${name}`, 1, 24);
  const accountable = pick
    .some(`accountable ${name}`, parties, 0.3)
    .map((party) => [party, pick.one(`${party} ${name}`, organisations)]);
  return fields({
    activity: pick.one(`activity ${name}`, activities),
    ...predecessors(pick, name, earlier),
    when: conditions(pick, `task ${name}`, 0.15),
    needs: pick.has("needs", name, 0.85) ? needs(pick, name, accrues === "evenly" ? 1 : 2) : undefined,
    knows: pick.has("information", name, 0.35) ? pick.some(`knows ${name}`, items, 0.5, 1) : undefined,
    ...{ takes: time(pick, `takes ${name}`, 8), accrues },
    "hands-over": pick.has("recalls", `from ${name}`, 0.4) ? time(pick, `hands over ${name}`, 4) : undefined,
    at: pick.has("task places", name, 0.2) ? pick.one(`task at ${name}`, places.slice(0, 7)) : undefined,
    ...(outcome
      ? {
          ...{ outcome, value: pick.has("varying counts", `value ${name}`, 0.3) ? { uniform: [1, 9] } : 10 },
          ...{ expires: deadline(pick, `expires ${name}`, 30, 90), decays: decays(pick, name) },
          standard: pick.has("standards", name, 0.7) ? `${standard} h` : undefined,
        }
      : { expires: pick.has("expiries", name, 0.5) ? deadline(pick, `expires ${name}`, 5, 60) : undefined }),
    hazard: pick.has("hazards", name, 0.4) ? 0.2 : undefined,
    for: pick.has("task beneficiaries", name, 0.15) ? "BQ" : undefined,
    from: pick.has("from opening", name, 0.3) ? "open" : undefined,
    enough: pick.has("enough", name, 0.4) ? pick.one(`enough ${name}`, [0, 0.4, 0.5]) : undefined,
    prepare: pick.has("early preparation", name, 0.3) ? "on-open" : undefined,
    uncombined: pick.has("uncombined", name, 0.3) ? 0.5 : undefined,
    joint: pick.has("joint tasks", name, 0.2) ? true : undefined,
    accountable: accountable.length > 0 ? Object.fromEntries(accountable) : undefined,
    weapons: pick.has("weapons", `task ${name}`, 0.4) ? { soft: 0.5, hard: 1.2 } : undefined,
    "without-logistics": pick.has("logistics", `task ${name}`, 0.3) ? 0.6 : undefined,
    "without-planning": pick.has("planning", `task ${name}`, 0.3) ? 0.7 : undefined,
    commits: pick.has("commitments", name, 0.3)
      ? `t${pick.integer(`commits ${name}`, 0, trusts - 1)}`
      : undefined,
  });
}

function predecessors(pick: Choices, name: string, earlier: readonly string[]): Record<string, unknown> {
  if (earlier.length === 0) return {};
  const after = pick.has("order of tasks", name, 0.6)
    ? pick.some(`after ${name}`, earlier, 0.6, 1)
    : undefined;
  const left = earlier.filter((id) => !after?.includes(id));
  const anyOf =
    left.length > 0 && pick.has("any-of", name, 0.35) ? pick.some(`any of ${name}`, left, 0.8, 1) : undefined;
  const evenIfFailed = pick.has("even if failed", name, 0.2) ? true : undefined;
  return fields({ after, "any-of": anyOf, "even-if-failed": evenIfFailed });
}

function needs(pick: Choices, name: string, most: number): Record<string, unknown> {
  const named = pick.many(`needs ${name}`, 1, most, (i) => {
    const one =
      pick.uniform(`team ${name} ${i}`) < 0.4 ? "team" : pick.one(`capability ${name} ${i}`, capabilities);
    if (!pick.has("alternatives", `${name} ${i}`, 0.35)) return [one, count(pick, `count ${name} ${i}`)];
    const other = pick.one(
      `other ${name} ${i}`,
      capabilities.filter((id) => id !== one),
    );
    const when = conditions(pick, `alternative ${name} ${i}`, 0.3);
    const either = [{ [one]: pick.one(`per ${name} ${i}`, [1, 2, 0.5]) }, fields({ [other]: 1.5, when })];
    return [`need-${i}`, { either, quantity: pick.integer(`quantity ${name} ${i}`, 1, 4) }];
  });
  return Object.fromEntries(named);
}

function decays(pick: Choices, name: string): unknown {
  return pick.one(`decays ${name}`, ["none", "step", "linear", { "half-life": "5 h" }]);
}

export function makeRoles(
  pick: Choices,
  tasks: readonly string[],
  organisations: readonly string[],
): Record<string, unknown> {
  const planned = tasks.filter((task) => pick.has("roles", task, 0.5));
  return Object.fromEntries(
    planned.map((task) => [
      task,
      fields({
        lead: pick.has("leads", task, 0.7) ? pick.one(`lead ${task}`, organisations) : undefined,
        supports: pick.some(`supports ${task}`, organisations, 0.35),
      }),
    ]),
  );
}

export function makeIncidents(pick: Choices, missions: number, trusts: number): Record<string, unknown> {
  const streams = pick.integer("streams", 1, 3);
  const called = (i: number): readonly unknown[] =>
    Array.from({ length: missions }, (_, m) => m)
      .filter((m) => pick.uniform(`calls ${i} ${m}`) < 0.7 || m === i)
      .map((m) => fields({ mission: `m${m}`, when: conditions(pick, `call ${i} ${m}`, 0.2) }));
  return byId(
    "e",
    Array.from({ length: streams }, (_, i) =>
      fields({
        at: Object.fromEntries(pick.some(`at ${i}`, places, 0.4, 1).map((place, j) => [place, j + 1])),
        rate: pick.has("rates", `${i}`, 0.7) ? rate(pick, i) : undefined,
        dates: pick.has("dates", `${i}`, 0.5)
          ? ["2012-04-01", "2012-04-02", "2012-04-02", "2012-04-07T06:30"]
          : undefined,
        season: pick.has("seasons", `${i}`, 0.3) ? { apr: 0.5, may: 2 } : undefined,
        clusters: pick.has("clusters", `${i}`, 0.3)
          ? {
              gap: time(pick, `gap ${i}`, 40),
              lasts: time(pick, `burst ${i}`, 20),
              times: pick.one(`times ${i}`, [3, 0.5]),
            }
          : undefined,
        facts: pick.has("facts", `${i}`, 0.8)
          ? {
              ...{ alert: chance(pick, `alert ${i}`), severity: { low: 2, middle: 1, high: 1 } },
              ...(pick.has("facts", `night ${i}`, 0.5) ? { night: 0.5 } : {}),
            }
          : undefined,
        for: pick.has("beneficiaries", `stream ${i}`, 0.6) ? { BP: 0.5, BQ: 0.2, BX: 0.3 } : undefined,
        calls: called(i),
        causes: pick.has("cascades", `${i}`, 0.4) && i + 1 < streams ? causes(pick, i, streams) : undefined,
        "suppressed-by": pick.has("suppression", `${i}`, 0.35)
          ? {
              mission: "m0",
              lag: `${pick.integer(`lag ${i}`, 1, 4)} d`,
              "at-most": pick.one(`at most ${i}`, [0.5, 1]),
            }
          : undefined,
        moves: pick.has("trust moves", `${i}`, 0.3)
          ? [
              {
                trust: `t${pick.integer(`moves ${i}`, 0, trusts - 1)}`,
                by: pick.one(`moves by ${i}`, ["leak", "kept"]),
              },
            ]
          : undefined,
        until: pick.has("valid streams", `${i}`, 0.2) ? "2012-04-10" : undefined,
      }),
    ),
  );
}

function rate(pick: Choices, i: number): unknown {
  return pick.has("futures", `rate ${i}`, 0.3)
    ? { future: "u-rate" }
    : `${pick.one(`rate ${i}`, [0.2, 0.5, 1])} /d`;
}

function causes(pick: Choices, i: number, streams: number): readonly unknown[] {
  return pick.many(`causes ${i}`, 1, 2, (j) =>
    fields({
      incident: `e${pick.integer(`caused ${i} ${j}`, i + 1, streams - 1)}`,
      ...{ chance: chance(pick, `cause ${i} ${j}`), after: time(pick, `after ${i} ${j}`, 10) },
      when: conditions(pick, `cause ${i} ${j}`, 0.2),
    }),
  );
}
