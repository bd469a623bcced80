import type { Assessment, Bracket, Figure } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Element, Id, Study, StudyCounts, Text } from "@shikumi/model";
import { type Inline, type Inlines, textInline } from "../document/inline.ts";
import type { PhraseKey } from "../messages/index.ts";
import { formatNumber, type NumberStyle } from "../number/format-number.ts";
import { type Speaker, speaker } from "../phrase/phrase.ts";
import { briefFigures } from "../record/brief-figures.ts";
import { formatCitation } from "./format-source.ts";

/** Phrases that say why there is no number. */
export type AbsentReason = Extract<PhraseKey, `absent-${string}`>;

/** What every part of a brief is made from, in one language. */
export interface BriefContext extends Speaker {
  readonly study: Study;
  readonly assessment: Assessment;
  readonly counts: StudyCounts;
  /** A text of the study in this language, in the other where this one is empty. */
  text(text: Text): string;
  /** Name of a domain: from the glossary or the measures of the study, else its code. */
  domain(id: string): string;
  party(id: Id): string;
  organisation(id: Id): string;
  mission(id: Id): string;
  /** A task by `mission.task`. */
  task(ref: Id): string;
  lever(id: Id): string;
  package(id: Id): string;
  element(element: Element): string;
  number(figure: Figure, style: NumberStyle, absent?: AbsentReason): Inline;
  /** A number of the study or of the findings that `briefFigures` derives. */
  count(id: string, style?: NumberStyle): Inline;
  cite(source: Id): Inline;
}

/** Whether undetermined law makes a difference. */
export function isOpen({ refused, granted }: Bracket): boolean {
  return Number.isFinite(refused.value) && Number.isFinite(granted.value) && refused.value !== granted.value;
}

/** The context of a brief. `spoken` is told the key of every phrase that is said. */
export function briefContext(
  study: Study,
  assessment: Assessment,
  counts: StudyCounts,
  language: Language,
  spoken?: (key: PhraseKey) => void,
): BriefContext {
  const voice = speaker(language, spoken);
  const other = language === "ja" ? "en" : "ja";
  const text = (both: Text): string => both[language] || both[other];
  const named = (element: Element | undefined, id: Id): string => (element && text(element.name)) || id;
  const derived = briefFigures(assessment, counts);
  const task = (ref: Id): string => {
    const [mission = "", ...rest] = ref.split(".");
    return named(study.missions.get(mission)?.tasks.get(rest.join(".")), ref);
  };
  const number: BriefContext["number"] = (figure, style, absent = "absent-no-demand") => {
    const printed = formatNumber(figure, style, language);
    if (printed === undefined) return { kind: "absent", figure, reason: voice.word(absent) };
    return { kind: "number", figure, style, ...printed };
  };
  return {
    ...voice,
    study,
    assessment,
    counts,
    text,
    domain: (id) => named(study.glossary.get(id) ?? study.measures.get(id), id),
    party: (id) => named(study.parties.get(id), id),
    organisation: (id) => named(study.organisations.get(id), id),
    mission: (id) => named(study.missions.get(id), id),
    task,
    lever: (id) => named(study.levers.get(id), id),
    package: (id) =>
      id === "baseline" && !study.packages.has(id)
        ? voice.word("baseline")
        : named(study.packages.get(id), id),
    element: (element) => named(element, element.id),
    number,
    count: (id, style = "count") => {
      const figure = derived.get(id);
      if (figure === undefined) throw new RangeError(`no figure is called ${id}`);
      return number(figure, style, "absent-not-computed");
    },
    cite: (id) => {
      const source = study.sources.get(id);
      return source === undefined
        ? textInline(id)
        : { kind: "citation", source: id, text: formatCitation(source, language) };
    },
  };
}

/** Whole text in one inline list, for places that take only inlines. */
export function written(text: string): Inlines {
  return [textInline(text)];
}
