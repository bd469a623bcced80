import type { Exploration, ExploredUncertainty, Figure, NoFigure } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Element, Id, Study, Text } from "@shikumi/model";
import type { Cell } from "../document/block.ts";
import { type BoundNumber, type Inline, type Inlines, strong, textInline } from "../document/inline.ts";
import { formatNumber, type NumberStyle, quantityWords } from "../number/format-number.ts";
import { type SpeakerOf, speakerOf } from "../phrase/phrase.ts";
import { type ExplorationPhraseKey, type ExplorationPhrases, explorationPhrases } from "./messages/index.ts";

/** What a number is called and how it is printed. */
export interface NumberPlace {
  /** Stable address within the exploration. */
  readonly id: string;
  readonly style: NumberStyle;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Why there may be none. */
  readonly absent?: NoFigure | "nothing" | undefined;
}

/** What every part of the page is made from, in one language. */
export interface ExplorationContext extends SpeakerOf<ExplorationPhrases> {
  readonly exploration: Exploration;
  readonly study: Study;
  /** A text of the study in this language, in the other where this one is empty. */
  text(text: Text): string;
  domain(id: Id): string;
  party(id: Id): string;
  lever(id: Id): string;
  packageName(id: Id): string;
  /** The name of a package as it stands in sentences. */
  package(id: Id): Inlines;
  packages(ids: readonly Id[]): Inlines;
  uncertainty(id: Id): ExploredUncertainty | undefined;
  uncertaintyName(id: Id): string;
  /** A number of the exploration, or the reason why there is none. */
  number(value: number | undefined, place: NumberPlace): Inline;
  /** A whole number. */
  count(id: string, value: number): Inline;
  /** A value of an uncertainty in its own unit. */
  quantity(id: string, value: number, uncertainty: Id): Inline;
  /** The same as plain text with two significant digits, where there is little room. */
  quantityText(value: number, uncertainty: Id): string;
}

/** The context of a page. `spoken` is told the key of every phrase that is said. */
export function explorationContext(
  exploration: Exploration,
  study: Study,
  language: Language,
  spoken?: (key: ExplorationPhraseKey) => void,
): ExplorationContext {
  const voice = speakerOf<ExplorationPhrases>(explorationPhrases[language], language, spoken);
  const other = language === "ja" ? "en" : "ja";
  const text = (both: Text): string => both[language] || both[other];
  const named = (element: Element | undefined, id: Id): string => (element && text(element.name)) || id;
  const uncertainties = new Map(exploration.uncertainties.map((one) => [one.id, one]));
  const packages = new Map(exploration.packages.map((one) => [one.id, one]));
  const packageName = (id: Id): string => {
    const found = packages.get(id);
    return (found && text(found.name)) || id;
  };
  const number: ExplorationContext["number"] = (value = Number.NaN, place) => {
    const { id, style, low = Number.NaN, high = Number.NaN, absent = "no-futures" } = place;
    const figure: Figure = { id, value, low, high, unit: unitOf(style), run: "exploration" };
    const printed = formatNumber(figure, style, language);
    return printed === undefined
      ? { kind: "absent", figure: undefined, reason: voice.word(`absent-${absent}`) }
      : { kind: "number", figure, style, ...printed };
  };
  const quantity: ExplorationContext["quantity"] = (id, value, uncertainty) =>
    number(value, { id, style: quantityStyle(uncertainties.get(uncertainty)), absent: "nothing" });
  const asInlines = (id: Id): Inlines =>
    voice.say("package-name", { name: strong(textInline(packageName(id))) });
  return {
    ...voice,
    exploration,
    study,
    text,
    domain: (id) => named(study.glossary.get(id) ?? study.measures.get(id), id),
    party: (id) => named(study.parties.get(id), id),
    lever: (id) => named(study.levers.get(id), id),
    packageName,
    package: asInlines,
    packages: (ids) => (ids.length === 0 ? voice.say("nobody") : voice.list(ids.map(asInlines))),
    uncertainty: (id) => uncertainties.get(id),
    uncertaintyName: (id) => {
      const found = uncertainties.get(id);
      return (found && text(found.name)) || id;
    },
    number,
    count: (id, value) => number(value, { id, style: "count" }),
    quantity,
    quantityText: (value, uncertainty) =>
      quantityWords(value, uncertainties.get(uncertainty) ?? { dimension: "number" }, 2, language),
  };
}

/** A cell that holds one number or the reason for none. */
export function numericCell(content: Inline): Cell {
  return { kind: "numeric", content: [content] };
}

/** A cell of words. */
export function textCell(content: Inlines): Cell {
  return { kind: "text", content };
}

/** The number, or nothing where there is none. */
export function boundOf(inline: Inline): BoundNumber | undefined {
  return inline.kind === "number" ? inline : undefined;
}

/** Sentences one after the other, parted as the language parts them. */
export function sentences(context: ExplorationContext, parts: readonly Inlines[]): Inlines {
  const space = context.language === "ja" ? [] : [textInline(" ")];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : [...space, ...part]));
}

function quantityStyle(about: ExploredUncertainty | undefined): NumberStyle {
  return `quantity:${about?.dimension ?? "number"}:${about?.unit ?? ""}`;
}

function unitOf(style: NumberStyle): Figure["unit"] {
  if (style.startsWith("share")) return "share";
  if (/^(points|gain|size)/.test(style)) return "points";
  return style === "count" ? "count" : "value";
}
