import { type ParsedStudy, parseStudy } from "@shikumi/model";
import { byId, Choices } from "./choice.ts";
import { makeIncidents, makeMissions, makeRoles } from "./demand-part.ts";
import { makeAuthorities, makeInformation, makeMechanisms, makeSituations, makeTrust } from "./law-part.ts";
import { type Changeable, makeLevers, makeUncertainties } from "./reform-part.ts";
import { makeActors, makeHoldings, makeOrganisations, makePlaces, parties } from "./world-part.ts";

/** Text of a small random study, the same for the same seed. Features named in `without` are left out of it. */
export function studyText(
  seed: number,
  without: ReadonlySet<string> = new Set(),
  pick: Choices = new Choices(seed, without),
): string {
  const { ids: organisations, elements } = makeOrganisations(pick);
  const trust = makeTrust(pick);
  const trusts = Object.keys(trust).length;
  const missions = makeMissions(pick, organisations, trusts);
  const base = {
    study: {
      ...{
        title: { ja: "試", en: "Try" },
        baseline: "2012-03-31",
        horizon: "12 d",
        sway: 0.3,
        assumption: true,
      },
      "ad-hoc-cell": { "stands-up": "5 h", handles: 1, assumption: true },
      seed: pick.integer("seed", 0, 1000),
    },
    ...makeActors(pick),
    parties: Object.fromEntries(parties.map((id) => [id, {}])),
    organisations: elements,
    ...makePlaces(pick),
    holdings: makeHoldings(pick, organisations),
    situations: makeSituations(pick, organisations),
    authorities: makeAuthorities(pick, organisations),
    mechanisms: makeMechanisms(pick, organisations),
    information: makeInformation(pick, organisations),
    trust,
    missions: missions.elements,
    roles: makeRoles(pick, missions.tasks, organisations),
    incidents: makeIncidents(pick, missions.count, trusts),
    uncertainties: makeUncertainties(),
    sources: { book: { title: { ja: "典", en: "Book" }, reliability: "B" } },
  };
  const levers = makeLevers(pick, { ...base, tasks: missions.tasks, organisations } as unknown as Changeable);
  const chosen = Object.keys(levers);
  const packages = byId("pk", [chosen.length > 0 ? { levers: chosen } : {}]);
  return JSON.stringify({ ...base, levers, packages }, undefined, 1);
}

/** The study of such a text. */
export function generateStudy(seed: number, without: ReadonlySet<string> = new Set()): ParsedStudy {
  return parseStudy([{ path: "study.yaml", text: studyText(seed, without) }]);
}
