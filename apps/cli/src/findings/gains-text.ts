import type { GainFinding } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

/** What levers or packages gain over the baseline, by domain, largest first within each. */
export function gainsText(
  findings: readonly GainFinding[],
  what: "lever" | "package",
  session: Session,
): string {
  const { say, style, language } = session;
  const lines = findings.flatMap((finding) => finding.gains.map((gain) => ({ ...gain, finding })));
  const domains = [...new Set(lines.map(({ domain }) => domain))];
  const rows = domains.flatMap((domain) =>
    lines
      .filter((line) => line.domain === domain && Number.isFinite(line.ifAdoptedAndUsed.value))
      .sort((a, b) => b.ifAdoptedAndUsed.value - a.ifAdoptedAndUsed.value)
      .map(({ finding, ifAdoptedAndUsed, expected }, index) => [
        index === 0 ? domain : "",
        nameOf(finding, session),
        figureText(ifAdoptedAndUsed, "gain-interval", language),
        figureText(expected, "gain-interval", language),
        figureText(finding.cost, `money:${finding.currency ?? ""}`, language),
        figureText(finding.effort, "amount", language),
      ]),
  );
  const table = textTable(
    [
      { head: say("domain") },
      { head: say(what) },
      { head: say("if-adopted"), align: "right" },
      { head: say("expected"), align: "right" },
      { head: say("cost"), align: "right" },
      { head: say("effort"), align: "right" },
    ],
    rows,
  );
  return table === ""
    ? ""
    : `${style.bold(say(what === "lever" ? "assess-levers" : "assess-packages"))}\n${table}`;
}

function nameOf({ id, with: others }: GainFinding, { say }: Session): string {
  return others.length === 0 ? id : `${id} (${say("tried-with", { levers: others.join(", ") })})`;
}
