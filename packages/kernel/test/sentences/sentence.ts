import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkStudy, type Id, parseStudy, type Study } from "@shikumi/model";
import { sampleFuture } from "../../src/number/future.ts";
import { hoursOf } from "../../src/number/ticks.ts";
import type { Mode, RunSpec } from "../../src/run-spec.ts";
import type { TraceKind } from "../../src/trace.ts";
import type { Engine, Record } from "../differential/engine.ts";

/** A passage of a study and what stands there instead. */
export type Change = readonly [was: string, is: string];

export interface SentenceOptions extends Partial<RunSpec> {
  readonly packageId?: Id;
  readonly mode?: Mode;
  readonly future?: number;
}

/**
 * The study of the file `studies/NAME.yaml`, with passages changed. Throws if a passage does not stand there exactly once, or if the
 * study cannot be read or is not consistent.
 */
export function readSentence(name: string, ...changes: readonly Change[]): Study {
  const path = `${name}.yaml`;
  const text = changes.reduce(replaceOnce, readFileSync(join(import.meta.dirname, "studies", path), "utf8"));
  const { study, diagnostics } = parseStudy([{ path, text }]);
  const problems = [...diagnostics, ...(study === undefined ? [] : checkStudy(study))]
    .filter((one) => one.severity === "error")
    .map((one) => {
      const line = text.slice(0, one.span.start).split("\n").length;
      return `${path}:${line} ${one.code} ${JSON.stringify(one.args)}`;
    });
  if (study === undefined || problems.length > 0) throw new Error(problems.join("\n"));
  return study;
}

function replaceOnce(text: string, [was, is]: Change): string {
  const parts = text.split(was);
  if (parts.length !== 2) throw new Error(`"${was}" stands ${parts.length - 1} times in the study`);
  return parts.join(is);
}

/** One run of a study: by default of its baseline, in force, in the first future and replication. */
export function runSentence(engine: Engine, study: Study, options: SentenceOptions = {}): Record {
  const { packageId = "baseline", mode = "in-force", future = 0, ...spec } = options;
  return engine.run(study, packageId, mode, sampleFuture(study, future), { replication: 0, ...spec });
}

/**
 * What happened, one line per entry of the kinds asked for: hours since the study's start, kind, `mission.task`, who, what, cause,
 * how much, and in brackets how long (or, for shares and recalls, how many units).
 */
export function told({ trace }: Record, ...kinds: readonly TraceKind[]): readonly string[] {
  return trace
    .filter((entry) => kinds.includes(entry.what))
    .map(({ tick, what, task, organisation, subject, cause, amount, ticks }) => {
      const long = what === "share" || what === "recalled" ? `(${ticks})` : `(${hoursOf(ticks)} h)`;
      return [hoursOf(tick), what, task, organisation, subject, cause, amount || "", ticks === 0 ? "" : long]
        .filter((word) => word !== "")
        .join(" ");
    });
}

/** Value delivered by task, for tasks that demanded any. */
export function delivered({ outputs }: Record): { readonly [task: string]: number } {
  const demanding = outputs.layout.tasks.flatMap((task, i) =>
    (outputs.demanded[i] as number) > 0 ? [[task, outputs.delivered[i] as number] as const] : [],
  );
  return Object.fromEntries(demanding);
}
