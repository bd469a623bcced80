import type { Session } from "../command/command.ts";
import { isPhrase } from "../messages/index.ts";
import { textTable } from "../text/table.ts";
import type { ReadStudy } from "./open-study.ts";

/** What a study consists of: elements by collection, sources by grade, assumptions. */
export function countsText({ files, counts }: Pick<ReadStudy, "files" | "counts">, session: Session): string {
  const { say, style } = session;
  const { tasks, ...collections } = counts.elements;
  const elements = Object.entries(collections)
    .flatMap(([name, count]) =>
      name === "missions" ? [[name, count] as const, ["tasks", tasks] as const] : [[name, count] as const],
    )
    .filter(([, count]) => count > 0);
  const name = (collection: string): string => {
    const key = `collection-${collection}`;
    return isPhrase(key) ? say(key) : collection;
  };
  const grades = Object.entries(counts.sources).map(([grade, count]) => `${grade} ${count}`);
  const { numbers, assumptions, unchecked } = counts;
  return [
    style.bold(say("counts-title", { count: files.length })),
    textTable(
      [{ head: say("counts-collection") }, { head: say("counts-elements"), align: "right" }],
      elements.map(([collection, count]) => [name(collection), String(count)]),
    ),
    `${say("counts-sources", { grades: grades.join("  ") })}\n${say("counts-numbers", { numbers, assumptions, unchecked })}\n`,
  ].join("\n");
}
