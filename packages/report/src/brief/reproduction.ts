import type { Notice, RunReference } from "@shikumi/assessment";
import type { Block, RunLabel, Section, Table } from "../document/block.ts";
import type { Inlines } from "../document/inline.ts";
import type { RecordPlan } from "../record/brief-record.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { numberColumn } from "./effectiveness.ts";

/** Notices, how to make every number again, and the runs. */
export function reproductionSection(
  context: BriefContext,
  labels: ReadonlyMap<string, RunLabel>,
  plan: RecordPlan,
): Section {
  const { assessment, study, language } = context;
  const notices = assessment.notices.map((notice) => noticeSentence(context, notice));
  const digest = study.digest;
  const blocks: Block[] = [
    ...(notices.length === 0
      ? [{ kind: "paragraph", content: context.say("notices-none") } as const]
      : [{ kind: "list", ordered: false, items: notices } as const]),
    { kind: "heading", anchor: "again", content: context.say("again") },
    { kind: "paragraph", content: context.say("again-intro", { digest: { kind: "code", text: digest } }) },
    { kind: "command", lines: commands(study.charter.id, language, plan) },
    { kind: "paragraph", content: context.say("again-verify") },
    { kind: "runs", anchor: "runs", table: runTable(context, labels) },
  ];
  return { anchor: "reproduction", title: context.word("reproduction"), blocks };
}

function commands(study: string, language: string, plan: RecordPlan): readonly string[] {
  const amount = [
    ...(plan.futures === undefined ? [] : [`--futures ${plan.futures}`]),
    ...(plan.replications === undefined ? [] : [`--replications ${plan.replications}`]),
  ];
  return [
    ["npx shikumi brief", study, "--out brief", ...amount].join(" "),
    ["npx shikumi brief", study, "--verify", `brief/brief.${language}.html`].join(" "),
  ];
}

function noticeSentence(context: BriefContext, { code, args }: Notice): Inlines {
  const arg = (name: string): string => String(args[name] ?? "");
  const nameOf = (id: string): string =>
    context.study.levers.has(id) ? context.lever(id) : context.package(id);
  switch (code) {
    case "cut-runs":
      return context.say("notice-cut-runs", { run: { kind: "code", text: arg("run") }, count: arg("count") });
    case "no-demand": {
      const name = arg("kind") === "domain" ? context.domain(arg("id")) : context.mission(arg("id"));
      return context.say("notice-no-demand", { name });
    }
    case "one-cluster":
      return context.say("notice-one-cluster");
    case "one-future":
      return context.say("notice-one-future", { replications: arg("replications") });
    case "levers-do-not-combine":
      return context.say("notice-levers-do-not-combine", { name: nameOf(arg("id")) });
    case "undetermined-law":
      return context.say("notice-undetermined-law", {
        name: context.package(arg("package")),
        mode: context.word(arg("mode") === "timed" ? "mode-timed" : "mode-in-force"),
        domain: context.domain(arg("domain")),
      });
    case "contributions-counted":
      return context.say("notice-contributions-counted", { count: arg("count") });
    case "several-currencies":
      return context.say("notice-several-currencies", { currencies: arg("currencies") });
  }
}

function runTable(context: BriefContext, labels: ReadonlyMap<string, RunLabel>): Table {
  const { runs } = context.assessment;
  return {
    kind: "table",
    anchor: "table-runs",
    caption: context.say("runs-caption"),
    layout: "plain",
    columns: [
      { label: context.say("run"), align: "start" },
      { label: context.say("arrangement"), align: "start" },
      { label: context.say("mode"), align: "start" },
      { label: context.say("undetermined-law"), align: "start" },
      { label: context.say("special"), align: "start" },
      numberColumn(context.say("futures")),
      numberColumn(context.say("replications")),
      numberColumn(context.say("seed")),
    ],
    groups: [
      {
        heading: "",
        rows: [
          ...runs.map((run) => ({
            heading: written(labels.get(run.key)?.label ?? run.key),
            cells: [
              { kind: "text", content: written(arrangement(context, run)) } as const,
              {
                kind: "text",
                content: context.say(run.mode === "timed" ? "mode-timed" : "mode-in-force"),
              } as const,
              {
                kind: "text",
                content: context.say(run.undetermined === "granted" ? "law-granted" : "law-refused"),
              } as const,
              { kind: "text", content: special(context, run) } as const,
              { kind: "numeric", content: written(String(run.futures)) } as const,
              { kind: "numeric", content: written(String(run.replications)) } as const,
              { kind: "numeric", content: written(String(run.seed)) } as const,
            ],
          })),
          {
            heading: written(labels.get("study")?.label ?? "S"),
            cells: [
              { kind: "text", content: context.say("run-study") },
              ...Array.from({ length: 6 }, () => ({ kind: "blank" }) as const),
            ],
          },
        ],
      },
    ],
    notes: [
      context.say("runs-note", {
        digest: { kind: "code", text: context.study.digest },
        engine: { kind: "code", text: runs[0]?.engine ?? "" },
      }),
    ],
  };
}

/** What was in place: the present arrangement, a package, a part of one that a hypothesis is tried with, or one lever. */
export function arrangement(context: BriefContext, run: RunReference): string {
  const { packages } = context.study;
  const part = [...packages.keys()].find(
    (id) => run.package.startsWith(`${id}.`) || run.package.startsWith(`${id}-without-`),
  );
  if (part !== undefined && !packages.has(run.package))
    return context.word("hypothesis-set", { name: context.package(part), id: run.package });
  const alone = /^lever\.(.*)$/s.exec(run.package)?.[1];
  if (alone === undefined || context.study.packages.has(run.package)) return context.package(run.package);
  return context.word("lever-alone", { lever: context.lever(alone) });
}

function special(context: BriefContext, run: RunReference): Inlines {
  if (run.relaxed) return context.say("run-relaxed");
  const replay = /\/replay-(.*)$/s.exec(run.key)?.[1];
  if (replay !== undefined) {
    const story = context.study.validation.get(replay)?.case;
    return context.say("run-replay", { name: story === undefined ? replay : context.text(story) });
  }
  if (run.key.endsWith("/observed")) return context.say("run-observed");
  if (run.key.endsWith("/moved")) return context.say("run-moved");
  if (run.without !== undefined) return context.say("run-without", { party: context.party(run.without) });
  return [];
}
