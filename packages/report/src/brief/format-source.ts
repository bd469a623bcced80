import type { Language } from "@shikumi/core/diagnostic";
import type { Source, Text } from "@shikumi/model";

/** Year of issue as written, or nothing. */
function year(source: Source): string {
  return source.issued?.slice(0, 4) ?? "";
}

function inLanguage(text: Text, language: Language): string {
  return text[language] || text[language === "ja" ? "en" : "ja"];
}

/** The author in one language: names given as `日本語 / English` are parted. */
function authorOf(source: Source, language: Language): string {
  const [first = "", second] = (source.author ?? "").split(/\s+\/\s+/);
  if (second === undefined) return first;
  const isJapanese = (name: string): boolean => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name);
  if (isJapanese(first) === isJapanese(second)) return `${first} / ${second}`;
  return isJapanese(first) === (language === "ja") ? first : second;
}

/**
 * A source as an entry of the list of sources. Japanese after SIST 02 (author. title. publisher, date.); English author–date (Author (year).
 * Title. Publisher.), with title first where nobody is named. The address is printed apart.
 */
export function formatSource(source: Source, language: Language): string {
  const author = authorOf(source, language);
  const title = inLanguage(source.title, language);
  const publisher = source.publisher === undefined ? "" : inLanguage(source.publisher, language);
  if (language === "ja") {
    const imprint = [publisher === author ? "" : publisher, source.issued ?? ""]
      .filter((part) => part !== "")
      .join(", ");
    return [author, title, imprint]
      .filter((part) => part !== "")
      .map(stopped)
      .join(" ");
  }
  const who = author || publisher;
  const dated = source.issued === undefined ? "" : ` (${source.issued})`;
  const rest = publisher === who ? "" : publisher;
  const parts = who === "" ? [`${title}${dated}`, rest] : [`${who}${dated}`, title, rest];
  return parts
    .filter((part) => part !== "")
    .map(stopped)
    .join(" ");
}

/** A source as it is cited in running text: short title or author, and the year. */
export function formatCitation(source: Source, language: Language): string {
  const who = authorOf(source, language) || inLanguage(source.title, language);
  const issued = year(source);
  if (issued === "") return who;
  return language === "ja" ? `${who}（${issued}）` : `${who} ${issued}`;
}

function stopped(part: string): string {
  return /[.。?!？！]$/.test(part) ? part : `${part}.`;
}
