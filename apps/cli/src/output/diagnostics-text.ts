import type { RenderedDiagnostic } from "@shikumi/core/diagnostic";
import type { Say } from "../messages/index.ts";
import type { Style } from "../text/style.ts";

const marks = {
  error: { key: "severity-error", paint: "red" },
  warning: { key: "severity-warning", paint: "yellow" },
  note: { key: "severity-note", paint: "dim" },
} as const;

/**
 * Diagnostics for people: place, severity, code and text on one line, the line of the file with carets below, then what to do. `path` is the
 * study's folder as the person wrote it, so that the places can be opened.
 */
export function diagnosticsText(
  diagnostics: readonly RenderedDiagnostic[],
  { path, say, style }: { readonly path: string; readonly say: Say; readonly style: Style },
): string {
  const folder = path.replace(/\/+$/, "");
  return diagnostics
    .map((one) => {
      const { key, paint } = marks[one.severity];
      const place = `${folder}/${one.file}:${one.line}:${one.column}`;
      const head = `${style.bold(place)} ${style[paint](say(key))} ${style.dim(one.code)}`;
      const excerpt =
        one.excerpt === "" ? [] : one.excerpt.split("\n").map((line) => `  ${style.dim("|")} ${line}`);
      const related = one.related.map(({ file, line, column }) =>
        say("see-also", { place: `${folder}/${file}:${line}:${column}` }),
      );
      const lines = [head, `  ${one.text}`, ...excerpt, ...related.map((line) => `  ${line}`)];
      if (one.help !== "") lines.push(`  ${style.green("→")} ${one.help}`);
      return `${lines.join("\n")}\n`;
    })
    .join("\n");
}
