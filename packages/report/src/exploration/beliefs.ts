import type { BeliefFinding } from "@shikumi/assessment";
import type { Block, Column, Row, Table } from "../document/block.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import { type ExplorationContext, numericCell, sentences, textCell } from "./exploration-context.ts";
import type { ExplorationPhraseKey } from "./messages/index.ts";

type Scored = Extract<BeliefFinding, { kind: "scored" }>;
type Likelihood = Extract<ExplorationPhraseKey, `likelihood-${string}`>;

/**
 * Words of likelihood with the range of probability each stands for, the strongest first (the scale of the Intergovernmental Panel on Climate Change: M. Mastrandrea et al., "Guidance note on
 * consistent treatment of uncertainties", 2010).
 */
const scale: readonly (readonly [low: number, high: number, word: Likelihood])[] = [
  [0.99, 1, "likelihood-certain"],
  [0.9, 1, "likelihood-very-likely"],
  [0.66, 1, "likelihood-likely"],
  [0.33, 0.66, "likelihood-even"],
  [0, 0.01, "likelihood-exceptional"],
  [0, 0.1, "likelihood-very-unlikely"],
  [0, 0.33, "likelihood-unlikely"],
];

/** The packages under the beliefs of the study, or why nothing is said of them; nothing where it states none. */
export function beliefBlocks(context: ExplorationContext): readonly Block[] {
  const { beliefs } = context.exploration;
  if (beliefs === undefined) return [];
  const heading: Block = { kind: "heading", anchor: "beliefs", content: context.say("beliefs") };
  if (beliefs.kind !== "scored") return [heading, { kind: "paragraph", content: silence(context, beliefs) }];
  const named = beliefs.beliefs.flatMap(({ name }) =>
    name === undefined ? [] : [context.say("quoted", { name })],
  );
  const [best] = beliefs.best;
  return [
    heading,
    {
      kind: "paragraph",
      content: sentences(context, [
        context.say("beliefs-intro", { beliefs: context.list(named) }),
        best === undefined
          ? context.say("beliefs-differ")
          : context.say("beliefs-agree", { package: context.package(best) }),
      ]),
    },
    beliefTable(context, beliefs),
  ];
}

function silence(context: ExplorationContext, beliefs: Exclude<BeliefFinding, Scored>): Inlines {
  if (beliefs.kind === "too-thin") {
    return context.say("beliefs-thin", {
      beliefs: context.list(beliefs.thin.map((name) => context.say("quoted", { name }))),
      least: context.count("beliefs/least", beliefs.least),
    });
  }
  return context.say(`beliefs-${beliefs.kind}`, {
    belief: context.say("quoted", { name: beliefs.belief }),
    name: context.say("quoted", { name: context.uncertaintyName(beliefs.uncertainty) }),
  });
}

function beliefTable(context: ExplorationContext, { beliefs, packages }: Scored): Table {
  const hasFloor = packages.some(({ floor }) => floor !== undefined);
  return {
    kind: "table",
    anchor: "table-beliefs",
    caption: context.say("beliefs-caption"),
    layout: "plain",
    columns: [
      { label: context.say("package"), align: "start" },
      ...beliefs.map(
        ({ name, effective }, at): Column => ({
          label: [
            ...(name === undefined ? context.say("belief-own") : [textInline(name)]),
            textInline(" "),
            muted(
              ...context.say("belief-futures", {
                futures: context.count(`beliefs/${at}/effective`, effective),
              }),
            ),
          ],
          align: "end",
        }),
      ),
      ...(hasFloor
        ? ([
            { label: context.say("belief-floor"), align: "start" },
            { label: context.say("belief-word"), align: "start" },
          ] as const)
        : []),
    ],
    groups: [
      {
        heading: "",
        rows: packages.map(
          ({ package: id, means, floor }): Row => ({
            heading: [textInline(context.packageName(id))],
            cells: [
              ...means.map((value, at) =>
                numericCell(context.number(value, { id: `beliefs/${at}/mean/${id}`, style: "share" })),
              ),
              ...(hasFloor
                ? floor === undefined
                  ? ([{ kind: "blank" }, { kind: "blank" }] as const)
                  : [
                      textCell(
                        context.say("range", {
                          low: context.number(floor.low, { id: `beliefs/floor/${id}/low`, style: "share" }),
                          high: context.number(floor.high, {
                            id: `beliefs/floor/${id}/high`,
                            style: "share",
                          }),
                        }),
                      ),
                      textCell(context.say(likelihood(floor))),
                    ]
                : []),
            ],
          }),
        ),
      },
    ],
    notes: [context.say("beliefs-note")],
  };
}

/** The strongest word whose range holds both ends. */
function likelihood({ low, high }: { readonly low: number; readonly high: number }): Likelihood {
  return scale.find(([from, to]) => low >= from && high <= to)?.[2] ?? "likelihood-none";
}
