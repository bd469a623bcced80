import type { Language } from "@shikumi/core/diagnostic";
import { comparedName } from "../identifier.ts";

/** Words of the language that head the columns of holdings, with what sheets call them. Dotted words, such as `ready.triangular`, head columns of their own. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  id: ["identifier", "識別子", "ID"],
  "name.ja": ["name (ja)", "名称", "名称（日本語）", "保有の名称"],
  "name.en": ["name", "name (en)", "title", "名称（英語）"],
  of: [
    "organisation",
    "organization",
    "org",
    "holder",
    "owner",
    "組織",
    "組織名",
    "機関",
    "保有者",
    "保有組織",
  ],
  what: ["capability", "asset", "equipment", "resource", "能力", "装備", "資源", "種類"],
  quantity: ["number", "count", "qty", "units", "amount", "数量", "数", "台数", "人数", "隻数"],
  at: ["place", "location", "base", "site", "場所", "所在地", "拠点", "配置"],
  ready: ["readiness", "ready in", "準備時間", "即応時間"],
  endures: ["endurance", "持続時間", "活動可能時間"],
  recovers: ["recovery", "回復時間"],
  "shared-with": ["shared with", "共有先", "使用できる組織"],
  source: ["典拠", "出典"],
  assumption: ["仮定"],
  note: ["notes", "remark", "remarks", "comment", "備考", "注記"],
};

const plainWords = new Set(["arrives", "grade", "credibility", "flag", "marking", "key", "context"]);

/** The column of the language that a heading means; `undefined` for none. */
export function holdingColumn(heading: string): string | undefined {
  const text = heading.trim();
  const first = text.split(".")[0] ?? "";
  if (Object.hasOwn(aliases, text) || plainWords.has(text)) return text;
  if (text.includes(".") && (Object.hasOwn(aliases, first) || plainWords.has(first) || first === "name"))
    return text;
  const loose = comparedName(text);
  if (loose === "") return undefined;
  const found = Object.entries(aliases).find(([name, others]) =>
    [name, ...others].some((other) => comparedName(other) === loose),
  );
  return found?.[0];
}

/** How columns are headed for readers of a workbook; the word of the language stands in a hidden row. */
export const headings: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    id: "id",
    "name.ja": "Name (ja)",
    "name.en": "Name (en)",
    of: "Organisation",
    what: "Capability",
    quantity: "Quantity",
    at: "Place",
    ready: "Readiness",
    endures: "Endurance",
    recovers: "Recovery",
    "shared-with": "Shared with",
    source: "Source",
    assumption: "Assumption",
    note: "Remarks",
  },
  ja: {
    id: "id",
    "name.ja": "名称（日本語）",
    "name.en": "名称（英語）",
    of: "組織",
    what: "能力",
    quantity: "数量",
    at: "場所",
    ready: "準備時間",
    endures: "持続時間",
    recovers: "回復時間",
    "shared-with": "共有先",
    source: "典拠",
    assumption: "仮定",
    note: "備考",
  },
};
