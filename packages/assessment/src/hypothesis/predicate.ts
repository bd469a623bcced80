import { type Cause, causes } from "@shikumi/kernel";
import type { Hypothesis, Id, Study } from "@shikumi/model";
import { equalityDefinitions } from "../findings.ts";
import type { GapDefinition } from "../measure/equality-gap.ts";

/** A limit on a number: `at least 0.8`. */
export interface Bound {
  readonly op: "at-least" | "at-most" | "more-than" | "less-than";
  readonly value: number;
}

/** What a cause is called in a predicate: law as a whole, or one of the six. */
export type CauseName = Cause | "law";

/** A predicate that can be evaluated in one future (H1). Scopes are missions. */
export type Predicate =
  | {
      readonly kind: "indispensable";
      readonly package: Id;
      readonly versus: Id;
      readonly missions: readonly Id[];
    }
  | {
      readonly kind: "extreme-cause";
      readonly largest: boolean;
      readonly cause: CauseName;
      readonly package: Id;
      readonly missions: readonly Id[];
    }
  | {
      readonly kind: "share-of-cause";
      readonly cause: CauseName;
      readonly bounds: readonly Bound[];
      readonly package: Id;
      readonly missions: readonly Id[];
    }
  | {
      readonly kind: "gain";
      readonly bounds: readonly Bound[];
      readonly package: Id;
      readonly versus: Id;
      readonly missions: readonly Id[];
    }
  | {
      readonly kind: "more-equal";
      readonly definitions: readonly GapDefinition[];
      readonly between: readonly [Id, Id];
      readonly package: Id;
      readonly versus: Id;
      readonly missions: readonly Id[];
    }
  | {
      readonly kind: "effectiveness";
      readonly bounds: readonly Bound[];
      readonly package: Id;
      readonly missions: readonly Id[];
    };

/** The share of futures in which a predicate has to hold where none is written. */
const usualThreshold: Bound = { op: "at-least", value: 0.5 };

const operations = ["at-least", "at-most", "more-than", "less-than"] as const;

/** How a hypothesis says how often its predicate has to hold. `undefined` for words that are no limit. */
export function thresholdOf({ holdsIf }: Hypothesis): Bound | undefined {
  const written = holdsIf["in-futures"];
  return written === undefined ? usualThreshold : boundFrom(written);
}

/** The predicate of a hypothesis; `undefined` where its words make none that can be evaluated. */
export function predicateOf(study: Study, { holdsIf }: Hypothesis): Predicate | undefined {
  const word = (name: string): string | undefined => {
    const written = holdsIf[name];
    return typeof written === "string" ? written : undefined;
  };
  const missions = missionsOf(study, holdsIf);
  const of = { package: word("package") ?? "baseline", missions };
  const known = new Set(Object.keys(holdsIf));
  const only = (...names: readonly string[]): boolean =>
    [...known].every((name) => [...names, ...scopeWords, "package", "in-futures"].includes(name));
  const bounds = boundsIn(holdsIf);
  const measure = study.measures.get(word("measure") ?? "");
  if (missions.length === 0 || (known.has("measure") && measure?.kind !== "effectiveness")) return undefined;
  const versus = word("versus") ?? "baseline";
  if (word("verdict") === "indispensable" && only("verdict", "versus", "measure"))
    return { kind: "indispensable", versus, ...of };
  for (const name of ["largest-cause", "smallest-cause"] as const) {
    const cause = causeFrom(word(name));
    if (cause !== undefined && only(name))
      return { kind: "extreme-cause", largest: name === "largest-cause", cause, ...of };
  }
  const cause = causeFrom(word("share-of-cause"));
  if (cause !== undefined && bounds.length > 0 && only("share-of-cause", ...operations))
    return { kind: "share-of-cause", cause, bounds, ...of };
  if (word("verdict") === "more-equal") {
    const definitions = definitionsIn(holdsIf["definition"]);
    const [one, other, third] = listed(holdsIf["party"]);
    const areTwo = one !== undefined && other !== undefined && third === undefined;
    return areTwo && definitions !== undefined && only("verdict", "definition", "party", "versus")
      ? { kind: "more-equal", definitions, between: [one, other], versus, ...of }
      : undefined;
  }
  const gain = holdsIf["gain"] === undefined ? undefined : boundFrom(holdsIf["gain"]);
  if (gain !== undefined && only("gain", "versus", "measure"))
    return { kind: "gain", bounds: [gain], versus, ...of };
  if (measure !== undefined && bounds.length > 0 && only("measure", ...operations))
    return { kind: "effectiveness", bounds, ...of };
  return undefined;
}

const scopeWords = ["of", "domain", "mission"];

/** Missions of the scope: of what is named, else of the measure's domains, else all. */
function missionsOf(study: Study, holdsIf: Hypothesis["holdsIf"]): readonly Id[] {
  const named = scopeWords.flatMap((name) => listed(holdsIf[name]));
  const measured = listed(holdsIf["measure"]).flatMap((id) => study.measures.get(id)?.of ?? []);
  const scope = named.length > 0 ? named : measured;
  return [...study.missions.values()]
    .filter(({ id, domain }) => scope.length === 0 || scope.includes(id) || scope.includes(domain))
    .map(({ id }) => id);
}

function listed(written: string | number | readonly string[] | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === "string" || typeof written === "number" ? [String(written)] : written;
}

/** Definitions of equality by name; `undefined` where none is named, or one that a single run does not give. */
function definitionsIn(
  written: string | number | readonly string[] | undefined,
): readonly GapDefinition[] | undefined {
  const names = listed(written);
  const found = names.flatMap((name) => equalityDefinitions.filter((definition) => definition === name));
  const given = found.flatMap((definition) => (definition === "substitutability" ? [] : [definition]));
  return names.length > 0 && given.length === names.length ? given : undefined;
}

function boundsIn(holdsIf: Hypothesis["holdsIf"]): readonly Bound[] {
  return operations.flatMap((op) => {
    const value = Number(holdsIf[op] ?? Number.NaN);
    return Number.isFinite(value) ? [{ op, value }] : [];
  });
}

/** `at least 0.8`, `less than 0.2`; a number alone means at least. */
export function boundFrom(written: string | number | readonly string[]): Bound | undefined {
  if (typeof written === "number") return { op: "at-least", value: written };
  if (typeof written !== "string") return undefined;
  const [, words = "at least", number = ""] =
    /^(?:(at least|at most|more than|less than) +)?(-?\d+(?:\.\d+)?)$/.exec(written.trim()) ?? [];
  const value = Number(number);
  const op = operations.find((one) => one === words.replace(" ", "-"));
  return number === "" || op === undefined ? undefined : { op, value };
}

/** Whether a number keeps to a limit. */
export function keeps(value: number, { op, value: limit }: Bound): boolean {
  switch (op) {
    case "at-least":
      return value >= limit;
    case "at-most":
      return value <= limit;
    case "more-than":
      return value > limit;
    case "less-than":
      return value < limit;
  }
}

function causeFrom(word: string | undefined): CauseName | undefined {
  return word === "law" ? word : causes.find((cause) => cause === word);
}
