import type { Assessment } from "@shikumi/assessment";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

/** The minimal sets of causes that close each mission and task, one line each. */
export function closingText({ closing }: Assessment, { say, style, language }: Session): string {
  const threshold = closing[0]?.threshold;
  if (threshold === undefined) return "";
  const rows = byMission(closing)
    .filter(({ instances }) => instances > 0)
    .flatMap(({ scope, sets }) => {
      const name = scope.kind === "mission" ? say("scope-mission", { id: scope.id }) : `  ${scope.id}`;
      if (sets.length === 0) return [[name, say("closing-none")]];
      return sets.map(({ causes, share }, index) => {
        const of = figureText(share, "share-interval", language);
        const set = causes.map((cause) => say(`cause-${cause}`)).join(say("set-sign"));
        return [
          index === 0 ? name : "",
          causes.length === 0 ? say("closing-met", { share: of }) : say("closing-set", { set, share: of }),
        ];
      });
    });
  const table = textTable([{ head: say("scope") }, { head: say("closes") }], rows);
  const title = say("assess-closing", { threshold: `${Math.round(threshold * 100)} %` });
  return table === "" ? "" : `${style.bold(title)}\n${table}`;
}

/** Each mission followed by its tasks. */
function byMission(closing: Assessment["closing"]): Assessment["closing"] {
  const missions = closing.filter(({ scope }) => scope.kind === "mission");
  const tasksOf = (mission: string): Assessment["closing"] =>
    closing.filter(({ scope }) => scope.kind === "task" && scope.id.startsWith(`${mission}.`));
  const known = new Set(missions.map(({ scope }) => scope.id));
  const others = closing.filter(
    ({ scope }) => scope.kind === "task" && !known.has(scope.id.split(".")[0] ?? ""),
  );
  return [...missions.flatMap((mission) => [mission, ...tasksOf(mission.scope.id)]), ...others];
}
