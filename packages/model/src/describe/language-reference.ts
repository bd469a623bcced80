import type { Field, Fields } from "../form/field.ts";
import { collectionNames } from "../study/collection-name.ts";
import { tables } from "../table/all-tables.ts";
import { charterFields } from "../table/charter-table.ts";
import { taskFields } from "../table/mission-tables.ts";

const common = new Set(["name", "title", "note", "key", "marking", "context"]);

/** Every collection and field of the study language as Markdown, made from the tables that read it. */
export function languageReference(): string {
  const parts = [
    section(
      "study",
      "Title, question, people, dates and the numbers that govern every run. One record.",
      charterFields,
    ),
  ];
  for (const name of collectionNames) {
    const { about, fields } = tables[name];
    parts.push(section(name, `${about}.`, withoutCommon(fields)));
    if (name === "missions") {
      parts.push(section("tasks", "Steps of a mission, under its `tasks`.", withoutCommon(taskFields)));
    }
  }
  return parts.join("\n");
}

function withoutCommon(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !common.has(name)));
}

function section(name: string, about: string, fields: Fields): string {
  const rows = Object.entries(fields).flatMap(([field, form]) => rowsOf(field, form, 0));
  if (rows.length === 0) return `### \`${name}\`\n${about}\n`;
  return `### \`${name}\`\n${about}\n\n| field | written as | when absent | meaning |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

function rowsOf(name: string, field: Field<unknown>, depth: number): string[] {
  const absent = field.presence === "required" ? "**required**" : (field.shownDefault ?? "–");
  const row = `| \`${name}\` | ${cell(field.form.words)} | ${cell(absent)} | ${cell(field.about)} |`;
  if (depth >= 2) return [row];
  const nested = Object.entries(field.form.fields ?? {});
  return [row, ...nested.flatMap(([inner, one]) => rowsOf(`${name}.${inner}`, one, depth + 1))];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
