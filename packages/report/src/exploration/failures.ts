import type { PackageSearch } from "@shikumi/assessment";
import type { Block, Section, Table } from "../document/block.ts";
import { type Inlines, textInline } from "../document/inline.ts";
import { boxFigure } from "./box-figure.ts";
import { wholeBox } from "./box-words.ts";
import { type ExplorationContext, sentences, textCell } from "./exploration-context.ts";
import { wayFigure } from "./way-figure.ts";

/** Where each package misses its floor, or does worst: conditions in words with their pictures, then the packages for which the evidence supports none. */
export function failuresSection(context: ExplorationContext): Section {
  const { packages } = context.exploration.discovery;
  const rest = packages.filter(({ boxes }) => boxes.length === 0);
  const blocks: Block[] =
    packages.length === 0
      ? [{ kind: "paragraph", content: context.say("no-search") }]
      : [
          {
            kind: "paragraph",
            content: sentences(context, [floorWords(context), context.say("failures-intro")]),
          },
          ...packages.flatMap((search, at) => packageBlocks(context, search, at + 1)),
          ...(rest.length === 0
            ? []
            : ([
                { kind: "heading", anchor: "failures-rest", content: context.say("rest-heading") },
                restTable(context, rest),
              ] as const)),
        ];
  return { anchor: "failures", title: context.word("failures"), blocks };
}

function floorWords(context: ExplorationContext): Inlines {
  const { floor } = context.exploration.measure;
  switch (floor.kind) {
    case "stated":
      return context.say("floor-stated", {
        floor: context.number(floor.value, { id: "measure/floor", style: "share" }),
      });
    case "missions":
      return context.say("floor-missions", { missions: context.count("measure/missions", floor.missions) });
    case "none":
      return context.say("floor-none");
  }
}

function packageBlocks(context: ExplorationContext, search: PackageSearch, at: number): readonly Block[] {
  const { package: id, boxes } = search;
  if (boxes.length === 0) return [];
  return [
    {
      kind: "heading",
      anchor: `failures-${at}`,
      content: [textInline(context.packageName(id))],
    },
    { kind: "paragraph", content: searchedWords(context, search) },
    {
      kind: "list",
      ordered: false,
      items: boxes.map((box, number) =>
        wholeBox(context, `discovery/${id}/${number + 1}`, box, number === 0),
      ),
    },
    ...boxFigure(context, search, at),
    ...wayFigure(context, search, at),
  ];
}

function searchedWords(context: ExplorationContext, search: PackageSearch): Inlines {
  const { package: id, threshold, share, use } = search;
  const place = `discovery/${id}`;
  if (threshold.kind === "floor") {
    return context.say("misses-floor", {
      package: context.package(id),
      hits: context.count(`${place}/missed`, Math.round(share * use.used)),
      futures: context.count(`${place}/used`, use.used),
    });
  }
  const value = context.number(threshold.value, { id: `${place}/quartile`, style: "share" });
  const { floor } = threshold;
  if (floor === undefined) return context.say("worst-no-floor", { package: context.package(id), value });
  return context.say(floor.missed * 2 < floor.of ? "worst-never" : "worst-always", {
    package: context.package(id),
    missed: context.count(`${place}/missed`, floor.missed),
    of: context.count(`${place}/floor/of`, floor.of),
    value,
  });
}

function restTable(context: ExplorationContext, rest: readonly PackageSearch[]): Table {
  return {
    kind: "table",
    anchor: "table-rest",
    caption: context.say("rest-caption"),
    layout: "plain",
    columns: [
      { label: context.say("package"), align: "start" },
      { label: context.say("col-missed"), align: "start" },
      { label: context.say("col-searched"), align: "start" },
      { label: context.say("col-why"), align: "start" },
    ],
    groups: [
      {
        heading: "",
        rows: rest.map((search) => ({
          heading: [textInline(context.packageName(search.package))],
          cells: [
            textCell(missedWords(context, search)),
            textCell(
              search.threshold.kind === "floor"
                ? context.say("searched-floor")
                : context.say("searched-quarter", {
                    value: context.number(search.threshold.value, {
                      id: `discovery/${search.package}/quartile`,
                      style: "share",
                    }),
                  }),
            ),
            textCell(context.say(`stopped-${search.stopped}`)),
          ],
        })),
      },
    ],
    notes: [context.say("rest-note")],
  };
}

function missedWords(
  context: ExplorationContext,
  { package: id, threshold, share, use }: PackageSearch,
): Inlines {
  const place = `discovery/${id}`;
  const counted =
    threshold.kind === "floor" ? { missed: Math.round(share * use.used), of: use.used } : threshold.floor;
  if (counted === undefined) return context.say("absent-no-floor");
  return context.say("missed-of", {
    missed: context.count(`${place}/missed`, counted.missed),
    of: context.count(`${place}/floor/of`, counted.of),
  });
}
