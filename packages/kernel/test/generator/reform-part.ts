import { byId, type Choices, fields } from "./choice.ts";
import { time } from "./quantity.ts";
import { deciders } from "./world-part.ts";

type Elements = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What levers may change: the collections of the study so far. */
export interface Changeable {
  readonly holdings: Elements;
  readonly authorities: Elements;
  readonly mechanisms: Elements;
  readonly situations: Elements;
  readonly incidents: Elements;
  readonly tasks: readonly string[];
  readonly organisations: readonly string[];
}

export function makeLevers(pick: Choices, world: Changeable): Record<string, unknown> {
  const most = pick.has("levers", "at all", 1) ? 4 : 0;
  return byId(
    "v",
    pick.many("levers", 0, most, (i) =>
      fields({
        ...{ kind: "law", proposed: "analyst", change: [change(pick, i, world)] },
        ...{
          takes: time(pick, `lever takes ${i}`, 60),
          adopted: pick.one(`adopted ${i}`, [1, 1, 0.6, { future: "u-chance" }]),
        },
        used: pick.has("unused levers", `${i}`, 0.4) ? 0.6 : undefined,
        needs: i > 0 && pick.has("needed levers", `${i}`, 0.25) ? [`v${i - 1}`] : undefined,
        after: i > 1 && pick.has("later levers", `${i}`, 0.25) ? ["v0"] : undefined,
        passes: pick.has("sittings", `lever ${i}`, 0.4) ? pick.one(`passes ${i}`, deciders) : undefined,
        voids: i > 1 && pick.has("voiding levers", `${i}`, 0.15) ? [`v${i - 2}`] : undefined,
      }),
    ),
  );
}

/** One patch. Every lever has a path of its own, so that any of them go together. */
function change(pick: Choices, i: number, world: Changeable): unknown {
  const nth = (elements: Elements): string | undefined => Object.keys(elements)[i];
  const holding = nth(world.holdings);
  const authority = nth(world.authorities);
  const mechanism = nth(world.mechanisms);
  const situation = nth(world.situations);
  const stream = nth(world.incidents);
  const isReferred = Object.values(world.authorities).some(
    (other) => JSON.stringify(other["over"]) === `["${authority}"]`,
  );
  const options = [
    ...(holding === undefined
      ? []
      : [
          { set: `holdings.${holding}.quantity`, to: 6 },
          {
            set: `holdings.${holding}.quantity`,
            to: {
              disputed: [
                { value: 4, source: "book" },
                { value: 7, source: "book" },
              ],
            },
          },
          { set: `holdings.${holding}.ready`, to: "0 h" },
          { set: `holdings.${holding}.shared-with`, to: world.organisations },
        ]),
    ...(authority === undefined
      ? []
      : [
          { set: `authorities.${authority}.acts-through`, to: world.organisations },
          { set: `authorities.${authority}.steps`, to: [{ order: "D0", takes: "1 h" }] },
          { set: `authorities.${authority}.when`, to: ["alert"] },
          ...(isReferred ? [] : [{ remove: `authorities.${authority}` }]),
        ]),
    {
      add: `authorities.LX${i}`,
      to: { says: "may", "acts-through": world.organisations, activities: ["search", "treat"] },
    },
    ...(mechanism === undefined
      ? []
      : [
          { set: `mechanisms.${mechanism}.between`, to: ["P", "Q", "R"] },
          { remove: `mechanisms.${mechanism}` },
        ]),
    ...(situation === undefined ? [] : [{ set: `situations.${situation}.found`, to: 1 }]),
    ...(stream === undefined ? [] : [{ set: `incidents.${stream}.rate`, to: "0.7 /d" }]),
    ...world.tasks
      .slice(i, i + 1)
      .map((task) => ({ set: `missions.${task.replace(".", ".tasks.")}.enough`, to: 0.3 })),
    { add: `holdings.hx${i}`, to: { of: world.organisations[0], what: "team", quantity: 3, at: "ocean" } },
  ];
  return pick.one(`change ${i}`, options);
}

export function makeUncertainties(): Record<string, unknown> {
  return {
    "u-time": { values: { triangular: ["1 h", "5 h", "20 h"] }, with: { "u-chance": 0.5 }, assumption: true },
    "u-chance": { values: { uniform: [0.1, 1] }, assumption: true },
    "u-rate": { values: { lognormal: { median: "0.4 /d", sigma: 0.5 } }, assumption: true },
    "u-closed": { values: { discrete: { 0: 0.5, 1: 0.5 } }, assumption: true },
  };
}
