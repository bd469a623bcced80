import type { Language } from "@shikumi/core/diagnostic";
import { type Inline, type Inlines, textInline } from "../document/inline.ts";
import { type PhraseKey, type Phrases, phrases } from "../messages/index.ts";

/** Names of the blanks `{name}` of a phrase. */
export type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;

/** What fills one blank. */
export type Filling = string | Inline | Inlines;

/** Nothing for a template without blanks, else one filling for each. */
export type FillingsOf<Template extends string> = [Blanks<Template>] extends [never]
  ? []
  : [Readonly<Record<Blanks<Template>, Filling>>];

/** Nothing for a phrase without blanks, else one filling for each. */
export type Fillings<Key extends PhraseKey> = FillingsOf<Phrases[Key]>;

/** What every catalogue holds: how items are listed. */
export interface ListPhrases {
  readonly "list-separator": string;
  readonly "list-end": string;
}

/** Says the phrases of one catalogue in one language. */
export interface SpeakerOf<Catalogue> {
  readonly language: Language;
  /** A phrase with its blanks filled. */
  say<Key extends keyof Catalogue & string>(
    key: Key,
    ...fillings: FillingsOf<Catalogue[Key] & string>
  ): Inlines;
  /** A phrase as plain text. Throws `TypeError` for a filling that is more than text. */
  word<Key extends keyof Catalogue & string>(
    key: Key,
    ...fillings: FillingsOf<Catalogue[Key] & string>
  ): string;
  /** Items as the language lists them: "a, b and c". */
  list(items: readonly Filling[]): Inlines;
}

/** Says the phrases of a brief in one language. */
export type Speaker = SpeakerOf<Phrases>;

/** The speaker of a brief in a language. `spoken` is told the key of every phrase that is said. */
export function speaker(language: Language, spoken?: (key: PhraseKey) => void): Speaker {
  return speakerOf<Phrases>(phrases[language], language, spoken);
}

/** The speaker of a catalogue in a language. `spoken` is told the key of every phrase that is said. */
export function speakerOf<Catalogue extends ListPhrases>(
  catalogue: Readonly<Record<keyof Catalogue & string, string>>,
  language: Language,
  spoken?: (key: keyof Catalogue & string) => void,
): SpeakerOf<Catalogue> {
  const say = (key: keyof Catalogue & string, fillings: Readonly<Record<string, Filling>> = {}): Inlines => {
    spoken?.(key);
    return fill(catalogue[key], fillings);
  };
  const list = (items: readonly Filling[]): Inlines => {
    const [first, ...rest] = items;
    if (first === undefined) return [];
    const last = rest.at(-1);
    if (last === undefined) return inlines(first);
    const init = rest.slice(0, -1).flatMap((item) => [...say("list-separator"), ...inlines(item)]);
    return joined([...inlines(first), ...init, ...say("list-end"), ...inlines(last)]);
  };
  return {
    language,
    say: (key, ...[fillings]) => say(key, fillings),
    word: (key, ...[fillings]) => onlyText(say(key, fillings)),
    list,
  };
}

/** A template with its blanks filled; a blank without a filling is a mistake of the program. */
export function fill(template: string, fillings: Readonly<Record<string, Filling>>): Inlines {
  const parts = template.split(/\{([a-z-]+)\}/);
  return joined(
    parts.flatMap((part, index) => {
      if (index % 2 === 0) return [textInline(part)];
      const filling = fillings[part];
      if (filling === undefined) throw new TypeError(`nothing fills {${part}} of "${template}"`);
      return inlines(filling);
    }),
  );
}

function inlines(filling: Filling): Inlines {
  if (typeof filling === "string") return [textInline(filling)];
  return "kind" in filling ? [filling] : filling;
}

/** Neighbouring texts as one, empty ones dropped. */
function joined(content: Inlines): Inlines {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (inline.kind !== "text") result.push(inline);
    else if (last?.kind === "text") result[result.length - 1] = textInline(last.text + inline.text);
    else if (inline.text !== "") result.push(inline);
  }
  return result;
}

function onlyText(content: Inlines): string {
  return content
    .map((inline) => {
      if (inline.kind !== "text") throw new TypeError(`a word holds text only, got ${inline.kind}`);
      return inline.text;
    })
    .join("");
}
