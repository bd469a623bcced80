import { type ReactNode, useContext, useMemo } from "react";
import { domainName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { Figure } from "../../part/figure.tsx";
import { PageContext } from "../../part/page-context.ts";
import { Select } from "../../part/select.tsx";
import { Toggle } from "../../part/toggle.tsx";
import type { ViewProps } from "../view.ts";
import { messages } from "./messages/index.ts";
import { RoleDrawing } from "./role-drawing.tsx";
import { RoleGrid } from "./role-grid.tsx";
import { acceptedText, readAccepted, rolePart, withAccepted } from "./role-rows.ts";
import { roleColumns, roleTableRows } from "./role-table.ts";
import { verdictSigns } from "./role-words.ts";
import "./roles.css";
import { WhyNot } from "./why-not.tsx";

/** The id of "everything" in a choice. */
const every = "-";

/** Task × organisation: who leads and supports, who may, who can, who delivers how much; holes, and why. */
export function Roles({ edition, language, params, navigate }: ViewProps): ReactNode {
  const { study, assessment } = edition;
  const { announce } = useContext(PageContext);
  const say = sayer(messages, language);
  const domains = useMemo(() => [...new Set(assessment.roles.map(({ domain }) => domain))], [assessment]);
  const holesOnly = params["holes"] === "1";
  const asked = params["domain"] ?? (holesOnly ? every : (domains[0] ?? ""));
  const domain = asked === every && !holesOnly ? (domains[0] ?? "") : asked;
  const party = params["party"] ?? every;
  const accepted = readAccepted(params["accepted"]);
  const part = useMemo(
    () =>
      rolePart(study, assessment.roles, {
        domain: domain === every ? "" : domain,
        party: party === every ? "" : party,
        holesOnly,
      }),
    [study, assessment, domain, party, holesOnly],
  );
  const holes = assessment.roles.filter(({ hole }) => hole);
  const open = params["task"];
  const run = assessment.runs.find(({ key }) => key === assessment.roles[0]?.cells[0]?.delivered.run);
  const title = say("matrix-title", {
    domain: domain === every ? say("every-domain") : domainName(study, domain, language),
  });
  return (
    <>
      <p className="roles-lead">{say("lead")}</p>
      <div className="roles-controls">
        <Select
          label={say("filter-domain")}
          value={domain}
          options={[
            ...(holesOnly ? [{ id: every, text: say("every-domain") }] : []),
            ...domains.map((id) => ({ id, text: domainName(study, id, language) })),
          ]}
          onChange={(next) => navigate({ params: { domain: next, task: "", organisation: "" } })}
        />
        <Select
          label={say("filter-party")}
          value={party}
          options={[
            { id: every, text: say("every-party") },
            ...[...study.parties.values()].map(({ id, name }) => ({ id, text: name[language] })),
          ]}
          onChange={(next) => navigate({ params: { party: next === every ? "" : next } })}
        />
        <Toggle
          isOn={holesOnly}
          onChange={(isOn) => navigate({ params: { holes: isOn ? "1" : "", domain: isOn ? every : "" } })}
        >
          {say("holes-only")}
        </Toggle>
        <span className="muted">
          {say("holes-count", {
            count: holes.length,
            tasks: assessment.roles.length,
            accepted: holes.filter(({ task }) => accepted.has(task)).length,
          })}
        </span>
      </div>
      {part.rows.length === 0 ? (
        <p className="note">{say(holesOnly ? "holes-none" : "no-rows")}</p>
      ) : (
        <Figure
          title={title}
          level={2}
          note={`${say("matrix-note", { futures: run?.futures ?? 0, replications: run?.replications ?? 0 })} ${say("keys-note")}`}
          columns={roleColumns(say)}
          rows={roleTableRows(study, part, accepted, say, language)}
        >
          <Legend say={say} />
          <RoleGrid
            study={study}
            part={part}
            accepted={accepted}
            language={language}
            say={say}
            label={title}
            openTask={open}
            onOpen={(task, organisation) => navigate({ params: { task, organisation: organisation ?? "" } })}
          />
          <div hidden>
            <RoleDrawing study={study} part={part} language={language} say={say} />
          </div>
        </Figure>
      )}
      {open === undefined ? null : (
        <WhyNot
          key={open}
          edition={edition}
          language={language}
          task={open}
          organisation={params["organisation"]}
          reason={accepted.get(open)}
          say={say}
          onAccept={(reason) => {
            navigate({ params: { accepted: acceptedText(withAccepted(accepted, open, reason)) } });
            announce(say(reason.trim() === "" ? "accept-taken" : "accept-said"));
          }}
          onClose={() => {
            navigate({ params: { task: "", organisation: "" } });
            document.querySelector<HTMLElement>('.roles-grid [tabindex="0"]')?.focus();
          }}
        />
      )}
    </>
  );
}

const standings = ["ready", "lawful", "gap", "open", "neither"] as const;

function Legend({ say }: { readonly say: ReturnType<typeof sayer<keyof typeof messages.en>> }): ReactNode {
  const verdicts = Object.entries(verdictSigns) as [keyof typeof verdictSigns, string][];
  return (
    <p className="roles-legend">
      <b>{say("lead-letter")}</b> {say("lead-role")} · <b>{say("support-letter")}</b> {say("support")} ·{" "}
      <b>*</b> {say("accountable")}
      {verdicts.map(([verdict, sign]) => (
        <span key={verdict}>
          {" "}
          · <b>{sign}</b> {say(`verdict-${verdict}`)}
        </span>
      ))}{" "}
      · <b>■</b> {say("able")} · <b>□</b> {say("not-able")}
      <br />
      {standings.map((one) => (
        <span key={one} className={`roles-key roles-${one}`}>
          {say(`standing-${one}`)}
        </span>
      ))}
    </p>
  );
}
