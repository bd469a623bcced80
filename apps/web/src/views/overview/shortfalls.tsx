import type { CauseFinding, ClosingFinding } from "@shikumi/assessment";
import type { ReactNode } from "react";
import { causeText, type ShellKey, shellMessages } from "../../messages/index.ts";
import { missionName } from "../../messages/name.ts";
import { type Say, sayer } from "../../messages/say.ts";
import { CauseBars } from "../../part/cause-bars.tsx";
import { Figure } from "../../part/figure.tsx";
import { Printed, printed } from "../../part/printed.tsx";
import type { ViewProps } from "../view.ts";
import { largestShortfalls } from "./leading.ts";
import { messages } from "./messages/index.ts";

type Key = keyof (typeof messages)["en"];

/** The three largest shortfalls: how large, charged to what, and what would close them. */
export function Shortfalls(props: ViewProps): ReactNode {
  const { edition, language, href } = props;
  const say = sayer(messages, language);
  const shell = sayer(shellMessages, language);
  const { study, assessment } = edition;
  const largest = largestShortfalls(assessment, 3);
  const named = largest.map((finding) => ({
    id: finding.scope.id,
    name: missionName(study, finding.scope.id, language),
    finding,
  }));
  const title = say("shortfalls");
  if (largest.length === 0)
    return (
      <section>
        <h2>{title}</h2>
        <p>{say("no-shortfalls")}</p>
      </section>
    );
  return (
    <>
      <Figure
        title={title}
        level={2}
        columns={[
          { id: "mission", title: say("cause") },
          { id: "share", title: say("share"), kind: "number" },
        ]}
        rows={named.flatMap(({ id, name, finding }) => [
          {
            id,
            cells: [
              name,
              {
                text: printed(finding.shortfall, "share-interval", language),
                value: finding.shortfall.value,
                shown: <Printed figure={finding.shortfall} style="share-interval" language={language} />,
              },
            ],
          },
          ...[...finding.parts, { cause: "irreducible" as const, figure: finding.irreducible }].map(
            ({ cause, figure }) => ({
              id: `${id} ${cause}`,
              level: 1,
              cells: [
                causeText(shell, cause),
                {
                  text: printed(figure, "share-interval", language),
                  value: figure.value,
                  shown: <Printed figure={figure} style="share-interval" language={language} />,
                },
              ],
            }),
          ),
        ])}
      >
        <CauseBars label={title} language={language} rows={named} />
      </Figure>
      <ol className="overview-shortfalls">
        {named.map(({ id, name, finding }) => (
          <li key={id}>
            <h3>{name}</h3>
            <p>
              {say("shortfall-of", { share: printed(finding.shortfall, "share-interval", language) })}{" "}
              {why(finding, say, shell, props)}{" "}
              {closes(
                assessment.closing.find(({ scope }) => scope.kind === "mission" && scope.id === id),
                say,
                shell,
                props,
              )}
            </p>
            <p>
              <a href={href("causes", { mission: id })}>{say("why-link", { mission: name })}</a>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function why(
  { parts, irreducible }: CauseFinding,
  say: Say<Key>,
  shell: Say<ShellKey>,
  { language }: ViewProps,
): string {
  const [first, second] = parts
    .filter(({ figure }) => figure.value > 0)
    .toSorted((a, b) => b.figure.value - a.figure.value);
  if (first === undefined || irreducible.value > first.figure.value)
    return say("why-irreducible", { part: printed(irreducible, "share", language) });
  const fillings = { first: causeText(shell, first.cause), part: printed(first.figure, "share", language) };
  if (second === undefined) return say("why-one", fillings);
  return say("why-two", {
    ...fillings,
    second: causeText(shell, second.cause),
    rest: printed(second.figure, "share", language),
  });
}

function closes(
  finding: ClosingFinding | undefined,
  say: Say<Key>,
  shell: Say<ShellKey>,
  { language }: ViewProps,
): string {
  if (finding === undefined) return "";
  const [smallest] = finding.sets.toSorted((a, b) => a.causes.length - b.causes.length);
  if (smallest === undefined) return say("closes-none");
  const share = printed(smallest.share, "share", language);
  if (smallest.causes.length === 0) return say("closes-met", { share });
  const causes = smallest.causes
    .map((cause) => shell(cause === "law" ? "lever-law" : `cause-${cause}`))
    .join(say("cause-list-and"));
  return say("closes-one", { causes, share });
}
