import { byId, type Choices, fields } from "./choice.ts";
import { chance, condition, conditions, time } from "./quantity.ts";
import { activities, deciders, parties, places } from "./world-part.ts";

export const situations: readonly string[] = ["s0", "s1", "s2"];
export const items: readonly string[] = ["i0", "i1", "i2"];

export function makeSituations(pick: Choices, organisations: readonly string[]): Record<string, unknown> {
  const whom = [...deciders, ...organisations];
  return byId(
    "s",
    situations.map((_, i) =>
      fields({
        "found-by": pick.some(`finders ${i}`, whom, 0.25, i === 2 ? 0 : 1).slice(0, 3),
        ...{ takes: time(pick, `finding takes ${i}`, 8), found: chance(pick, `found ${i}`) },
        lasts: pick.has("closing situations", `${i}`, 0.7) ? time(pick, `open for ${i}`, 30) : undefined,
        needs: i > 0 && pick.has("needed situations", `${i}`, 0.4) ? `s${i - 1}` : undefined,
        open: pick.has("open situations", `${i}`, 0.25)
          ? [{ from: "2012-04-03", until: "2012-04-09" }]
          : undefined,
      }),
    ),
  );
}

export function makeAuthorities(pick: Choices, organisations: readonly string[]): Record<string, unknown> {
  const most = pick.has("laws", "at all", 1) ? 8 : 0;
  return byId(
    "L",
    pick.many("authorities", Math.min(2, most), most, (i) => authority(pick, i, organisations)),
  );
}

function authority(pick: Choices, i: number, organisations: readonly string[]): Record<string, unknown> {
  const isBar = pick.has("prohibitions", `${i}`, 0.2);
  const judgement = {
    ...{ judgement: `norm-${i}`, by: pick.one(`judge ${i}`, [...deciders, ...organisations]) },
    given: chance(pick, `judged ${i}`),
  };
  const when = [
    ...(conditions(pick, `authority ${i}`, 0.3) ?? []),
    ...(pick.has("judgements", `${i}`, 0.25) ? [judgement] : []),
    ...(pick.has("judgements", `in any ${i}`, 0.1)
      ? [{ any: ["alert", { ...judgement, judgement: `other-${i}` }] }]
      : []),
    ...(pick.has("judgements", `not ${i}`, 0.1) ? [{ not: { ...judgement, judgement: `bad-${i}` } }] : []),
  ];
  const unless = [
    ...(pick.has("conditions", `unless ${i}`, 0.15) ? [condition(pick, `unless ${i}`)] : []),
    ...(pick.has("judgements", `unless ${i}`, 0.1) ? [{ ...judgement, judgement: `harm-${i}` }] : []),
  ];
  return fields({
    says: isBar ? "must-not" : pick.one(`says ${i}`, ["may", "may", "must"]),
    rank: pick.one(`rank ${i}`, ["treaty", "statute", "statute", "order"]),
    "acts-through": pick.some(`actors ${i}`, organisations, isBar ? 0.3 : 0.8, 1),
    activities: pick.some(`activities ${i}`, activities, isBar ? 0.4 : 0.8, 1),
    for: pick.has("beneficiaries", `${i}`, 0.25)
      ? pick.some(`for ${i}`, ["BP", "BQ", "BX"], 0.5, 1)
      : undefined,
    at: pick.has("places of law", `${i}`, 0.25) ? pick.some(`law at ${i}`, places, 0.4, 1) : undefined,
    in: pick.has("situations", `${i}`, 0.35) ? pick.some(`in ${i}`, situations, 0.5, 1) : undefined,
    when: when.length > 0 ? when : undefined,
    unless: unless.length > 0 ? unless : undefined,
    weapons: pick.has("weapons", `${i}`, 0.5)
      ? pick.one(`weapons ${i}`, ["soft", "hard", "other"])
      : undefined,
    steps: pick.has("steps", `${i}`, 0.65) ? steps(pick, i, organisations) : undefined,
    lasts: pick.has("standing permits", `${i}`, 0.35) ? time(pick, `permit lasts ${i}`, 40) : undefined,
    over: i > 0 && pick.has("order of laws", `${i}`, 0.2) ? [`L${i - 1}`] : undefined,
    ...(pick.has("lapsing laws", `${i}`, 0.25)
      ? { from: "2012-03-01", until: "2012-04-06", renewed: [{ from: "2012-04-08" }] }
      : {}),
    "not-encoded": pick.has("not encoded", `${i}`, 0.12) ? "a part of it" : undefined,
  });
}

function steps(pick: Choices, i: number, organisations: readonly string[]): readonly unknown[] {
  const step = (name: string): Record<string, unknown> =>
    fields({
      [pick.one(`kind ${name}`, ["request", "consultation", "approval", "order", "report-after"])]: pick.one(
        `whom ${name}`,
        [...deciders, ...deciders, ...organisations],
      ),
      ...{ takes: time(pick, `step takes ${name}`, 4), given: chance(pick, `step given ${name}`) },
      hesitates: pick.has("hesitation", name, 0.4) ? time(pick, `hesitates ${name}`, 6) : undefined,
      when: conditions(pick, `step ${name}`, 0.15),
    });
  return pick.many(`steps ${i}`, 1, 3, (j) =>
    pick.has("parallel steps", `${i} ${j}`, 0.3)
      ? pick.many(`parallel ${i} ${j}`, 1, 3, (k) => step(`${i} ${j} ${k}`))
      : step(`${i} ${j}`),
  );
}

export function makeMechanisms(pick: Choices, organisations: readonly string[]): Record<string, unknown> {
  const linked = [...parties, ...organisations];
  const most = pick.has("mechanisms", "at all", 1) ? 5 : 0;
  return byId(
    "M",
    pick.many("mechanisms", Math.min(1, most), most, (i) =>
      fields({
        between: pick.some(`between ${i}`, linked, 0.5, 2),
        in: pick.has("situations", `mechanism ${i}`, 0.25)
          ? [pick.one(`usable in ${i}`, situations)]
          : undefined,
        from: pick.has("lapsing mechanisms", `${i}`, 0.2) ? "2012-04-04" : undefined,
        unlocks: unlocks(pick, i, linked),
      }),
    ),
  );
}

function unlocks(pick: Choices, i: number, linked: readonly string[]): Record<string, unknown> {
  const to = pick.has("unlocks for some", `${i}`, 0.4) ? pick.some(`to ${i}`, linked, 0.4, 1) : undefined;
  const acts = pick.has("unlocks for some", `activities ${i}`, 0.4)
    ? pick.some(`unlocked for ${i}`, activities, 0.5, 1)
    : undefined;
  return fields({
    information: pick.has("channels", `${i}`, 0.4)
      ? {
          types: ["picture"],
          "up-to": pick.one(`up to ${i}`, ["restricted", "secret"]),
          takes: time(pick, `channel ${i}`, 2),
        }
      : undefined,
    access: pick.has("access mechanisms", `${i}`, 0.4)
      ? fields({ at: pick.some(`unlocked at ${i}`, places, 0.4, 1), to, for: acts })
      : undefined,
    logistics: pick.has("logistics", `${i}`, 0.4) ? fields({ to, for: acts }) : undefined,
    planning: pick.has("planning", `${i}`, 0.4) ? true : undefined,
    cell: pick.has("cells", `${i}`, 0.5)
      ? {
          ...{
            members: pick.some(`members ${i}`, linked, 0.7, 1),
            "stands-up": time(pick, `stands up ${i}`, 3),
          },
          handles: pick.integer(`handles ${i}`, 1, 2),
          ...(pick.has("cells for some", `${i}`, 0.4)
            ? { for: pick.some(`combined in ${i}`, activities, 0.5, 1) }
            : {}),
        }
      : undefined,
    agreement: pick.has("agreements", `${i}`, 0.5) ? pick.some(`agreed ${i}`, activities, 0.6, 1) : undefined,
  });
}

export function makeInformation(pick: Choices, organisations: readonly string[]): Record<string, unknown> {
  return byId(
    "i",
    items.map((_, i) =>
      fields({
        ...{
          type: pick.one(`type ${i}`, ["picture", "contact"]),
          from: pick.some(`from ${i}`, organisations, 0.4, 1),
        },
        classed: pick.one(`classed ${i}`, ["open", "restricted", "secret"]),
        "stale-after": pick.has("stale information", `${i}`, 0.5)
          ? `${pick.integer(`stale ${i}`, 0, 8)} h`
          : undefined,
        release: pick.has("releases", `${i}`, 0.7)
          ? { chance: chance(pick, `released ${i}`), takes: time(pick, `release ${i}`, 3) }
          : undefined,
      }),
    ),
  );
}

export function makeTrust(pick: Choices): Record<string, unknown> {
  return byId(
    "t",
    pick.many("trust", 1, 4, (i) => {
      const of = pick.one(`trust of ${i}`, parties);
      const others = parties.filter((party) => party !== of);
      return fields({
        ...{ of, in: pick.one(`trust in ${i}`, others), starts: pick.one(`starts ${i}`, [0.2, 0.6, 1]) },
        ...{ kept: 0.1, leak: 0.3, broken: 0.25 },
        returns: pick.has("returning trust", `${i}`, 0.6) ? "0.2 /d" : undefined,
      });
    }),
  );
}
