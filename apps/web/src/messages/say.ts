import type { Language } from "@shikumi/core/diagnostic";

/** Sentences of one language by key. Blanks are written `{name}`. */
export type Sentences<Key extends string = string> = Readonly<Record<Key, string>>;

/** The same keys in both languages. */
export type Catalogues<Key extends string> = Readonly<Record<Language, Sentences<Key>>>;

/** What fills the blanks of a sentence. */
export type Fillings = Readonly<Record<string, string | number>>;

/** Says a sentence of one catalogue in one language. */
export type Say<Key extends string> = (key: Key, fillings?: Fillings) => string;

/**
 * A function that says the sentences of a catalogue in a language. Blanks without a filling stay as they are written. The text goes into React text nodes, never into HTML.
 */
export function sayer<Key extends string>(catalogues: Catalogues<Key>, language: Language): Say<Key> {
  const sentences = catalogues[language];
  return (key, fillings = {}) =>
    sentences[key].replaceAll(/\{([a-z-]+)\}/g, (blank, name: string) =>
      Object.hasOwn(fillings, name) ? String(fillings[name]) : blank,
    );
}
