import type { CauseFinding, Figure } from "@shikumi/assessment";
import { describe, expect, it } from "vitest";
import { extent, partsOf, stretches, ticks } from "../../src/views/causes/cause-bars.ts";
import { editionWith, markupOf, sampleEdition, viewOf } from "./sample-edition.ts";

const edition = sampleEdition();
const Causes = await viewOf("causes");
const figure = (value: number): Figure => ({
  id: "x",
  value,
  low: value,
  high: value,
  unit: "share",
  run: "x",
});
const finding: CauseFinding = {
  scope: { kind: "domain", id: "fire" },
  shortfall: figure(0.5),
  parts: [
    { cause: "law.basis", figure: figure(0.3) },
    { cause: "mechanism", figure: figure(-0.1) },
    { cause: "capability", figure: figure(0.2) },
  ],
  irreducible: figure(0.1),
  undetermined: figure(0.05),
};

describe("causes", () => {
  it("[Q10] lays the parts end to end without clipping", () => {
    const laid = stretches(finding);
    expect(laid.map(({ cause }) => cause)).toEqual(["law.basis", "mechanism", "capability", "irreducible"]);
    expect(laid[1]).toMatchObject({ from: -0.1, to: 0 });
    expect(laid[2]?.from).toBeCloseTo(0.3);
    const sum = laid.reduce((total, { figure: { value } }) => total + value, 0);
    expect(sum).toBeCloseTo(finding.shortfall.value);
    expect(extent([finding])[0]).toBeCloseTo(-0.1);
    expect(extent([finding])[1]).toBeCloseTo(0.6);
    expect(ticks([-0.1, 0.5])[0]).toBeCloseTo(-0.1);
    for (const one of edition.assessment.causes) {
      const total = partsOf(one).reduce((known, part) => known + part.figure.value, 0);
      expect(total).toBeCloseTo(one.shortfall.value, 9);
    }
  });

  it("[Q11] leads from domains to missions to tasks", () => {
    expect(markupOf(Causes, edition, "en")).toContain("#/causes?domain=fire");
    const domain = markupOf(Causes, edition, "en", { domain: "fire" });
    expect(domain).toContain("#/causes?mission=fight-fire");
    expect(domain).not.toContain("#/causes?mission=relief");
    const mission = markupOf(Causes, edition, "ja", { mission: "relief" });
    expect(mission).toContain("物資の輸送");
    expect(mission).toContain("しくみ（");
    expect(mission).toContain('aria-current="page"');
  });

  it("[Q12] says so where nothing was computed", () => {
    const without = editionWith(edition, { assessment: { ...edition.assessment, causes: [] } });
    expect(markupOf(Causes, without, "en")).toContain("Not computed for this study.");
  });
});
