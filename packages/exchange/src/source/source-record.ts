import { isJapanese } from "../not-available.ts";
import {
  compact,
  flatten,
  isRecord,
  type Plain,
  type PlainRecord,
  plainScalar,
  unflatten,
  wordOf,
} from "../plain.ts";

/** A person or body that wrote something, as CSL has it. */
export interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/**
 * A source in the terms all formats share. `plain` are CSL variables with a text; `extra` is what a study says of a source and these formats
 * have no word for, as the study writes it.
 */
export interface SourceRecord {
  readonly id: string;
  readonly type: string;
  readonly authors: readonly Name[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly issued: string | undefined;
  readonly plain: ReadonlyMap<string, string>;
  readonly extra: PlainRecord;
}

/** CSL variables that a study has under the same name. */
export const sharedVariables = [
  "title",
  "publisher",
  "URL",
  "container-title",
  "volume",
  "issue",
  "page",
  "DOI",
  "ISBN",
  "archive",
  "accessed",
  "language",
  "number",
  "genre",
  "publisher-place",
  "note",
] as const;

/** Variables that name the same thing in the language it was published in. */
export const originals: Readonly<Record<string, string>> = {
  title: "original-title",
  publisher: "original-publisher",
};

/**
 * A source as a study writes it, taken apart. A text in two languages is shown in English, with the Japanese as original where there is a variable
 * for that, and goes into `extra` whole.
 */
export function recordOfSource(id: string, written: PlainRecord): SourceRecord {
  const plain = new Map<string, string>();
  const extra: Record<string, Plain> = {};
  const known: readonly string[] = sharedVariables;
  for (const [field, value] of Object.entries(written)) {
    if (field === "type" || field === "author" || field === "issued") continue;
    const name = field === "name" ? "title" : field;
    if (!known.includes(name)) extra[field] = value;
    else if (isRecord(value)) {
      const { ja, en } = value;
      const shown = wordOf(en) ?? wordOf(ja);
      const original = originals[name];
      if (shown !== undefined) plain.set(name, shown);
      if (original !== undefined && wordOf(ja) !== undefined && wordOf(en) !== undefined)
        plain.set(original, wordOf(ja) ?? "");
      if (original === undefined || !isJapanese(wordOf(ja) ?? "") || isJapanese(wordOf(en) ?? "あ"))
        extra[name] = value;
    } else {
      const word = wordOf(value);
      if (word !== undefined) plain.set(name, word);
    }
  }
  return {
    id,
    type: wordOf(written["type"]) ?? "document",
    authors: namesOf(written["author"]),
    issued: wordOf(written["issued"]),
    plain,
    extra,
  };
}

/** The source as a study writes it: one form for everything that means the same. A variable that was edited counts more than its two languages in `extra`. */
export function sourceOfRecord({ type, authors, issued, plain, extra }: SourceRecord): PlainRecord {
  const shared = sharedVariables.map((name) => [name, sharedText(plain, name, extra[name])] as const);
  const names: readonly string[] = sharedVariables;
  return compact({
    type,
    ...Object.fromEntries(shared),
    author: writtenNames(authors),
    issued,
    ...Object.fromEntries(Object.entries(extra).filter(([name]) => !names.includes(name))),
  });
}

function sharedText(
  plain: ReadonlyMap<string, string>,
  name: string,
  both: Plain | undefined,
): Plain | undefined {
  const shown = plain.get(name);
  const original = plain.get(originals[name] ?? "");
  if (isRecord(both)) {
    const language = wordOf(both["en"]) === undefined ? "ja" : "en";
    const isSame = spaced(wordOf(both[language]) ?? "") === spaced(shown ?? "");
    return shown === undefined || isSame ? both : { ...both, [language]: shown };
  }
  if (shown === undefined || original === undefined || isJapanese(shown) === isJapanese(original))
    return shown;
  return isJapanese(shown) ? { ja: shown, en: original } : { ja: original, en: shown };
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function namesOf(value: Plain | undefined): readonly Name[] {
  if (value === undefined) return [];
  const items = Array.isArray(value) ? (value as readonly Plain[]) : [value];
  return items.flatMap((item) => {
    if (!isRecord(item)) return wordOf(item) === undefined ? [] : [{ literal: wordOf(item) ?? "" }];
    return [compact({ family: item["family"], given: item["given"], literal: item["literal"] }) as Name];
  });
}

function writtenNames(names: readonly Name[]): Plain | undefined {
  const written = names.map((name): Plain => {
    const { literal, family, given } = name;
    if (literal !== undefined && family === undefined && given === undefined) return literal;
    return compact({ literal, family, given });
  });
  return written.length === 1 && typeof written[0] === "string" ? written[0] : written;
}

/** The extra fields as dotted names and texts, for formats that hold only texts; what holds a list is named in `lost`. */
export function flatExtra(extra: PlainRecord): {
  readonly fields: readonly (readonly [string, string])[];
  readonly lost: readonly string[];
} {
  const fields: (readonly [string, string])[] = [];
  const lost: string[] = [];
  for (const [path, value] of flatten(extra)) {
    if (Array.isArray(value)) lost.push(path);
    else if (value !== null) fields.push([path, String(value)]);
  }
  return { fields, lost };
}

/** What {@link flatExtra} wrote. */
export function readFlatExtra(fields: Iterable<readonly [string, string]>): PlainRecord {
  return unflatten([...fields].map(([path, text]) => [path, plainScalar(text)] as const));
}
