import { addHours, formatDate } from "@shikumi/core/date";
import type { Args, Language } from "@shikumi/core/diagnostic";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Id, Text } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import { type Explanation, TIME_SINCE_ONSET } from "./legal-question.ts";
import { lawMessages } from "./messages/index.ts";

/** A line of an explanation in words. */
export interface ToldExplanation {
  readonly text: string;
  readonly value: Explanation["value"];
  /** The value in words. */
  readonly valueText: string;
  /** The article as cited, if the line rests on a provision. */
  readonly citation: string | undefined;
  /** Title of the source and its id. */
  readonly source: string | undefined;
  readonly children: readonly ToldExplanation[];
}

/** Arguments that hold ids, one or several with commas between. */
const idArguments: ReadonlySet<string> = new Set([
  "actor",
  "authority",
  "beneficiary",
  "by",
  "covered",
  "definedBy",
  "empowers",
  "mechanism",
  "organisations",
  "place",
  "situation",
  "situations",
  "whom",
]);
const dateArguments: ReadonlySet<string> = new Set(["date", "from", "until"]);
const timeArguments: ReadonlySet<string> = new Set(["limit", "found", "low", "high"]);

/** Puts an explanation into words of one language, with names of elements, dates and sources of the study. */
export function tellExplanation(study: Study, explanation: Explanation, language: Language): ToldExplanation {
  const { rule, value, children } = explanation;
  const catalogue = lawMessages[language];
  const citation = explanation.citation?.[language];
  const source = sourceText(study, explanation.source, language);
  const told: Record<string, string | number> = { ...toldArgs(study, explanation.args, language) };
  if (citation !== undefined) told["citation"] = citation;
  if (source !== undefined) told["source"] = source;
  return {
    text: catalogue[rule](told).text,
    value,
    valueText: catalogue[`value-${value}`]({}).text,
    citation,
    source,
    children: children.map((child) => tellExplanation(study, child, language)),
  };
}

function toldArgs(study: Study, args: Args, language: Language): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, toldArgument(study, name, value, language)]),
  );
}

function toldArgument(
  study: Study,
  name: string,
  value: string | number,
  language: Language,
): string | number {
  if (typeof value === "string") {
    if (idArguments.has(name))
      return value
        .split(", ")
        .map((id) => nameOf(study, id, language))
        .join(language === "ja" ? "、" : ", ");
    if (name === "leftOut") return study.authorities.get(value)?.notEncoded?.[language] ?? value;
    if (name === "fact" && value === TIME_SINCE_ONSET) {
      return lawMessages[language]["time-since-onset"]({}).text;
    }
    return value;
  }
  if (dateArguments.has(name)) return Number.isFinite(value) ? dateText(study, value, language) : "";
  return timeArguments.has(name) ? formatQuantity(value, "time", { language }) : value;
}

function dateText(study: Study, hours: number, language: Language): string {
  return formatDate(addHours(study.charter.start, hours), language);
}

/** The name of an element and its id; the id alone where the study has no such element or it has no other name. */
function nameOf(study: Study, id: Id, language: Language): string {
  const found: { readonly name: Text } | undefined =
    study.organisations.get(id) ??
    study.deciders.get(id) ??
    study.parties.get(id) ??
    study.authorities.get(id) ??
    study.beneficiaries.get(id) ??
    study.places.get(id) ??
    study.situations.get(id) ??
    study.mechanisms.get(id);
  const name = found?.name[language];
  return name === undefined || name === "" || name === id ? id : `${name} (${id})`;
}

function sourceText(study: Study, id: Id | undefined, language: Language): string | undefined {
  if (id === undefined) return undefined;
  const title = study.sources.get(id)?.title[language];
  return title === undefined || title === id ? id : `${title} (${id})`;
}
