import type { ClosingFinding } from "@shikumi/assessment";
import type { Block, Row, Section, Table } from "../document/block.ts";
import { type Inlines, strong } from "../document/inline.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { setName, setsOf } from "./cause-words.ts";

/** Which causes, taken away together, would let a mission or task meet its standard often enough. */
export function closingSection(context: BriefContext): Section {
  const { closing } = context.assessment;
  const blocks: Block[] =
    closing.length === 0
      ? [{ kind: "paragraph", content: context.say("closing-not-computed") }]
      : [
          {
            kind: "paragraph",
            content: context.say("closing-intro", { threshold: context.count("closing/threshold", "share") }),
          },
          closingTable(context, closing),
        ];
  return { anchor: "closing", title: context.word("closing"), blocks };
}

function closingTable(context: BriefContext, closing: readonly ClosingFinding[]): Table {
  const missions = closing.filter(({ scope }) => scope.kind === "mission");
  const tasks = closing.filter(({ scope }) => scope.kind === "task");
  const missionIds = [
    ...new Set([...missions.map(({ scope }) => scope.id), ...tasks.map(({ scope }) => missionOf(scope.id))]),
  ];
  const row = (finding: ClosingFinding, heading: Inlines): Row => ({
    heading,
    cells: [{ kind: "text", content: verdictOf(context, finding) }],
  });
  return {
    kind: "table",
    anchor: "table-closing",
    caption: context.say("closing-caption"),
    layout: "plain",
    columns: [
      { label: context.say("mission-or-task"), align: "start" },
      { label: context.say("what-closes"), align: "start" },
    ],
    groups: missionIds.map((mission) => ({
      heading: context.mission(mission),
      rows: [
        ...missions
          .filter(({ scope }) => scope.id === mission)
          .map((finding) => row(finding, [strong(...context.say("whole-mission"))])),
        ...tasks
          .filter(({ scope }) => missionOf(scope.id) === mission)
          .map((finding) => row(finding, written(context.task(finding.scope.id)))),
      ],
    })),
    notes: [context.say("closing-note")],
  };
}

function missionOf(task: string): string {
  return task.split(".")[0] ?? task;
}

/** "law + capability closes it (96 %, 91–99 %)", one line for each set. */
function verdictOf(context: BriefContext, finding: ClosingFinding): Inlines {
  const sets = setsOf(finding);
  const [first] = sets;
  if (first === undefined) return context.say("closing-none");
  if (first.causes.length === 0) {
    return context.say("closing-met", { share: context.number(first.share, "share-within") });
  }
  return sets.flatMap(({ causes, share }, index) => [
    ...(index === 0 ? [] : context.say("or")),
    ...context.say("closing-set", {
      set: strong({ kind: "text", text: setName(context, causes) }),
      share: context.number(share, "share-within"),
    }),
  ]);
}
