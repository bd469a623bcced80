import { describe, expect, it } from "vitest";
import { compile, KernelError } from "../../src/index.ts";
import { miniStudy } from "../rules/mini-study.ts";

const study = miniStudy(`
holdings: {a: {of: A, what: unit, quantity: 1, at: here, assumption: true}}
levers:
  more: {kind: capability, proposed: analyst, change: [{set: holdings.a.quantity, to: 3}], assumption: true}
`);

/** The code of the error that compiling a choice gives. */
function codeOf(choice: string | readonly string[]): string {
  try {
    compile(study, choice);
  } catch (error) {
    if (error instanceof KernelError) return error.code;
  }
  return "";
}

describe("a choice of levers", () => {
  it("[K5] that the study does not have is told apart from a package it does not have", () => {
    expect(codeOf(["more", "less"])).toBe("unknown-lever");
    expect(codeOf("less")).toBe("unknown-package");
  });

  it("[K5] is the baseline where it is empty, and makes a program of its own otherwise", () => {
    expect(compile(study, [], { mode: "timed" }).ids.levers).toEqual([]);
    expect(compile(study, ["more"], { mode: "timed" }).ids.levers).toEqual(["more"]);
  });
});
