import {
  designFrom,
  halton,
  type Input,
  imanConover,
  latinHypercube,
  maximinLatinHypercube,
  monteCarlo,
  morrisDesign,
  orthogonalLatinHypercube,
  radialDesign,
  saltelliDesign,
  sobol,
} from "@shikumi/analysis/sampling";
import { describe, expect, it } from "vitest";

const inputs: readonly Input[] = ["a", "b", "c"].map((name) => ({
  name,
  distribution: { kind: "uniform", low: 0, high: 1 },
}));
const size = { rows: 64, dimensions: 3, seed: 42 };

describe("seeds", () => {
  // Recorded from this package, not from elsewhere: another value means that a seed names other points than it did.
  it("[P7] give the points on record", () => {
    const units = {
      "sobol owen": sobol(size),
      "sobol linear": sobol({ ...size, scramble: "linear" }),
      "sobol shift": sobol({ ...size, scramble: "shift" }),
      halton: halton(size),
      "monte carlo": monteCarlo(size),
      "latin hypercube": latinHypercube(size),
      maximin: maximinLatinHypercube({ ...size, exchanges: 200 }),
      orthogonal: orthogonalLatinHypercube({ levels: 7, dimensions: 3, seed: 42 }),
      "iman conover": imanConover(
        latinHypercube(size),
        [
          [1, 0.5, 0],
          [0.5, 1, 0],
          [0, 0, 1],
        ],
        42,
      ),
    };
    const designs = {
      ...Object.fromEntries(
        Object.entries(units).map(([name, unit]) => [name, designFrom(inputs, unit).design]),
      ),
      morris: morrisDesign(inputs, { trajectories: 8, seed: 42 }).design,
      radial: radialDesign(inputs, { trajectories: 8, seed: 42 }).design,
      saltelli: saltelliDesign(inputs, { base: 16, scrambles: 2, seed: 42 }).design,
      "saltelli owen": saltelliDesign(inputs, { base: 16, scrambles: 2, seed: 42, scramble: "owen" }).design,
    };

    expect(
      Object.fromEntries(Object.entries(designs).map(([name, { id }]) => [name, id])),
    ).toMatchInlineSnapshot(`
      {
        "halton": "2e91a59b52339f72df5f7f502643d8a3",
        "iman conover": "9bab0d529e7f626171fca58ec5409e92",
        "latin hypercube": "117a34d05e6d97795d0f5e6045ce9185",
        "maximin": "aa24cc805c39d45a4f1654868f89e46b",
        "monte carlo": "6e4164953c7fbb22e7b1dd2b9f3bd176",
        "morris": "19b853870c7849e5bef7f3868c951b1e",
        "orthogonal": "5dab9487c07ac557b3b3e598ccdb25bf",
        "radial": "8bcc119d31d77cbe25b4d0c76edf86b8",
        "saltelli": "96e2bb837ae5535de536a82d32eded27",
        "saltelli owen": "055943a552cd505e6200c31ff76d211c",
        "sobol linear": "9cd45904bc5fa2c5cd27fa88e6dfe42f",
        "sobol owen": "46c40eb7a227b9fe0d51516969703151",
        "sobol shift": "eb0070238fd3b7666262c4c5c905a2e1",
      }
    `);
  });
});
