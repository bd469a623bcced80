import { type Input, saltelliDesign, sobol } from "@shikumi/analysis/sampling";
import type { Bench } from "./bench.ts";
import { PythonPeer, ratioTo } from "./python-peer.ts";
import { inTurns, type Turns } from "./turns.ts";

const base = 131_072;
const rounds = 7;

/** Peers by their own clock; what is not installed prints "absent". */
const peers = `
def scipy_sobol():
    from scipy.stats import qmc
    qmc.Sobol(6, scramble=True, seed=1).random(${base})
def salib_sample():
    from SALib.sample import sobol
    sobol.sample({"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-3.141592653589793, 3.141592653589793]] * 3}, ${base}, seed=42)
calls = {"scipy": scipy_sobol, "SALib": salib_sample}
`;

const ishigami: readonly Input[] = ["x1", "x2", "x3"].map((name) => ({
  name,
  distribution: { kind: "uniform", low: -Math.PI, high: Math.PI },
}));

/** Time of a second-order Saltelli design of Ishigami's three inputs (1,048,576 rows at scale 1) with its id, and of scrambled Sobol' points beside scipy's, whose
 * scrambling is the same as `linear`: one random matrix and shift a dimension. Owen's draws a bit for every node. */
export const samplingBench: Bench = {
  name: "sampling",
  about: "seconds for the design of Sobol' indices, 1,048,576 rows, beside the peers that are installed",
  async run(scale) {
    const scrambles = 16;
    const points = Math.max(2, Math.round((base * scale) / scrambles)) * scrambles;
    const peer = new PythonPeer(peers);
    let rows = 0;
    const [design, linear, owen] = (await inTurns(
      [
        () => {
          rows = saltelliDesign(ishigami, { base: points, scrambles, secondOrder: true, seed: 42 }).design
            .rows;
        },
        () => sobol({ rows: base, dimensions: 6, seed: 1, scramble: "linear" }),
        () => sobol({ rows: base, dimensions: 6, seed: 1 }),
        () => peer.call("scipy"),
        () => peer.call("SALib"),
      ],
      rounds,
    )) as [Turns, Turns, Turns];
    peer.end();
    const [scipy, salib] = [peer.seconds("scipy"), peer.seconds("SALib")];
    return {
      figures: {
        rows,
        "Saltelli design, ms": design.median * 1e3,
        "Saltelli design, ms, best round": design.best * 1e3,
        "SALib design 2^17, s": salib,
        "ratio SALib to design": scale === 1 ? ratioTo(salib, design.median) : "absent",
        "Sobol' 2^17 × 6, linear, ms": linear.median * 1e3,
        "Sobol' 2^17 × 6, Owen, ms": owen.median * 1e3,
        "scipy Sobol' 2^17 × 6, linear, ms": scipy === "absent" ? scipy : scipy * 1e3,
        "ratio scipy to linear": ratioTo(scipy, linear.median),
      },
      problems:
        Math.min(design.median, design.processor) <= 0.3 * Math.max(1, scale)
          ? []
          : [`the design took ${design.median.toFixed(3)} s; 0.3 s are allowed`],
    };
  },
};
