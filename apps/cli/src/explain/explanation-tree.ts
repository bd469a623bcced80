import type { ToldExplanation } from "@shikumi/model";
import type { Style } from "../text/style.ts";

const marks = {
  true: { sign: "✓", paint: "green" },
  false: { sign: "✗", paint: "red" },
  unknown: { sign: "?", paint: "yellow" },
  "not-encoded": { sign: "?", paint: "yellow" },
  info: { sign: "·", paint: "dim" },
} as const;

/** An explanation as lines of a tree, each with a sign for its value: ✓ holds, ✗ does not, ? is not known, · informs. */
export function explanationTree(lines: readonly ToldExplanation[], style: Style): string {
  return treeLines(lines, "", style)
    .map((line) => `${line}\n`)
    .join("");
}

function treeLines(lines: readonly ToldExplanation[], indent: string, style: Style): readonly string[] {
  return lines.flatMap(({ text, value, children }, index) => {
    const isLast = index === lines.length - 1;
    const { sign, paint } = marks[value];
    return [
      `${indent}${isLast ? "└" : "├"} ${style[paint](sign)} ${text}`,
      ...treeLines(children, `${indent}${isLast ? " " : "│"} `, style),
    ];
  });
}
