import { execFileSync } from "node:child_process";
import { type Input, saltelliDesign, sobol } from "@shikumi/analysis/sampling";
import { type Bench, interleaved, median } from "./bench.ts";

const base = 131_072;
const rounds = 7;

/** Seconds of peers by their own clock, import left out; what is not installed prints "absent". */
const peers = `
import time
def timed(call):
    try:
        call()
        start = time.perf_counter()
        call()
        return time.perf_counter() - start
    except ImportError:
        return "absent"
def scipy_sobol():
    from scipy.stats import qmc
    qmc.Sobol(6, scramble=True, seed=1).random(${base})
def salib_sample():
    from SALib.sample import sobol
    sobol.sample({"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-3.141592653589793, 3.141592653589793]] * 3}, ${base}, seed=42)
print(timed(scipy_sobol), timed(salib_sample))
`;

const ishigami: readonly Input[] = ["x1", "x2", "x3"].map((name) => ({
  name,
  distribution: { kind: "uniform", low: -Math.PI, high: Math.PI },
}));

/** Time of a second-order Saltelli design of Ishigami's three inputs (1,048,576 rows at scale 1) with its id, and of scrambled Sobol' points beside scipy's, whose
 * scrambling is another: one random matrix and shift a dimension, where Owen's draws a bit for every node. */
export const samplingBench: Bench = {
  name: "sampling",
  about: "seconds for the design of Sobol' indices, 1,048,576 rows, beside the peers that are installed",
  async run(scale) {
    const scrambles = 16;
    const points = Math.max(2, Math.round((base * scale) / scrambles)) * scrambles;
    const found: string[][] = [];
    let rows = 0;
    const [design = 0, sequence = 0] = await interleaved(
      [
        () => {
          rows = saltelliDesign(ishigami, { base: points, scrambles, secondOrder: true, seed: 42 }).design
            .rows;
        },
        () => sobol({ rows: base, dimensions: 6, seed: 1 }),
        () => found.push(peersNow()),
      ],
      rounds,
    );
    const peer = (at: number): number | undefined => {
      const seconds = found.slice(1).map((round) => Number(round[at]));
      return seconds.every(Number.isFinite) ? median(seconds) : undefined;
    };
    const [scipy, salib] = [peer(0), peer(1)];
    return {
      figures: {
        rows,
        "Saltelli design, seconds": design,
        "Sobol' 2^17 × 6, seconds": sequence,
        "scipy Sobol' 2^17 × 6, s": scipy ?? "absent",
        "SALib design 2^17, s": salib ?? "absent",
        ...(scipy === undefined ? {} : { "ratio Owen to scipy's linear": sequence / scipy }),
        ...(salib === undefined || scale !== 1 ? {} : { "ratio design to SALib": design / salib }),
      },
      problems:
        design <= 0.3 * Math.max(1, scale)
          ? []
          : [`the design took ${design.toFixed(3)} s; 0.3 s are allowed`],
    };
  },
};

function peersNow(): string[] {
  try {
    const text = execFileSync("python3", ["-c", peers], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return text.trim().split(" ");
  } catch {
    return ["absent", "absent"];
  }
}
