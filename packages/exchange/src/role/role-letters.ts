import { saysNothing } from "../not-available.ts";

/** What one cell of a role matrix says of an organisation. */
export interface RoleLetters {
  readonly leads: boolean;
  readonly supports: boolean;
  readonly accountable: boolean;
  /** Letters that a role plan has no place for, such as C and I of RACI. */
  readonly others: readonly string[];
}

/** Signs and words for each role. R of RACI does the work, which is to lead here. */
const words: Readonly<Record<string, "leads" | "supports" | "accountable">> = {
  L: "leads",
  LEAD: "leads",
  R: "leads",
  RESPONSIBLE: "leads",
  "◎": "leads",
  主導: "leads",
  主: "leads",
  主管: "leads",
  S: "supports",
  SUPPORT: "supports",
  SUPPORTS: "supports",
  "○": "supports",
  〇: "supports",
  支援: "supports",
  支: "supports",
  A: "accountable",
  ACCOUNTABLE: "accountable",
  責任: "accountable",
};

/** Letters that stand together without a sign between them, as in `RA`. */
const joined = /^[LRSACIPVO]{2,5}$/;

/** Reads a cell such as `L`, `RA`, `A/R`, `S 0.62`, `◎`; a number in it is what was exported beside the letters and is passed over. `undefined` for a cell that says nothing. */
export function readRoleLetters(text: string): RoleLetters | undefined {
  if (saysNothing(text)) return undefined;
  const upper = text.normalize("NFKC").replaceAll("⭕", "○").toUpperCase();
  const parts = upper
    .split(/[\s,;/+&、・]+/)
    .filter((part) => part !== "" && !/^[\d.]+%?$/.test(part))
    .flatMap((part) => (joined.test(part) ? [...part] : [part]));
  if (parts.length === 0) return undefined;
  const has = (role: string): boolean => parts.some((part) => words[part] === role);
  return {
    leads: has("leads"),
    supports: has("supports"),
    accountable: has("accountable"),
    others: parts.filter((part) => words[part] === undefined),
  };
}

/** Whether a text could be a cell of a role matrix. */
export function looksLikeRole(text: string): boolean {
  return /^(?:[LRASCIPVO]{1,5}|[◎○〇⭕])(?:[\s,;/+&][LRASCIPVO\d.%\s]*)?$/i.test(text.trim());
}
