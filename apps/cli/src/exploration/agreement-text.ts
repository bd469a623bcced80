import type { ConsentFinding, Exploration } from "@shikumi/assessment";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Session } from "../command/command.ts";
import { textTable } from "../text/table.ts";
import { boxText } from "./box-text.ts";
import { type ExploredNames, namesOf, shareText } from "./explored-number.ts";

/** What each party gets under each package, what nobody would block, and the conditions under which a party would leave. */
export function agreementText(exploration: Exploration, names: ExploredNames, session: Session): string {
  const { say, style, language } = session;
  const { agreement } = exploration;
  const title = style.bold(say("explore-parties"));
  if (agreement.consents.length === 0) return `${title}\n${say("explore-parties-none")}\n`;
  const amount = (value: number | undefined): string =>
    value === undefined ? "–" : formatQuantity(value, "number", { digits: 3 });
  const rows = agreement.consents.map((consent) => [
    names.party(consent.party),
    names.package(consent.package),
    amount(consent.gain),
    shareText(consent.losing, language),
    amount(consent.regret),
    say(answerOf(consent)),
  ]);
  const table = textTable(
    [
      { head: say("party") },
      { head: say("package") },
      { head: say("explore-party-gain"), align: "right" },
      { head: say("explore-party-losing"), align: "right" },
      { head: say("explore-party-regret"), align: "right" },
      { head: say("explore-agrees") },
    ],
    rows,
  );
  const lines = [
    say("explore-agreed", {
      packages: names.packages(agreement.agreed),
      sure: names.packages(agreement.surelyAgreed),
    }),
    ...(agreement.leftOut.length === 0
      ? []
      : [say("explore-parties-out", { parties: namesOf(agreement.leftOut.map(names.party), say) })]),
    ...agreement.leaving.flatMap((search) => [
      say("explore-leaves", {
        party: names.party(search.party),
        package: names.package(search.package),
        hits: Math.round(search.share * search.use.used),
        futures: search.use.used,
      }),
      ...boxText(exploration, search, session),
    ]),
  ];
  return `${title}\n${table}${lines.map((line) => `${line}\n`).join("")}`;
}

function answerOf({ agrees, isSure }: ConsentFinding) {
  if (agrees) return isSure ? "agrees-sure" : "agrees-unsure";
  return isSure ? "agrees-not" : "agrees-not-unsure";
}
