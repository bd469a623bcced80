import type { Effects } from "../effects.ts";

/** Marks up text for a terminal, or leaves it plain. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

/** Colours only where standard output is a terminal and NO_COLOR is unset or empty (no-color.org). */
export function styleFor(effects: Effects): Style {
  const coloured = effects.outIsTerminal && !effects.env["NO_COLOR"] && effects.env["TERM"] !== "dumb";
  const mark = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: mark(1), dim: mark(2), red: mark(31), yellow: mark(33), green: mark(32) };
}
