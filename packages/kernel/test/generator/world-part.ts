import { byId, type Choices, fields } from "./choice.ts";
import { chance, time } from "./quantity.ts";

export const parties: readonly string[] = ["P", "Q", "R"];
export const places: readonly string[] = [
  "ocean",
  "bay",
  "portP",
  "portQ",
  "city",
  "hub",
  "island",
  "nowhere",
];
export const capabilities: readonly string[] = ["team", "ship", "plane", "truck"];
export const activities: readonly string[] = ["search", "escort", "treat"];
export const deciders: readonly string[] = ["D0", "D1", "D2"];

/** Organisations of a generated study, with the party and superior of each. */
export interface Organisations {
  readonly ids: readonly string[];
  readonly elements: Record<string, unknown>;
}

export function makeOrganisations(pick: Choices): Organisations {
  const made: { id: string; party: string; element: Record<string, unknown> }[] = [];
  for (let i = 0; i < pick.integer("organisations", 2, 6); i++) {
    const party = pick.one(`party ${i}`, parties);
    const superiors = made.filter((other) => other.party === party).map((other) => other.id);
    const under =
      superiors.length > 0 && pick.has("superiors", `${i}`, 0.5)
        ? pick.one(`under ${i}`, superiors)
        : undefined;
    const kind = pick.has("laws", `kind ${i}`, 0.65) ? "force" : "firm";
    made.push({ id: `O${i}`, party, element: fields({ party, kind, under }) });
  }
  return {
    ids: made.map((one) => one.id),
    elements: byId(
      "O",
      made.map((one) => one.element),
    ),
  };
}

export function makeActors(pick: Choices): Record<string, unknown> {
  const attention = (i: number): unknown => {
    if (!pick.has("attention", `${i}`, 0.6)) return undefined;
    return pick.one(`attention ${i}`, ["6 /d", "1 /d", "3 h", { uniform: ["1 h", "4 h"] }]);
  };
  const sits = (i: number): unknown =>
    pick.has("sittings", `${i}`, 0.5)
      ? {
          "per-year": pick.integer(`per year ${i}`, 0, 2),
          closed: [{ from: "2012-04-01", until: "2012-04-05" }],
        }
      : undefined;
  return {
    parties: byId("", []),
    kinds: { force: { default: "needs-basis" }, firm: { default: "free-unless-barred" } },
    deciders: byId(
      "D",
      deciders.map((_, i) =>
        fields({ party: pick.one(`decider ${i}`, parties), attention: attention(i), sits: sits(i) }),
      ),
    ),
    beneficiaries: { BP: { party: "P" }, BQ: { party: "Q" }, BX: {} },
    capabilities: {
      ship: fields({ unit: "ship", moves: "sea", speed: "18 kn", range: range(pick), assumption: true }),
      plane: { unit: "plane", moves: "air", speed: "330 kn", assumption: true },
      truck: { unit: "truck", moves: "road", speed: "60 km/h", assumption: true },
      team: { unit: "team", moves: "none" },
    },
  };
}

function range(pick: Choices): string | undefined {
  return pick.has("range", "ship", 0.3) ? "600 nmi" : undefined;
}

export function makePlaces(pick: Choices): Record<string, unknown> {
  const access = (name: string, organisations: readonly string[]): unknown => {
    if (!pick.has("access", name, 0.7)) return "open";
    if (pick.has("consent", name, 0.5)) {
      return {
        consent: pick.one(`consent by ${name}`, [...deciders, ...organisations]),
        ...{
          takes: time(pick, `access takes ${name}`),
          hesitates: time(pick, `access hesitates ${name}`, 2),
        },
        given: chance(pick, `access given ${name}`),
      };
    }
    return pick.one(`access of ${name}`, ["open", "closed"]);
  };
  const first = ["O0", "O1"];
  const closed = pick.has("closures", "strait", 0.5) ? { future: "u-closed" } : undefined;
  return {
    places: {
      ocean: { at: "0 N 179 E" },
      bay: { at: "1 N 179 W", inside: "ocean" },
      portP: { at: "10 N 178 E", state: "P", access: access("portP", first), assumption: true },
      portQ: { at: "8 S 176 W", state: "Q", access: access("portQ", first), assumption: true },
      city: { at: "9 N 177 E", state: "R", access: access("city", first), assumption: true },
      hub: { inside: "city", access: access("hub", first), assumption: true },
      island: { at: "2 N 178 W", inside: "ocean", access: access("island", first), assumption: true },
      nowhere: {},
    },
    routes: {
      ...{
        legP: { joins: ["portP", "ocean"] },
        legQ: fields({ joins: ["portQ", "ocean"], closed, assumption: true }),
      },
      detour: { joins: ["portP", "portQ"], length: "2000 nmi", assumption: true },
      ...(pick.has("roads", "any", 0.5)
        ? { road: { joins: ["portP", "city"], mode: "road", length: "150 km", assumption: true } }
        : {}),
    },
  };
}

/** The first few cover all capabilities, most of them the one that is everywhere at once. */
function heldCapability(pick: Choices, i: number): string {
  return pick.uniform(`held team ${i}`) < 0.4
    ? "team"
    : (capabilities[i] ?? pick.one(`held ${i}`, capabilities));
}

export function makeHoldings(pick: Choices, organisations: readonly string[]): Record<string, unknown> {
  return byId(
    "h",
    pick.many("holdings", 4, 12, (i) =>
      fields({
        ...{ of: pick.one(`holder ${i}`, organisations), what: heldCapability(pick, i) },
        ...{
          quantity: pick.one(`quantity ${i}`, [1, 2, 3, 5, 2.5]),
          at: pick.one(`held at ${i}`, places.slice(0, 7)),
        },
        ...{ ready: time(pick, `ready ${i}`, 3), recovers: time(pick, `recovers ${i}`, 5) },
        endures: pick.has("endurance", `${i}`, 0.4) ? `${pick.integer(`endures ${i}`, 1, 12)} h` : undefined,
        arrives: pick.has("arrivals", `${i}`, 0.3)
          ? [
              { quantity: 2, at: "2012-04-03" },
              { quantity: 1, after: `${pick.integer(`arrives ${i}`, 0, 200)} h` },
            ]
          : undefined,
        "shared-with": pick.has("sharing", `${i}`, 0.3)
          ? [pick.one(`shared ${i}`, organisations)]
          : undefined,
      }),
    ),
  );
}
