import { LineIndex, suggest } from "@shikumi/core/diagnostic";
import {
  collectionNames,
  describeElement,
  type FieldDescription,
  type Provenance,
  type Study,
} from "@shikumi/model";
import type { Outcome, Session } from "../command/command.ts";
import { CommandError } from "../command-error.ts";
import type { UsableStudy } from "../study/open-study.ts";
import { pad, textWidth } from "../text/width.ts";

/** The fields of everything an id names: as written, with defaults and provenance, and where it is written. */
export function explainElement({ study, files, path }: UsableStudy, id: string, session: Session): Outcome {
  const { style } = session;
  const found = describeElement(study, id);
  if (found.length === 0)
    throw new CommandError("unknown-id", { id }, { near: suggest(id, knownIds(study)) });
  const lines = new Map(files.map((file) => [file.path, new LineIndex(file.text)]));
  const elements = found.map(({ path: element, span, fields }) => {
    const { line, column } = lines.get(span.file)?.position(span.start) ?? { line: 1, column: 1 };
    return { element, file: span.file, line, column, fields };
  });
  const folder = path.replace(/\/+$/, "");
  return {
    status: "clean",
    data: { elements },
    diagnostics: [],
    text: () =>
      elements
        .map(({ element, file, line, column, fields }) =>
          [
            `${style.bold(element)}  ${style.dim(`${folder}/${file}:${line}:${column}`)}`,
            "",
            ...fieldLines(study, fields, session),
            "",
          ].join("\n"),
        )
        .join("\n"),
  };
}

function fieldLines(study: Study, fields: readonly FieldDescription[], session: Session): readonly string[] {
  const { say, style } = session;
  const shown = fields.filter(({ status }) => status !== "absent");
  const absent = fields.filter(({ status }) => status === "absent").map(({ field }) => field);
  const width = Math.max(0, ...shown.map(({ field }) => textWidth(field)));
  const usual = mostCommon(
    shown
      .filter(({ status }) => status === "written")
      .map((one) => provenanceText(study, one.provenance, session)),
  );
  const lines = shown.map(({ field, value, status, provenance }) => {
    const own = provenanceText(study, provenance, session);
    const remark =
      status === "default" ? say("field-default") : own === usual ? "" : own || say("provenance-none");
    const head = `  ${style.bold(pad(field, width, "left"))}  ${value}`;
    return remark === "" ? head : `${head}  ${style.dim(`[${remark}]`)}`;
  });
  if (usual !== "") lines.push("", `  ${style.dim(say("field-provenance", { provenance: usual }))}`);
  if (absent.length > 0) lines.push("", `  ${style.dim(say("field-absent", { fields: absent.join(", ") }))}`);
  return lines;
}

function provenanceText(
  study: Study,
  provenance: Provenance | undefined,
  { say, language }: Session,
): string {
  if (provenance === undefined) return "";
  const { source, credibility, assumption, unchecked, note } = provenance;
  const parts: string[] = [];
  if (source !== undefined) {
    const reliability = study.sources.get(source)?.reliability;
    parts.push(
      say("provenance-source", { source, grade: `${reliability ?? ""}${credibility ?? ""}` }).replace(
        " ()",
        "",
      ),
    );
  } else if (assumption) parts.push(say("provenance-assumption"));
  if (unchecked) parts.push(say("provenance-unchecked"));
  if (note !== undefined) parts.push(note[language]);
  return parts.join(say("list-and"));
}

/** The text met most often, the first of several. */
function mostCommon(texts: readonly string[]): string {
  const count = (text: string): number => texts.filter((one) => one === text).length;
  return [...new Set(texts)].sort((a, b) => count(b) - count(a))[0] ?? "";
}

/** Everything `explain` can be asked about. */
function knownIds(study: Study): readonly string[] {
  const elements = collectionNames.flatMap((collection) =>
    [...study[collection].keys()].flatMap((id) => [id, `${collection}.${id}`]),
  );
  const tasks = [...study.missions.values()].flatMap(({ tasks: own }) =>
    [...own.values()].map(({ ref }) => ref),
  );
  return ["study", ...elements, ...tasks];
}
