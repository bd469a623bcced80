import type { Language } from "@shikumi/core/diagnostic";
import { messageFor } from "@shikumi/core/diagnostic";
import { exchangeMessages, type Place, type Remark } from "@shikumi/exchange";
import type { Say } from "../messages/index.ts";
import type { Style } from "../text/style.ts";

/** A remark for a program: what, where, and in words. */
export interface ToldRemark {
  readonly code: string;
  readonly kind: Remark["kind"];
  readonly at: Place;
  readonly args: Remark["args"];
  readonly text: string;
  readonly help: string;
}

/** Remarks in the words of a language. */
export function toldRemarks(remarks: readonly Remark[], language: Language): readonly ToldRemark[] {
  return remarks.map(({ code, kind, at, args }) => ({
    code,
    kind,
    at,
    args,
    ...messageFor(code, shownArgs(args), exchangeMessages[language]),
  }));
}

/** Longest value of a file that is quoted in full. */
const longest = 120;

/** What a file says, cut short and without characters that could steer a terminal. */
function shownArgs(args: Remark["args"]): Remark["args"] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === "number" ? value : shownText(value)]),
  );
}

function shownText(text: string): string {
  const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
  return visible.length > longest ? `${visible.slice(0, longest - 1)}…` : visible;
}

/** Most places of one kind of remark that are shown; the rest are counted. */
const shown = 3;

/** Arguments that tell remarks of one code apart; others differ from place to place. */
const telling = ["field", "column", "collection", "type", "letter", "marking", "found"] as const;

const order = { refused: 0, loss: 1, defect: 2 } as const;
const paints = { refused: "red", loss: "yellow", defect: "dim" } as const;

/** Remarks for people: what is refused, then losses, then defects; alike ones together with their first places. */
export function remarksText(
  remarks: readonly Remark[],
  tools: { readonly say: Say; readonly style: Style; readonly language: Language },
): string {
  const { say, style, language } = tools;
  const groups = new Map<string, ToldRemark[]>();
  for (const told of toldRemarks(remarks, language)) {
    const key = JSON.stringify([told.code, ...telling.slice(0, 6).map((name) => told.args[name] ?? "")]);
    groups.set(key, [...(groups.get(key) ?? []), told]);
  }
  return [...groups.values()]
    .sort((a, b) => order[a[0]?.kind ?? "defect"] - order[b[0]?.kind ?? "defect"])
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const places = group.slice(0, shown).map(({ at }) => placeText(at, say));
      const more = group.length > shown ? [say("remark-more", { count: group.length - shown })] : [];
      const head = `${style[paints[first.kind]](say(`remark-${first.kind}`))} ${style.dim(first.code)}`;
      const help = first.help === "" ? [] : [`    ${style.green("→")} ${first.help}\n`];
      return [
        `  ${head} ${[...new Set(places), ...more].join(say("list-and"))}\n`,
        `    ${first.text}\n`,
        ...help,
      ];
    })
    .join("");
}

function placeText({ file, line, sheet, row, column }: Place, say: Say): string {
  if (line !== undefined) return `${file}:${line}`;
  if (row === undefined) return file;
  const named = say("remark-cell", { sheet: sheet === undefined ? "" : `${shownText(sheet)} `, row });
  return column === undefined ? named : `${named} ${say("remark-column", { column: columnName(column) })}`;
}

/** The letters of a column as spreadsheets name it: 1 is A, 27 is AA. */
function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
