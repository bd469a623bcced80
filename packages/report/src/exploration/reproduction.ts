import type { Block, Section, Table } from "../document/block.ts";
import { type Inlines, textInline } from "../document/inline.ts";
import { type ExplorationContext, numericCell, textCell } from "./exploration-context.ts";

/** What differs between the futures, which packages were run, and how to make the page again. */
export function reproductionSection(context: ExplorationContext): Section {
  const { study, engine, design, mode } = context.exploration;
  const code = (text: string): Inlines => [{ kind: "code", text }];
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("reproduction-intro") },
    { kind: "command", lines: [command(context)] },
    {
      kind: "paragraph",
      content: context.say("reproduction-made", {
        digest: code(study.digest),
        engine: code(engine),
        design: code(design.id),
        mode: context.say(`mode-${mode}`),
      }),
    },
    arrangementsTable(context),
    ...(context.exploration.uncertainties.length === 0
      ? [{ kind: "paragraph", content: context.say("varied-none") } as const]
      : [variedTable(context)]),
  ];
  return { anchor: "reproduction", title: context.word("reproduction"), blocks };
}

function command({ study, exploration }: ExplorationContext): string {
  const { design, packages, mode, switching } = exploration;
  const others = packages.map(({ id }) => id).filter((id) => id !== "baseline");
  const isAll = others.length === [...study.packages.keys()].filter((id) => id !== "baseline").length;
  return [
    "npx shikumi explore",
    study.charter.id,
    `--futures ${design.futures}`,
    `--replications ${design.replications}`,
    ...(design.kind === "sobol" ? [] : [`--design ${design.kind}`]),
    ...(mode === "in-force" ? [] : [`--mode ${mode}`]),
    ...(isAll || others.length === 0 ? [] : [`--packages ${others.join(",")}`]),
    ...(switching === undefined ? [] : ["--switching"]),
  ].join(" ");
}

function arrangementsTable(context: ExplorationContext): Table {
  return {
    kind: "table",
    anchor: "table-arrangements",
    caption: context.say("arrangements-caption"),
    layout: "plain",
    columns: [
      { label: context.say("package"), align: "start" },
      { label: context.say("levers-of"), align: "start" },
    ],
    groups: [
      {
        heading: "",
        rows: context.exploration.packages.map(({ id, levers }) => ({
          heading: [textInline(context.packageName(id))],
          cells: [
            textCell(
              levers.length === 0
                ? context.say("no-levers")
                : context.list(levers.map((lever) => context.lever(lever))),
            ),
          ],
        })),
      },
    ],
    notes: [],
  };
}

function variedTable(context: ExplorationContext): Table {
  return {
    kind: "table",
    anchor: "table-varied",
    caption: context.say("varied-caption"),
    layout: "plain",
    columns: [
      { label: context.say("assumption"), align: "start" },
      { label: context.say("least"), align: "end" },
      { label: context.say("greatest"), align: "end" },
      { label: context.say("together-with"), align: "start" },
    ],
    groups: [
      {
        heading: "",
        rows: context.exploration.uncertainties.map(({ id, low, high, correlated }) => ({
          heading: [textInline(context.uncertaintyName(id))],
          cells: [
            numericCell(context.quantity(`uncertainty/${id}/least`, low, id)),
            numericCell(context.quantity(`uncertainty/${id}/greatest`, high, id)),
            correlated.length === 0
              ? ({ kind: "blank" } as const)
              : textCell(context.list(correlated.map((other) => context.uncertaintyName(other)))),
          ],
        })),
      },
    ],
    notes: [context.say("varied-note")],
  };
}
