import { sha256Hex } from "@shikumi/core/hash";
import { readElements, type Table } from "../form/element-table.ts";
import { compareText, NameIndex } from "../form/name-index.ts";
import { Reading, Tally, type World } from "../form/reading.ts";
import type { CollectionName } from "../study/collection-name.ts";
import type { Collection, Element } from "../study/element.ts";
import type { Uncertainty } from "../study/reform.ts";
import type { Study } from "../study/study.ts";
import { tables } from "../table/all-tables.ts";
import { charterBasis, readCharter } from "../table/charter-table.ts";
import { ProblemList } from "../tree/problem-list.ts";
import type { RawMap } from "../tree/raw.ts";
import { canonicalTree } from "./canonical-tree.ts";

export interface Elaborated {
  /** To be used only when no error was reported. */
  readonly study: Study;
  readonly tally: Tally;
}

export interface ElaborateOptions {
  /** Leaves the digest empty, for a study that is only looked at for its problems. */
  readonly forProblemsOnly?: boolean;
}

/** Turns the raw tree into typed elements with references resolved and defaults filled in; reports everything it can see. */
export function elaborate(root: RawMap, problems: ProblemList, options: ElaborateOptions = {}): Elaborated {
  const { forProblemsOnly = false } = options;
  const names = new NameIndex(root);
  const world: World = {
    problems,
    names,
    tally: new Tally(),
    ...charterBasis(root),
    dimensions: new Map(),
    disputed: new Map(),
  };
  inferDimensions(world);
  reportSharedIds(world);
  const top = new Reading(world);
  const charter = readCharter(root, top);
  const all = <T extends Element>(name: CollectionName, table: Table<T>): Collection<T> =>
    readElements(table, names.whole.entries(name), top.at(name));
  const study: Study = {
    charter,
    parties: all("parties", tables.parties),
    kinds: all("kinds", tables.kinds),
    organisations: all("organisations", tables.organisations),
    deciders: all("deciders", tables.deciders),
    capabilities: all("capabilities", tables.capabilities),
    holdings: all("holdings", tables.holdings),
    places: all("places", tables.places),
    routes: all("routes", tables.routes),
    beneficiaries: all("beneficiaries", tables.beneficiaries),
    information: all("information", tables.information),
    situations: all("situations", tables.situations),
    incidents: all("incidents", tables.incidents),
    missions: all("missions", tables.missions),
    roles: all("roles", tables.roles),
    authorities: all("authorities", tables.authorities),
    mechanisms: all("mechanisms", tables.mechanisms),
    trust: all("trust", tables.trust),
    levers: all("levers", tables.levers),
    packages: all("packages", tables.packages),
    measures: all("measures", tables.measures),
    hypotheses: all("hypotheses", tables.hypotheses),
    validation: all("validation", tables.validation),
    sources: all("sources", tables.sources),
    glossary: all("glossary", tables.glossary),
    uncertainties: withDisputed(all("uncertainties", tables.uncertainties), world),
    digest: forProblemsOnly ? "" : sha256Hex(canonicalTree(root)),
  };
  return { study, tally: world.tally };
}

/** Dimensions of the uncertainties that can be read, before anything refers to them. */
function inferDimensions(world: World): void {
  for (const [id, entry] of world.names.entries("uncertainties")) {
    const problems = new ProblemList();
    const scratch = new Reading({ ...world, problems, tally: new Tally(), disputed: new Map() });
    const { dimension, unit } = tables.uncertainties.read(id, entry, scratch);
    if (!problems.hasErrors) world.dimensions.set(id, { dimension, unit });
  }
}

/** Organisations, deciders and parties are named by the same references, so no two may share an id. */
function reportSharedIds(world: World): void {
  const collections = ["parties", "organisations", "deciders"] as const;
  collections.forEach((collection, i) => {
    for (const [id, { key }] of world.names.entries(collection)) {
      for (const earlier of collections.slice(0, i)) {
        const other = world.names.entries(earlier).get(id);
        if (other === undefined) continue;
        const related = [{ span: other.key, role: "first" }];
        world.problems.error("ambiguous-id", key, { id, collection, other: earlier }, related);
      }
    }
  });
}

/** Declared uncertainties and those made from disputed figures, ascending by key. */
export function withDisputed(declared: Collection<Uncertainty>, world: World): Collection<Uncertainty> {
  if (world.disputed.size === 0) return declared;
  const both = [...declared.values(), ...world.disputed.values()];
  both.sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id));
  return new Map(both.map((one) => [one.id, one]));
}
