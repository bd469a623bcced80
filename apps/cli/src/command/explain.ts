import { CommandError } from "../command-error.ts";
import { explainDelay } from "../explain/delay.ts";
import { explainElement } from "../explain/element.ts";
import { explainPermission } from "../explain/permission.ts";
import { openStudy } from "../study/open-study.ts";
import type { Outcome, Session } from "./command.ts";

/** One element, one question of law, or one task's delay. */
export async function explain(session: Session): Promise<Outcome> {
  const { options, positionals } = session;
  const subject = positionals[1];
  const actor = options.text("may");
  const late = options.text("late");
  if (late !== undefined && subject !== undefined)
    throw new CommandError("unexpected-argument", { argument: subject, command: "explain" });
  if (late === undefined && subject === undefined)
    throw new CommandError("missing-argument", {
      argument: actor === undefined ? "ID" : "ACTIVITY",
      command: "explain",
    });
  const read = await openStudy(session);
  if (late !== undefined) return explainDelay(read.study, late, session);
  if (actor !== undefined) return explainPermission(read.study, { actor, activity: subject ?? "" }, session);
  return explainElement(read, subject ?? "", session);
}
