import type { Assessment, Figure, RunReference } from "@shikumi/assessment";
import type { StudyCounts } from "@shikumi/model";
import type { BriefProblemCode } from "../messages/index.ts";
import { assessmentFigures, briefFigures, countPrefix } from "../record/brief-figures.ts";
import { type BoundPlace, type BriefRecord, placeText } from "../record/brief-record.ts";
import type { ReadBrief } from "./read-brief-record.ts";

/** One thing in which a brief differs from what it should say. `args` fill the message of `code` in `reportMessages`. */
export interface BriefDifference {
  readonly code: BriefProblemCode;
  /** Id of a figure, key of a run, or the field of the record. */
  readonly id: string;
  /** What the brief says. */
  readonly printed: string;
  /** What it should say; empty where it should say nothing. */
  readonly recomputed: string;
  readonly args: { readonly id: string; readonly printed: string; readonly recomputed: string };
}

/**
 * Everything in which a brief differs from an assessment made again by its plan, and in which its visible numbers differ from its record. Values are
 * compared bit for bit. Without `counts`, what is counted in the study is not compared. Empty: the brief holds.
 */
export function compareBrief(
  brief: ReadBrief,
  assessment: Assessment,
  counts?: StudyCounts,
): readonly BriefDifference[] {
  return [
    ...originDifferences(brief, assessment),
    ...figureDifferences(brief, assessment, counts),
    ...valuePrintDifferences(brief),
    ...printDifferences(brief.places, brief.printed),
    ...(brief.body === brief.printedBody
      ? []
      : [difference("brief-text-changed", "body", brief.printedBody ?? "", brief.body ?? "")]),
  ];
}

function difference(
  code: BriefProblemCode,
  id: string,
  printed: string,
  recomputed: string,
): BriefDifference {
  return { code, id, printed, recomputed, args: { id, printed, recomputed } };
}

function originDifferences(brief: BriefRecord, { runs }: Assessment): readonly BriefDifference[] {
  const digest = runs[0]?.digest ?? "";
  const engine = runs[0]?.engine ?? "";
  const found: BriefDifference[] = [];
  if (brief.digest !== digest) found.push(difference("brief-digest-differs", "digest", brief.digest, digest));
  if (brief.engine !== engine) found.push(difference("brief-engine-differs", "engine", brief.engine, engine));
  for (const run of brief.runs) {
    const other = runs.find(({ key }) => key === run.key);
    const [printed, recomputed] = [runText(run), other === undefined ? "" : runText(other)];
    if (printed !== recomputed) found.push(difference("brief-run-differs", run.key, printed, recomputed));
  }
  return found;
}

/** What of a run has to be the same, apart from the digest and the rules, which are compared once for all. */
function runText({
  package: id,
  levers,
  mode,
  undetermined,
  relaxed,
  without,
  seed,
  futures,
  replications,
}: RunReference): string {
  return JSON.stringify([
    id,
    levers,
    mode,
    undetermined,
    relaxed,
    without ?? null,
    seed,
    futures,
    replications,
  ]);
}

function figureDifferences(
  brief: BriefRecord,
  assessment: Assessment,
  counts: StudyCounts | undefined,
): readonly BriefDifference[] {
  const known = new Map([...assessmentFigures(assessment), ...briefFigures(assessment, counts)]);
  return [...brief.figures.values()].flatMap((figure) => {
    if (counts === undefined && figure.id.startsWith(countPrefix)) return [];
    const again = known.get(figure.id);
    if (again === undefined) return [difference("brief-figure-unknown", figure.id, exactText(figure), "")];
    const [printed, recomputed] = [exactText(figure), exactText(again)];
    return printed === recomputed ? [] : [difference("brief-value-differs", figure.id, printed, recomputed)];
  });
}

/** A figure with all its digits, its unit and its run. Two figures have the same text exactly if they are the same. */
function exactText({ value, low, high, unit, run }: Figure): string {
  return `${exact(value)} [${exact(low)}, ${exact(high)}] ${unit}, ${run}`;
}

function exact(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Places whose text is not what their figure prints as, should the record itself have been changed. */
function valuePrintDifferences({ places, figures, language }: ReadBrief): readonly BriefDifference[] {
  return places.flatMap(({ figure: id, style, text }) => {
    const figure = figures.get(id);
    const expected = figure === undefined ? undefined : placeText(figure, style, language);
    if (expected === text) return [];
    return [difference("brief-print-differs", id, text, expected ?? "")];
  });
}

/** The numbers a reader sees against those that were written, place by place. */
function printDifferences(
  written: readonly BoundPlace[],
  seen: readonly BoundPlace[],
): readonly BriefDifference[] {
  const found: BriefDifference[] = [];
  for (let place = 0; place < Math.max(written.length, seen.length); place++) {
    const [before, now] = [written[place], seen[place]];
    if (before === undefined) {
      found.push(difference("brief-print-added", now?.figure ?? "", now?.text ?? "", ""));
    } else if (now === undefined || now.figure !== before.figure) {
      found.push(difference("brief-print-missing", before.figure, now?.text ?? "", before.text));
      break;
    } else if (now.text !== before.text || now.style !== before.style) {
      found.push(difference("brief-print-differs", before.figure, now.text, before.text));
    }
  }
  return found;
}
