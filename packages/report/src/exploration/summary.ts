import type { Id } from "@shikumi/model";
import type { Block, Section } from "../document/block.ts";
import type { Inlines } from "../document/inline.ts";
import { shortBox } from "./box-words.ts";
import type { ExplorationContext } from "./exploration-context.ts";
import { leader, leadNumber } from "./leader.ts";
import { assumptionSentence } from "./matters.ts";
import { scoreNumber } from "./packages.ts";

/** Most packages whose failing is told in the summary. */
const mostFailures = 4;

/** What holds, where packages fail and what matters most, in a few sentences. */
export function summarySection(context: ExplorationContext): Section {
  const { exploration } = context;
  const fails = failures(context);
  const { assumptions } = exploration.sensitivity;
  const blocks: Block[] = [
    { kind: "lead", content: lead(context) },
    { kind: "heading", anchor: "summary-holds", content: context.say("summary-holds") },
    { kind: "list", ordered: false, items: holds(context) },
    { kind: "heading", anchor: "summary-fails", content: context.say("summary-fails") },
    fails.length === 0
      ? { kind: "paragraph", content: context.say("fails-no-pattern") }
      : { kind: "list", ordered: false, items: fails },
    { kind: "heading", anchor: "summary-matters", content: context.say("summary-matters") },
    assumptions.length === 0
      ? { kind: "paragraph", content: context.say("matters-none") }
      : { kind: "list", ordered: true, items: assumptions.map((one) => assumptionSentence(context, one)) },
    caution(context),
  ];
  return { anchor: "summary", title: context.word("summary"), blocks };
}

function lead(context: ExplorationContext): Inlines {
  const { robustness, packages } = context.exploration;
  const found = robustness.lead;
  const futures = context.count("futures/used", robustness.criteria[0]?.use.used ?? 0);
  if (found.kind === "pair") {
    const isSure = (found.low ?? 0) > 0;
    return context.say(isSure ? "lead-pair" : "lead-tie", {
      futures,
      first: context.package(found.first),
      second: context.package(found.second),
      value: scoreNumber(context, "mean", found.first, "share-interval"),
      gain: leadNumber(context, found, isSure ? "size-interval" : "points-interval"),
    });
  }
  const [only] = packages;
  if (found.reason !== "one-package" || only === undefined) return context.say("lead-none");
  const value = scoreNumber(context, "mean", only.id, "share-interval");
  return context.say("lead-one", { futures, package: context.package(only.id), value });
}

function holds(context: ExplorationContext): readonly Inlines[] {
  const { robustness, sensitivity, agreement } = context.exploration;
  const best = leader(context.exploration);
  if (best === undefined) return [context.say("lead-none")];
  const name = context.package(best);
  const own = sensitivity.decision.shares.find((one) => one.package === best);
  const isMost = sensitivity.decision.shares[0]?.package === best;
  const wins = robustness.criteria.filter((one) => one.best.includes(best)).length;
  const all = context.count("criteria", robustness.criteria.length);
  return [
    ...(sensitivity.decision.kind === "always-same"
      ? [context.say("holds-every", { package: context.package(sensitivity.decision.best ?? best) })]
      : isMost && own !== undefined
        ? [
            context.say("holds-most", {
              package: name,
              share: context.number(own.share, { id: `best-share/${best}`, style: "share" }),
            }),
          ]
        : []),
    wins === robustness.criteria.length
      ? context.say("holds-all-criteria", { package: name, all })
      : context.say("holds-criteria", { package: name, wins: context.count("criteria/won", wins), all }),
    ...floorWords(context, best),
    ...(agreement.consents.length === 0
      ? []
      : agreement.agreed.length === 0
        ? [context.say("holds-blocked")]
        : [context.say("holds-agreed", { packages: context.packages(agreement.agreed) })]),
  ];
}

function floorWords(context: ExplorationContext, best: Id): readonly Inlines[] {
  const { robustness, measure, packages } = context.exploration;
  const floor = robustness.criteria.find(({ metric }) => metric.id === "satisficing-share");
  if (floor === undefined) return [];
  const share = scoreNumber(context, "satisficing-share", best, "share");
  const isAlike = packages.length > 1 && new Set(floor.scores.map(({ value }) => value)).size === 1;
  if (isAlike) return [context.say("holds-floor-alike", { share })];
  const name = context.package(best);
  if (measure.floor.kind !== "missions") return [context.say("holds-floor", { package: name, share })];
  const missions = context.count("measure/missions", measure.floor.missions);
  return [context.say("holds-floors", { package: name, missions, share })];
}

/** First the best package, then the others in their order where a condition is known; then those that fail nearly everywhere. */
function failures(context: ExplorationContext): readonly Inlines[] {
  const { discovery } = context.exploration;
  const best = leader(context.exploration);
  const where = discovery.packages
    .toSorted((a, b) => Number(b.package === best) - Number(a.package === best))
    .flatMap(({ package: id, threshold, boxes }) => {
      const [box] = boxes;
      if (box === undefined) return [];
      const isFailure = threshold.kind === "floor";
      return [shortBox(context, `discovery/${id}/1`, { package: id, isFailure, box })];
    })
    .slice(0, mostFailures);
  return [...where, ...everywhere(context)];
}

/** Packages that miss the floor in every future, and in nearly every one. */
function everywhere(context: ExplorationContext): readonly Inlines[] {
  const missing = context.exploration.discovery.packages.flatMap(({ package: id, threshold }) => {
    const floor = threshold.kind === "worst-quarter" ? threshold.floor : undefined;
    return floor !== undefined && floor.missed * 2 > floor.of ? [{ id, share: floor.missed / floor.of }] : [];
  });
  const always = missing.filter(({ share }) => share === 1);
  const nearly = missing.filter(({ share }) => share < 1);
  const names = (some: typeof missing): Inlines => context.packages(some.map(({ id }) => id));
  const least = context.number(Math.min(1, ...nearly.map(({ share }) => share)), {
    id: "discovery/everywhere",
    style: "share",
  });
  return [
    ...(always.length === 0 ? [] : [context.say("fails-always", { packages: names(always) })]),
    ...(nearly.length === 0
      ? []
      : [context.say("fails-everywhere", { packages: names(nearly), share: least })]),
  ];
}

function caution(context: ExplorationContext): Block {
  const { robustness, design, beliefs } = context.exploration;
  const { enough, criteria } = robustness;
  const leftOut = criteria[0]?.use.leftOut ?? 0;
  const futures = context.count("futures", design.futures);
  const content = [
    context.say(beliefs?.kind === "scored" ? "caution-shares-beliefs" : "caution-shares"),
    ...(enough.kind === "enough" && enough.futures !== undefined
      ? [context.say("caution-enough", { futures: context.count("futures/enough", enough.futures) })]
      : enough.kind === "no-winner"
        ? [context.say("caution-no-winner")]
        : [context.say("caution-more", { futures })]),
    ...(leftOut === 0
      ? []
      : [
          context.say("caution-left-out", {
            "left-out": context.count("futures/left-out", leftOut),
            all: futures,
          }),
        ]),
  ];
  return { kind: "note", tone: "caution", title: context.word("caution"), content };
}
