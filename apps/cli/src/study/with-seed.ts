import { describeElement, parseStudy, type StudyFile } from "@shikumi/model";
import { CommandError } from "../command-error.ts";
import type { UsableStudy } from "./open-study.ts";

/**
 * The same study with another seed, written into its charter: a seed is part of a study, so its digest changes with it. What was written is read again, so
 * that a charter of unusual form is refused and never misread. Throws `CommandError` `seed-not-set`.
 */
export function withSeed(read: UsableStudy, seed: number): UsableStudy {
  if (read.study.charter.seed === seed) return read;
  const charter = describeElement(read.study, "study").find(({ path }) => path === "study");
  const before = read.files.find(({ path }) => path === charter?.span.file);
  if (charter !== undefined && before !== undefined) {
    const isWritten = charter.fields.some(({ field, status }) => field === "seed" && status === "written");
    const key = before.text.slice(0, charter.span.end);
    const rest = before.text.slice(charter.span.end);
    const text = key + (isWritten ? replaced(rest, seed) : inserted(rest, seed));
    const files: readonly StudyFile[] = read.files.map((file) =>
      file === before ? { ...file, text } : file,
    );
    const { study, counts } = parseStudy(files);
    if (study?.charter.seed === seed) return { ...read, files, study, counts };
  }
  throw new CommandError("seed-not-set", { seed });
}

/** What follows the charter's key, with the first seed in it replaced. */
function replaced(rest: string, seed: number): string {
  return rest.replace(
    /(^|[\s{,])(["']?seed["']?:\s*)[^\s,}]+/,
    (_, before, name) => `${before}${name}${seed}`,
  );
}

/** What follows the charter's key, with a seed as its first field. */
function inserted(rest: string, seed: number): string {
  const flow = /^\s*:\s*\{/.exec(rest)?.[0];
  if (flow !== undefined) return `${flow}seed: ${seed}, ${rest.slice(flow.length)}`;
  return rest.replace(/^(\s*:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*)( +)/, `$1$2seed: ${seed}\n$2`);
}
