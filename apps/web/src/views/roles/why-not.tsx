import type { ClosingFinding, RoleCell } from "@shikumi/assessment";
import { type Authority, type Id, tellExplanation } from "@shikumi/model";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { causeText, shellMessages } from "../../messages/index.ts";
import { missionName, organisationName } from "../../messages/name.ts";
import { type Say, sayer } from "../../messages/say.ts";
import { ActionButton } from "../../part/action-button.tsx";
import { ExplanationTree } from "../../part/explanation-tree.tsx";
import { Printed } from "../../part/printed.tsx";
import type { ViewProps } from "../view.ts";
import { Acting, Combining, Informing, Reaching, Releasing } from "./gate-parts.tsx";
import { type GateFacts, type GateId, gateFacts, gateIds, lawFact, provisionsOn } from "./gates.ts";
import type { RolesKey } from "./messages/index.ts";
import { cellMarks } from "./role-words.ts";

/** Most organisations listed before the rest is folded. */
const listed = 8;

export interface WhyNotProps extends Pick<ViewProps, "edition" | "language"> {
  readonly task: Id;
  /** The organisation whose law stands open. */
  readonly organisation: Id | undefined;
  readonly reason: string | undefined;
  readonly say: Say<RolesKey>;
  readonly onAccept: (reason: string) => void;
  readonly onClose: () => void;
}

/** "Why not?": the six gates of a task in their order, with the words of the law, and what would close the gap. */
export function WhyNot({
  edition,
  language,
  task: ref,
  organisation,
  reason,
  say,
  onAccept,
  onClose,
}: WhyNotProps): ReactNode {
  const { study, assessment } = edition;
  const row = assessment.roles.find(({ task }) => task === ref);
  const facts = useMemo(() => (row === undefined ? undefined : gateFacts(study, row)), [study, row]);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (ref !== "") heading.current?.focus();
  }, [ref]);
  if (row === undefined || facts === undefined) return null;
  const parts: Readonly<Record<GateId, ReactNode>> = {
    inform: <Informing study={study} facts={facts} language={language} say={say} />,
    permit: (
      <Permitting edition={edition} facts={facts} organisation={organisation} language={language} say={say} />
    ),
    combine: <Combining study={study} facts={facts} language={language} say={say} />,
    reach: <Reaching study={study} facts={facts} language={language} say={say} />,
    act: <Acting study={study} facts={facts} language={language} say={say} />,
    release: <Releasing study={study} facts={facts} language={language} say={say} />,
  };
  const name = facts.task.name[language];
  return (
    <section className="roles-why" aria-labelledby={id}>
      <div className="roles-why-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {say(row.hole ? "why-not" : "why-gates", { task: name })}
        </h2>
        <ActionButton look="plain" onPress={onClose}>
          {say("close")}
        </ActionButton>
      </div>
      <p className="muted">
        {say(row.hole ? "why-not-lead" : "why-gates-lead", {
          mission: missionName(study, row.mission, language),
          activity: facts.task.activity,
        })}
      </p>
      <ol className="roles-gates">
        {gateIds.map((gate) => (
          <li key={gate}>
            <h3>{say(`gate-${gate}`)}</h3>
            {parts[gate]}
          </li>
        ))}
      </ol>
      <h3>{say("closing-title")}</h3>
      <Closing findings={assessment.closing} task={ref} mission={row.mission} language={language} say={say} />
      {row.hole ? <Accept reason={reason} say={say} onAccept={onAccept} /> : null}
    </section>
  );
}

interface PermittingProps extends Pick<ViewProps, "edition" | "language"> {
  readonly facts: GateFacts;
  readonly organisation: Id | undefined;
  readonly say: Say<RolesKey>;
}

function Permitting({ edition, facts, organisation, language, say }: PermittingProps): ReactNode {
  const { cells } = facts;
  if (cells.length === 0) return <p>{say("permit-nobody")}</p>;
  const wanted = organisation ?? cells[0]?.organisation;
  const ordered = cells.toSorted(
    (a, b) => Number(b.organisation === wanted) - Number(a.organisation === wanted),
  );
  const item = (cell: RoleCell): ReactNode => (
    <li key={`${facts.task.ref} ${cell.organisation}`}>
      <LawOf
        edition={edition}
        facts={facts}
        cell={cell}
        isFirst={cell.organisation === wanted}
        language={language}
        say={say}
      />
    </li>
  );
  return (
    <>
      <ul className="roles-laws">{ordered.slice(0, listed).map(item)}</ul>
      {ordered.length > listed ? (
        <details>
          <summary>{say("more", { count: ordered.length - listed })}</summary>
          <ul className="roles-laws">{ordered.slice(listed).map(item)}</ul>
        </details>
      ) : null}
    </>
  );
}

interface LawOfProps extends Pick<ViewProps, "edition" | "language"> {
  readonly facts: GateFacts;
  readonly cell: RoleCell;
  readonly isFirst: boolean;
  readonly say: Say<RolesKey>;
}

function LawOf({ edition, facts, cell, isFirst, language, say }: LawOfProps): ReactNode {
  const { study } = edition;
  const [isOpen, setIsOpen] = useState(isFirst);
  useEffect(() => {
    if (isFirst) setIsOpen(true);
  }, [isFirst]);
  const told = useMemo(() => {
    if (!isOpen) return undefined;
    const { verdict, beneficiary, place } = lawFact(study, facts, cell);
    const { children, ...rest } = tellExplanation(study, verdict.explanation, language);
    const own = new Set(provisionsOn(study, facts.task.activity, cell.organisation));
    const shown = verdict.explanation.children.map(
      (line, at) => line.authority === undefined || own.has(line.authority) || at === 0,
    );
    return {
      law: { ...rest, children: children.filter((_, at) => shown[at]) },
      left: shown.filter((isShown) => !isShown).length,
      provisions: [...own].flatMap((id) => study.authorities.get(id) ?? []),
      beneficiary,
      place,
    };
  }, [study, facts, cell, isOpen, language]);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <b>{organisationName(study, cell.organisation, language)}</b> {cellMarks(cell, say, language).words}
      </summary>
      {told === undefined ? null : (
        <>
          {told.provisions.map((authority) => (
            <Provision
              key={authority.id}
              edition={edition}
              authority={authority}
              language={language}
              say={say}
            />
          ))}
          {told.provisions.length === 0 ? <p>{say("no-provision-for-it")}</p> : null}
          <ExplanationTree told={told.law} />
          {told.left > 0 ? <p className="muted">{say("other-provisions", { count: told.left })}</p> : null}
        </>
      )}
    </details>
  );
}

function Provision({
  edition,
  authority,
  language,
  say,
}: Pick<ViewProps, "edition" | "language"> & {
  readonly authority: Authority;
  readonly say: Say<RolesKey>;
}): ReactNode {
  const { source: id, unchecked } = authority.provenance;
  const source = id === undefined ? undefined : edition.study.sources.get(id);
  return (
    <blockquote className="roles-provision">
      <b>{authority.cites?.[language] ?? authority.name[language]}</b>
      {authority.cites === undefined ? null : <span> {authority.name[language]}</span>}
      {authority.note === undefined ? null : <p>{authority.note[language]}</p>}
      <footer className="muted">
        {source === undefined
          ? say("source-none")
          : say("source-is", {
              title: source.title[language],
              issued: source.issued ?? say("undated"),
              grade: source.reliability,
            })}
        {unchecked ? ` ${say("unchecked")}` : ""}
      </footer>
    </blockquote>
  );
}

interface ClosingProps extends Pick<ViewProps, "language"> {
  readonly findings: readonly ClosingFinding[];
  readonly task: Id;
  readonly mission: Id;
  readonly say: Say<RolesKey>;
}

function Closing({ findings, task, mission, language, say }: ClosingProps): ReactNode {
  const shell = sayer(shellMessages, language);
  const own = findings.filter(
    ({ scope }) =>
      (scope.kind === "task" && scope.id === task) || (scope.kind === "mission" && scope.id === mission),
  );
  if (own.length === 0) return <p>{say("closing-not-computed")}</p>;
  return (
    <ul>
      {own.map(({ scope, sets, threshold }) => (
        <li key={scope.kind}>
          {say(scope.kind === "task" ? "closing-task" : "closing-mission", {
            threshold: Math.round(threshold * 100),
          })}{" "}
          {sets.length === 0 ? say("closing-none") : null}
          {sets
            .toSorted((a, b) => a.causes.length - b.causes.length || b.share.value - a.share.value)
            .map(({ causes, share }, at) => (
              <span key={causes.join(" ")}>
                {at === 0 ? "" : say("or")}
                <b>
                  {causes.length === 0
                    ? say("closing-met")
                    : causes
                        .map((cause) => (cause === "law" ? shell("lever-law") : causeText(shell, cause)))
                        .join(" + ")}
                </b>{" "}
                <Printed figure={share} style="share-interval" language={language} />
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Accept({
  reason,
  say,
  onAccept,
}: {
  readonly reason: string | undefined;
  readonly say: Say<RolesKey>;
  readonly onAccept: (reason: string) => void;
}): ReactNode {
  const [text, setText] = useState(reason ?? "");
  const id = useId();
  return (
    <form
      className="roles-accept"
      onSubmit={(event) => {
        event.preventDefault();
        onAccept(text);
      }}
    >
      <label htmlFor={id}>{say("accept-label")}</label>
      <input id={id} value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit" className="plain">
        {say("accept")}
      </button>
      {reason === undefined ? null : (
        <ActionButton
          onPress={() => {
            setText("");
            onAccept("");
          }}
        >
          {say("accept-no-more")}
        </ActionButton>
      )}
      <p className="muted">{say("accept-note")}</p>
    </form>
  );
}
