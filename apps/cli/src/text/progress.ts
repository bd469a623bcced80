import type { Effects } from "../effects.ts";
import { cut } from "./width.ts";

/** How long work says how far it is. */
export interface Progress {
  report(done: number, total: number): void;
  close(): void;
}

/** Formats a rate and the time left, both from what has been done so far. */
export type ProgressText = (facts: {
  done: number;
  total: number;
  perSecond: number;
  secondsLeft: number;
}) => string;

/**
 * A bar on standard error where it is a terminal, redrawn at most ten times a second; elsewhere a plain line at every tenth of the work. Nothing on
 * standard output.
 */
export function progressBar(effects: Effects, text: ProgressText): Progress {
  const start = effects.now();
  let drawn = Number.NEGATIVE_INFINITY;
  let tenth = -1;
  return {
    report(done, total) {
      const now = effects.now();
      const seconds = Math.max(0.001, (now - start) / 1000);
      const perSecond = done / seconds;
      const secondsLeft = perSecond > 0 ? (total - done) / perSecond : Number.POSITIVE_INFINITY;
      const words = text({ done, total, perSecond, secondsLeft });
      if (effects.terminal) {
        if (now - drawn < 100 && done < total) return;
        drawn = now;
        const width = 24;
        const filled = total > 0 ? Math.round((width * done) / total) : width;
        const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
        effects.err(`\r\u001b[K${cut(`${bar} ${words}`, effects.terminal.columns - 1)}`);
      } else if (total > 0 && Math.floor((10 * done) / total) > tenth) {
        tenth = Math.floor((10 * done) / total);
        effects.err(`${words}\n`);
      }
    },
    close() {
      if (effects.terminal && drawn > Number.NEGATIVE_INFINITY) effects.err("\r\u001b[K");
    },
  };
}
