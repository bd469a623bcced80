import type { CauseFinding } from "@shikumi/assessment";
import type { ReactNode } from "react";
import { shellMessages } from "../../messages/index.ts";
import { domainName, missionName, taskName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { Figure } from "../../part/figure.tsx";
import { Table } from "../../part/table.tsx";
import type { ViewProps } from "../view.ts";
import { CauseBars, CauseParts } from "./cause-drawings.tsx";
import { causeTable, taskTable, type Voice } from "./cause-tables.ts";
import "./causes.css";
import { messages } from "./messages/index.ts";

/** Why value falls short: by domain, down to missions and tasks, split over causes, with intervals. */
export function Causes({ edition, language, params, href }: ViewProps): ReactNode {
  const { study, assessment } = edition;
  const say = sayer(messages, language);
  const shell = sayer(shellMessages, language);
  const voice: Voice = { say, shell, language };
  const { causes } = assessment;
  if (causes.length === 0) return <p className="note">{shell("not-computed")}</p>;
  const mission = study.missions.get(params["mission"] ?? "");
  const domain = mission?.domain ?? params["domain"];
  const name = ({ scope }: CauseFinding): string =>
    scope.kind === "domain" ? domainName(study, scope.id, language) : missionName(study, scope.id, language);
  const shown = causes.filter(({ scope }) =>
    domain === undefined
      ? scope.kind === "domain"
      : scope.kind === "mission" && study.missions.get(scope.id)?.domain === domain,
  );
  const chosen = causes.find(({ scope }) =>
    mission === undefined
      ? scope.kind === "domain" && scope.id === domain
      : scope.kind === "mission" && scope.id === mission.id,
  );
  const run = assessment.runs.find(({ key }) => key === causes[0]?.shortfall.run);
  const note = say("note", { futures: run?.futures ?? 0, replications: run?.replications ?? 0 });
  const title =
    domain === undefined
      ? say("title-domains")
      : say("title-missions", { domain: domainName(study, domain, language) });
  return (
    <>
      <nav className="causes-path" aria-label={say("path")}>
        <a href={href("causes")} {...(domain === undefined ? { "aria-current": "page" as const } : {})}>
          {say("all-domains")}
        </a>
        {domain === undefined ? null : (
          <a
            href={href("causes", { domain })}
            {...(mission === undefined ? { "aria-current": "page" as const } : {})}
          >
            {domainName(study, domain, language)}
          </a>
        )}
        {mission === undefined ? null : (
          <a href={href("causes", { mission: mission.id })} aria-current="page">
            {mission.name[language]}
          </a>
        )}
      </nav>
      {chosen === undefined ? null : (
        <Figure
          title={say("title-parts", { scope: name(chosen) })}
          level={2}
          note={say("parts-note")}
          {...causeTable([chosen], name, voice)}
        >
          <CauseParts
            finding={chosen}
            language={language}
            shell={shell}
            shortfallText={say("shortfall")}
            undeterminedText={say("undetermined")}
            label={say("title-parts", { scope: name(chosen) })}
          />
        </Figure>
      )}
      {mission === undefined ? (
        <Figure
          title={title}
          level={2}
          note={`${note} ${say(domain === undefined ? "drill-domains" : "drill-missions")}`}
          {...causeTable(shown, name, voice)}
        >
          {shown.length === 0 ? (
            <p className="note">{shell("not-computed")}</p>
          ) : (
            <CauseBars
              findings={shown}
              name={name}
              address={({ scope }) => href("causes", { [scope.kind]: scope.id })}
              language={language}
              shell={shell}
              undeterminedText={say("undetermined-short")}
              label={title}
            />
          )}
        </Figure>
      ) : (
        <>
          <h2>{say("title-tasks", { mission: mission.name[language] })}</h2>
          <p className="muted">{say("tasks-note")}</p>
          <Table
            caption={say("title-tasks", { mission: mission.name[language] })}
            isCaptionHidden
            {...taskTable(
              assessment.baseline.tasks.filter(({ task }) => task.startsWith(`${mission.id}.`)),
              assessment.closing,
              (task) => taskName(study, task, language),
              voice,
            )}
          />
          <p>
            <a href={href("roles", { domain: mission.domain })}>{say("to-roles")}</a>
          </p>
        </>
      )}
      <dl className="causes-words">
        {(
          [
            "law-basis",
            "law-decision",
            "mechanism",
            "capability",
            "coordination",
            "consent",
            "irreducible",
          ] as const
        ).map((cause) => (
          <div key={cause}>
            <dt>{shell(`cause-${cause}`)}</dt>
            <dd>{say(`about-${cause}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
