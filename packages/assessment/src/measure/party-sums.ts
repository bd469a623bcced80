import type { OutputLayout } from "@shikumi/kernel";
import type { Id, Study } from "@shikumi/model";
import { futureSums, indicesWhere, type PartyColumn, type RunResults } from "../run/run-results.ts";

/** Places by column and party, for each layout: a layout is that of one study with its levers. */
const known = new WeakMap<Study, WeakMap<OutputLayout, Map<string, readonly number[]>>>();

/** Sum by future of a column over what belongs to a party: its organisations, its deciders, its beneficiaries. Over everything for no party. */
export function partySums(run: RunResults, column: PartyColumn, party: Id | undefined): Float64Array {
  return run.partySums?.(column, party) ?? futureSums(run, column, indicesOf(run, column, party));
}

function indicesOf(run: RunResults, column: PartyColumn, party: Id | undefined): readonly number[] {
  const byLayout = known.get(run.study) ?? new WeakMap<OutputLayout, Map<string, readonly number[]>>();
  known.set(run.study, byLayout);
  const places = byLayout.get(run.layout) ?? new Map<string, readonly number[]>();
  byLayout.set(run.layout, places);
  const name = `${column} ${party ?? ""}`;
  const found = places.get(name) ?? findIndices(run, column, party);
  places.set(name, found);
  return found;
}

function findIndices(run: RunResults, column: PartyColumn, party: Id | undefined): readonly number[] {
  switch (column) {
    case "answered":
      return nodesOf(run, party);
    case "benefitBy":
      return benefitOf(run, party);
    case "deliveredBy":
    case "unitHoursBy":
    case "hazardBy":
      return pairsOf(run, party);
  }
}

function nodesOf({ study, layout }: RunResults, party: Id | undefined): readonly number[] {
  const partyOf = (node: Id): Id | undefined =>
    (study.deciders.get(node) ?? study.organisations.get(node))?.party;
  return indicesWhere(layout.nodes, (node) => party === undefined || partyOf(node) === party);
}

/** Indices into columns by task × organisation. */
function pairsOf({ study, layout }: RunResults, party: Id | undefined): readonly number[] {
  const count = layout.organisations.length;
  const chosen = indicesWhere(
    layout.organisations,
    (id) => party === undefined || study.organisations.get(id)?.party === party,
  );
  return layout.tasks.flatMap((_, task) => chosen.map((organisation) => task * count + organisation));
}

/** Places of what the tasks deliver to beneficiaries of one party; those of nobody in particular come after all parties. */
function benefitOf({ layout }: RunResults, party: Id | undefined): readonly number[] {
  const width = layout.parties.length + 1;
  if (party === undefined)
    return layout.tasks.flatMap((_, task) => Array.from({ length: width }, (_, at) => task * width + at));
  const place = layout.parties.indexOf(party);
  return place < 0 ? [] : layout.tasks.map((_, task) => task * width + place);
}
