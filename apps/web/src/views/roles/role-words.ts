import type { RoleCell } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Say } from "../../messages/say.ts";
import { printed } from "../../part/printed.tsx";
import type { RolesKey } from "./messages/index.ts";

/** Signs of the verdicts, in the order from best to worst. */
export const verdictSigns: Readonly<Record<RoleCell["verdict"], string>> = {
  obliged: "◎",
  permitted: "○",
  undetermined: "△",
  "not-encoded": "…",
  prohibited: "×",
  "no-basis": "–",
};

/** What a cell prints. */
export interface CellMarks {
  /** Letter of the role, a star for who is accountable. */
  readonly role: string;
  readonly verdict: string;
  readonly able: string;
  /** Share delivered; empty where the organisation neither has a role nor delivers. */
  readonly delivered: string;
  /** All of it in words. */
  readonly words: string;
}

/** The marks and words of a cell. */
export function cellMarks(cell: RoleCell, say: Say<RolesKey>, language: Language): CellMarks {
  const { role, verdict, able, accountable, delivered } = cell;
  const letter = role === "none" ? "" : say(role === "lead" ? "lead-letter" : "support-letter");
  const share =
    Number.isFinite(delivered.value) && (delivered.value > 0 || role !== "none")
      ? printed(delivered, "share", language)
      : "";
  const words = [
    ...(role === "none" ? [] : [say(role === "lead" ? "lead-role" : "support")]),
    say(`verdict-${verdict}`),
    say(able ? "able" : "not-able"),
    ...(accountable ? [say("accountable")] : []),
    ...(share === "" ? [] : [say("delivers", { share })]),
  ];
  return {
    role: letter + (accountable ? "*" : ""),
    verdict: verdictSigns[verdict],
    able: able ? "■" : "□",
    delivered: share,
    words: words.join(say("list-separator")),
  };
}
