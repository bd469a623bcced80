import { parseStudy, type Study } from "@shikumi/model";
import { Choices } from "../generator/choice.ts";
import { studyText } from "../generator/generate-study.ts";

type Json = Readonly<Record<string, unknown>>;

/** Features that have nothing to do with what the law says; without them more of each run is law. */
const besidesLaw: ReadonlySet<string> = new Set(["voiding levers", "unused levers"]);

/**
 * A generated study in which the law of a date and the law of a run cannot differ by rule: every provision has one window, so that the
 * order of provisions is the same at every date. Judgements permit, bar and hinder in it; what a prohibition rests on is judgement or
 * fact, not both. `undefined` if the text makes no study.
 */
export function lawStudy(seed: number): Study | undefined {
  const pick = new Choices(seed);
  const text: { readonly authorities: Record<string, Json> } & Json = JSON.parse(studyText(seed, besidesLaw));
  const authorities = Object.fromEntries(
    Object.entries(text.authorities).map(([id, authority]) => [id, changed(pick, id, authority)]),
  );
  const { study } = parseStudy([
    { path: "study.yaml", text: JSON.stringify({ ...text, authorities }, undefined, 1) },
  ]);
  return study;
}

function changed(pick: Choices, id: string, authority: Json): Json {
  const { from, until, renewed: _, ...rest } = authority;
  const window = pick.one(`window of ${id}`, [{ from }, { until }, { from: "2012-04-04" }, {}]);
  const whole = { ...rest, ...Object.fromEntries(Object.entries(window).filter(([, date]) => date)) };
  const norm = { judgement: `barring-${id}`, by: "D0", given: 0.5 };
  const judged = pick.has("barring judgements", id, 0.3);
  if (whole["says"] === "must-not") return onOneJudgement(judged ? { ...whole, when: [norm] } : whole);
  return judged ? { ...whole, unless: [norm] } : whole;
}

/** A prohibition that rests on a judgement rests on that one condition alone. */
function onOneJudgement(bar: Json): Json {
  const { when, unless, ...rest } = bar;
  const parts = [
    ...[when].flat().map((condition) => ({ when: [condition] })),
    ...[unless].flat().map((condition) => ({ unless: [condition] })),
  ];
  const [first] = parts.filter((part) => JSON.stringify(part).includes('"judgement"'));
  return first === undefined ? bar : { ...rest, ...first };
}
