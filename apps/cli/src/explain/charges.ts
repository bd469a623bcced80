import type { TraceStep } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { durationText } from "./duration-text.ts";

/** What one case charges to one cause: hours waited, each asker's own, and refusals. */
export interface Charge {
  readonly cause: Exclude<TraceStep["cause"], "">;
  readonly waited: number;
  readonly refusals: number;
}

/** Sums over the steps of one case by cause, largest first. Travel counts as capability. Steps of law tell their waits but not their causes, and stay out. */
export function chargesOf(steps: readonly TraceStep[], task: string): readonly Charge[] {
  const charges = new Map<Charge["cause"], { waited: number; refusals: number }>();
  for (const { what, cause, waited, task: ref } of steps) {
    const charged = what === "arrived" ? "capability" : cause;
    if (charged === "" || ref !== task) continue;
    const isRefusal = what === "refused" || what === "lost";
    if (waited === 0 && !isRefusal) continue;
    const charge = charges.get(charged) ?? { waited: 0, refusals: 0 };
    charge.waited += waited;
    if (isRefusal) charge.refusals++;
    charges.set(charged, charge);
  }
  return [...charges]
    .map(([cause, { waited, refusals }]) => ({ cause, waited, refusals }))
    .sort((a, b) => b.refusals - a.refusals || b.waited - a.waited);
}

/** The sums as a list. */
export function chargesText(charges: readonly Charge[], { say, language }: Session): string {
  if (charges.length === 0) return `  ${say("delay-sum-nothing")}\n`;
  return charges
    .map(({ cause, waited, refusals }) => {
      const args = { cause: say(`cause-${cause}`), wait: durationText(waited, language), refusals };
      const key = refusals === 0 ? "delay-sum-wait" : waited === 0 ? "delay-sum-refusals" : "delay-sum-both";
      return `  ${say(key, args)}\n`;
    })
    .join("");
}
