import { child, futureName, nameOf } from "@shikumi/core/random";
import { describe, expect, it } from "vitest";
import { KernelError } from "../../src/kernel-error.ts";
import { draw } from "../../src/number/future.ts";
import { leverStarts, packageOrder } from "../../src/number/schedule.ts";
import { never } from "../../src/number/ticks.ts";
import { miniStudy } from "../rules/mini-study.ts";

const day = 24 * 2048;

/** A study of levers, each with a change of its own. */
function reform(
  levers: Readonly<{ readonly [id: string]: string }>,
  options = "",
  charter = "",
): ReturnType<typeof miniStudy> {
  const ids = Object.keys(levers);
  const lines = ids.map(
    (id) =>
      `  ${id}: {kind: law, proposed: analyst, assumption: true, change: [{add: beneficiaries.x${id}, to: {}}], ${levers[id]}}`,
  );
  return miniStudy(
    `deciders:
  diet: {party: P, sits: {per-year: 1, closed: [{from: 2012-04-03, until: 2012-04-10}]}, assumption: true}
beneficiaries: {all: {}}
levers:
${lines.join("\n")}
packages:
  all: {levers: [${ids.join(", ")}]${options}}
`,
    charter,
  );
}

const starts = (
  study: ReturnType<typeof miniStudy>,
  mode: "timed" | "in-force" = "timed",
  future = 0,
): readonly number[] => leverStarts(study, "all", mode, new Map(), future);

describe("the order of a package", () => {
  it("[N8] is as stated, then by key, with what is needed first", () => {
    const study = reform({ a: "after: [c]", b: "", c: "needs: [d]", d: "" }, ", order: [c]");

    expect(packageOrder(study, "all")).toEqual(["b", "d", "c", "a"]);
    expect(packageOrder(study, "baseline")).toEqual([]);
    expect(() => packageOrder(study, "none")).toThrow(KernelError);
  });
});

describe("the schedule", () => {
  it("[N8] starts a lever after those it needs or follows", () => {
    expect(
      starts(reform({ a: "takes: 2 d", b: "takes: 3 d, needs: [a]", c: "takes: 1 d, after: [a, b]" })),
    ).toEqual([2 * day, 5 * day, 6 * day]);
  });

  it("[N8] passes one lever a year, never in a closed window", () => {
    const study = reform({ a: "takes: 5 d, passes: diet", b: "takes: 6 d, passes: diet", c: "passes: diet" });

    expect(starts(study)).toEqual([9 * day, 275 * day, 640 * day]);
  });

  it("[N8] adopts by one draw, shifted by the politics of the future", () => {
    const futures = Array.from({ length: 200 }, (_, index) => index);
    const adopted = (charter: string): readonly boolean[] =>
      futures.map((index) => starts(reform({ a: "adopted: 0.5" }, "", charter), "timed", index)[0] !== never);
    const expected = (sway: number): readonly boolean[] =>
      futures.map((index) => {
        const future = futureName(1, index);
        const chance = 0.5 + sway * (2 * draw(future, "politics") - 1);
        return draw(child(future, nameOf("lever/a")), "adopted") < Math.min(1, Math.max(0, chance));
      });

    expect(adopted("")).toEqual(expected(0));
    expect(adopted("sway: 0.4")).toEqual(expected(0.4));
    expect(expected(0.4)).not.toEqual(expected(0));
  });

  it("[N8] leaves out what is not adopted, what needs it, and what is void", () => {
    const study = reform({ a: "adopted: 0", b: "needs: [a]", c: "voids: [d]", d: "", e: "needs: [d]" });

    expect(starts(study)).toEqual([never, never, 0, never, never]);
    expect(starts(study, "in-force")).toEqual([0, 0, 0, never, never]);
  });
});
