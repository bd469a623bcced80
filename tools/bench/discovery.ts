import { spawnSync } from "node:child_process";
import { type Discovery, discoverBoxes, measureBox, peelTrajectory } from "@shikumi/analysis/discovery";
import { plantedBox } from "../../packages/analysis/test/discovery/planted-box.ts";
import { type Bench, secondsOf } from "./bench.ts";
import { inTurns, type Turns } from "./turns.ts";

const interest = { kind: "at-least", threshold: 0.5 } as const;
const plantedFactors = "x0 x1 x2 x3";

/**
 * Planted box of four factors among twenty (noisy: 0.95 inside, 0.03 outside; clean: 1 and 0), the data on which the field's tools were measured. "find" is the peeling
 * and pasting of all rows, what the
 * field's tools do; "discover" the whole honest path: cross-validated choice, limits dropped and settled, held-out figures. F1 is that of the returned box, held out and
 * on 100,000 fresh rows.
 */
export const discoveryBench: Bench = {
  name: "discovery",
  about:
    "seconds to find the planted box among 20 factors, and how well the returned box does on rows it never saw",
  async run(scale) {
    const figures: Record<string, number | string> = { "EMA Workbench": peer() };
    const problems: string[] = [];
    const rounds = Math.max(1, Math.round(7 * scale));
    for (const isClean of [false, true]) {
      const fresh = plantedBox(100_000, isClean, 20, 3, 4);
      for (const rows of [10_000, 100_000]) {
        const { design, outcome } = plantedBox(rows, isClean);
        let found: Discovery | undefined;
        const [find, one] = (await inTurns(
          [
            () => peelTrajectory(design, outcome, interest),
            () => {
              found = discoverBoxes(design, outcome, interest, { draws: 0, mostBoxes: 1 });
            },
          ],
          rounds,
        )) as [Turns, Turns];
        const name = `${rows / 1000}k ${isClean ? "clean" : "noisy"}`;
        const seconds = await secondsOf(() => discoverBoxes(design, outcome, interest));
        const box = found?.boxes[0]?.box ?? { limits: [] };
        const heldOut = found?.boxes[0]?.heldOut;
        const freshly = measureBox(box, fresh.design, fresh.outcome, interest).f1 ?? 0;
        const factors = box.limits.map(({ factor }) => factor).join(" ");
        figures[`${name}: find, s`] = find.median;
        figures[`${name}: find, s of processor`] = find.processor;
        figures[`${name}: find, s, best round`] = find.best;
        figures[`${name}: discover 1 box, s`] = one.median;
        figures[`${name}: discover 1 box, s of processor`] = one.processor;
        figures[`${name}: discover all with intervals of limits, s, once`] = seconds;
        figures[`${name}: factors`] = factors;
        figures[`${name}: coverage`] = heldOut?.coverage?.value ?? 0;
        figures[`${name}: density`] = heldOut?.density?.value ?? 0;
        figures[`${name}: F1 held out`] = heldOut?.f1 ?? 0;
        figures[`${name}: F1 fresh`] = freshly;
        const longest = rows === 10_000 ? 0.1 : 0.5;
        const taken = Math.min(find.median, find.processor);
        if (taken > longest)
          problems.push(`${name}: finding took ${taken.toFixed(2)} s; ${longest} s are allowed`);
        if (factors !== plantedFactors) problems.push(`${name}: limits ${factors}, not ${plantedFactors}`);
        const least = isClean ? 0.97 : 0.87;
        for (const f1 of [heldOut?.f1 ?? 0, freshly]) {
          if (f1 < least) problems.push(`${name}: F1 ${f1} of the returned box is below ${least}`);
        }
      }
    }
    return { figures, problems };
  },
};

function peer(): string {
  const { status } = spawnSync("python3", ["-c", "import ema_workbench"], { stdio: "ignore" });
  return status === 0 ? "present, not compared by this bench" : "absent";
}
