import type { Block, Section } from "../document/block.ts";
import type { Inlines } from "../document/inline.ts";
import { beliefBlocks } from "./beliefs.ts";
import type { ExplorationContext } from "./exploration-context.ts";
import { leadNumber } from "./leader.ts";

/** How many futures were used, whether they are enough, and how wide the intervals are. */
export function certaintySection(context: ExplorationContext): Section {
  const items: readonly Inlines[] = [
    ...usedWords(context),
    ...enoughWords(context),
    ...decisionWords(context),
    ...runWords(context),
    context.say("sure-intervals"),
  ];
  const blocks: Block[] = [{ kind: "list", ordered: false, items }, ...beliefBlocks(context)];
  return { anchor: "certainty", title: context.word("certainty"), blocks };
}

function usedWords(context: ExplorationContext): readonly Inlines[] {
  const { criteria, lead } = context.exploration.robustness;
  const use = criteria[0]?.use;
  return [
    ...(use === undefined
      ? []
      : [
          context.say("sure-used", {
            used: context.count("futures/used", use.used),
            "left-out": context.count("futures/left-out", use.leftOut),
          }),
        ]),
    ...(lead.kind === "pair"
      ? [
          context.say("sure-lead", {
            first: context.package(lead.first),
            second: context.package(lead.second),
            gain: leadNumber(context, lead),
          }),
        ]
      : []),
  ];
}

function enoughWords(context: ExplorationContext): readonly Inlines[] {
  const { enough, best } = context.exploration.robustness;
  const [top] = best.kind === "ranked" ? best.shares : [];
  return [
    enough.kind === "enough" && enough.futures !== undefined
      ? context.say("sure-enough", { futures: context.count("futures/enough", enough.futures) })
      : context.say(enough.kind === "no-winner" ? "sure-no-winner" : "sure-not-enough"),
    ...(top === undefined
      ? []
      : [
          context.say("sure-redrawn", {
            package: context.package(top.package),
            share: context.number(top.share, {
              id: `redrawn/${top.package}`,
              style: "share-interval",
              low: top.low,
              high: top.high,
            }),
          }),
        ]),
  ];
}

function decisionWords(context: ExplorationContext): readonly Inlines[] {
  const { kind, perfect } = context.exploration.sensitivity.decision;
  if (kind === "always-same") return [context.say("sure-always")];
  if (kind === "none" || perfect.kind === "none") return [];
  const { value, low, high } = perfect;
  const worth = context.number(value, { id: "learning/everything", style: "points-interval", low, high });
  return [context.say("sure-perfect", { value: worth })];
}

function runWords(context: ExplorationContext): readonly Inlines[] {
  const { all, failed, cut, causes } = context.exploration.runs;
  const runs = context.count("runs", all);
  if (failed + cut === 0) return [context.say("sure-runs-all", { runs })];
  return [
    context.say("sure-runs", {
      runs,
      failed: context.count("runs/failed", failed),
      cut: context.count("runs/cut", cut),
    }),
    ...causes.map(({ cause, count }, at) =>
      context.say("sure-cause", { cause, count: context.count(`runs/cause/${at}`, count) }),
    ),
  ];
}
