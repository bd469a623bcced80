import { parseStudy, type Study } from "@shikumi/model";
import { Choices } from "../generator/choice.ts";
import { studyText } from "../generator/generate-study.ts";

type Json = Readonly<Record<string, unknown>>;

/** Features that have nothing to do with what the law says; without them more of each run is law. */
const besidesLaw: ReadonlySet<string> = new Set(["voiding levers", "unused levers"]);

/** What keeps the two readings of the law apart by their rules: judgements that a prohibition or a negation rests on. */
export type JudgementPlaces = "only where they permit" | "anywhere";

/**
 * A generated study in which the law of a date and the law of a run cannot differ by rule: every provision has one window, so that the
 * order of provisions is the same at every date. `undefined` if the text makes no study.
 */
export function lawStudy(seed: number, places: JudgementPlaces): Study | undefined {
  const pick = new Choices(seed);
  const text: { readonly authorities: Record<string, Json> } & Json = JSON.parse(studyText(seed, besidesLaw));
  const authorities = Object.fromEntries(
    Object.entries(text.authorities).map(([id, authority]) => [id, changed(pick, id, authority, places)]),
  );
  const { study } = parseStudy([
    { path: "study.yaml", text: JSON.stringify({ ...text, authorities }, undefined, 1) },
  ]);
  return study;
}

function changed(pick: Choices, id: string, authority: Json, places: JudgementPlaces): Json {
  const { from, until, renewed: _, ...rest } = authority;
  const window = pick.one(`window of ${id}`, [{ from }, { until }, { from: "2012-04-04" }, {}]);
  const whole = { ...rest, ...Object.fromEntries(Object.entries(window).filter(([, date]) => date)) };
  if (places === "only where they permit")
    return whole["says"] === "must-not" ? withoutJudgements(whole) : whole;
  const norm = { judgement: `barring-${id}`, by: "D0", given: 0.5 };
  if (!pick.has("barring judgements", id, 0.3)) return whole;
  return whole["says"] === "must-not" ? { ...whole, when: [norm] } : { ...whole, unless: [norm] };
}

function withoutJudgements(authority: Json): Json {
  const { when, ...rest } = authority;
  if (!Array.isArray(when)) return authority;
  const left = when.filter((condition) => !JSON.stringify(condition).includes('"judgement"'));
  return left.length > 0 ? { ...rest, when: left } : rest;
}
