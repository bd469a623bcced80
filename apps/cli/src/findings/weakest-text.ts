import type { Assessment, RangedAssumption } from "@shikumi/assessment";
import type { Study } from "@shikumi/model";
import type { NumberStyle } from "@shikumi/report";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { figureText } from "./figure-text.ts";

/** The weakest assumptions as text tables: those with a range by what moving them changes, the others by what leans on them. */
export function weakestText(study: Study, { weakest, runs }: Assessment, session: Session): string {
  const { say, style, language } = session;
  if (weakest === undefined) return "";
  const run = runs.find(({ key }) => key === weakest.run);
  const head = [
    style.bold(say("assess-title", { title: study.charter.title[language] })),
    say("assess-runs", {
      digest: study.digest.slice(0, 12),
      futures: run?.futures ?? 0,
      replications: run?.replications ?? 0,
      engine: run?.engine ?? "",
    }),
    say("weakest-run", { run: weakest.run, seed: run?.seed ?? 0 }),
    "",
  ].join("\n");
  const ranged = textTable(
    [
      { head: "", align: "right" },
      { head: say("weakest-uncertainty") },
      { head: say("weakest-range"), align: "right" },
      { head: say("weakest-domain") },
      { head: say("weakest-swing"), align: "right" },
      { head: say("weakest-weakness"), align: "right" },
      { head: say("weakest-weight"), align: "right" },
      { head: "" },
    ],
    weakest.ranged.map((one, at) => rangedCells(study, one, at, session)),
  );
  const unranged = textTable(
    [
      { head: "", align: "right" },
      { head: say("weakest-element") },
      { head: say("weakest-numbers"), align: "right" },
      { head: say("weakest-tasks"), align: "right" },
      { head: say("weakest-domain") },
      { head: say("weakest-swing"), align: "right" },
      { head: "" },
    ],
    weakest.unranged.map(({ collection, element, numbers, tasks, domain, swing, isAboveChance }, at) => [
      String(at + 1),
      `${collection}.${element}`,
      figureText(numbers, "count", language),
      figureText(tasks, "count", language),
      domain ?? "–",
      figureText(swing, "gain-interval", language),
      isAboveChance ? "" : say("weakest-chance"),
    ]),
  );
  const title = say("assess-weakest", { tried: weakest.tried.value });
  const unrangedTitle = say("assess-unranged", {
    tried: weakest.unranged.length,
    candidates: weakest.candidates.value,
  });
  return [
    head,
    ...(ranged === "" ? [] : [`${style.bold(title)}\n${ranged}`]),
    ...(unranged === "" ? [] : [`${style.bold(unrangedTitle)}\n${unranged}`]),
  ].join("\n");
}

function rangedCells(
  study: Study,
  one: RangedAssumption,
  at: number,
  { say, language }: Session,
): readonly string[] {
  const about = study.uncertainties.get(one.uncertainty);
  const quantity: NumberStyle = `quantity:${about?.dimension ?? "number"}:${about?.unit ?? ""}`;
  const [low, high] = [one.low, one.high].map((end) => figureText(end, quantity, language));
  return [
    String(at + 1),
    one.uncertainty,
    `${low} … ${high}`,
    one.domain ?? "–",
    figureText(one.swing, "gain-interval", language),
    figureText(one.weakness, "ratio", language),
    figureText(one.weight, "size", language),
    one.isAboveChance ? "" : say("weakest-chance"),
  ];
}
