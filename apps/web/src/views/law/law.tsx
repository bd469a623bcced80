import type { RoleCell } from "@shikumi/assessment";
import { formatDate } from "@shikumi/core/date";
import { type Element, type Id, tellExplanation, type Verdict, verdict } from "@shikumi/model";
import { type ReactNode, useId } from "react";
import { organisationName, taskName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { ExplanationTree } from "../../part/explanation-tree.tsx";
import { Figure } from "../../part/figure.tsx";
import { Select, type SelectOption } from "../../part/select.tsx";
import { Toggle } from "../../part/toggle.tsx";
import type { ViewProps } from "../view.ts";
import "./law.css";
import {
  activitiesOf,
  actorsOf,
  factsAsked,
  factsText,
  lawChoice,
  legalQuestion,
  switched,
} from "./law-question.ts";
import { messages } from "./messages/index.ts";
import { movedCells } from "./moved-cells.ts";
import { MovedDrawing } from "./moved-drawing.tsx";
import { useLevered } from "./use-levered.ts";

/** The id of "none" in a choice. */
const none = "-";

/** The law's answer on one act, for two organisations side by side, and what each legal lever moves. */
export function Law({ edition, live, language, params, navigate }: ViewProps): ReactNode {
  const say = sayer(messages, language);
  const base = edition.study;
  const choice = lawChoice(base, params);
  const levered = useLevered(live, choice.levers);
  const study = levered.kind === "known" ? levered.study : base;
  const dateId = useId();
  const change = (name: string) => (value: string) =>
    navigate({ params: { [name]: value === none ? "" : value } });
  const options = (elements: Iterable<Element>): readonly SelectOption[] => [
    { id: none, text: say("nobody") },
    ...[...elements].map(({ id, name }) => ({ id, text: name[language] || id })),
  ];
  const actors = new Set(actorsOf(study, choice.activity));
  const organisations = [...study.organisations.values()]
    .toSorted((a, b) => Number(actors.has(b.id)) - Number(actors.has(a.id)))
    .map(({ id, name }) => ({
      id,
      text: actors.has(id) ? say("named-by-law", { organisation: name[language] }) : name[language] || id,
    }));
  const activityOptions = activitiesOf(study).map((id) => ({
    id,
    text: study.glossary.get(id)?.name[language] ?? id,
  }));
  const sides = [choice.left, choice.right].filter(
    (id) => id !== undefined && study.organisations.has(id),
  ) as Id[];
  const facts = factsAsked(study, choice.activity);
  return (
    <>
      <p className="law-lead">{say("lead")}</p>
      <div className="law-controls">
        <Select
          label={say("activity")}
          options={activityOptions}
          value={choice.activity}
          onChange={change("activity")}
        />
        <Select label={say("left")} options={organisations} value={choice.left} onChange={change("left")} />
        <Select
          label={say("right")}
          options={organisations}
          value={choice.right ?? ""}
          onChange={change("right")}
        />
        <Select
          label={say("beneficiary")}
          options={options(study.beneficiaries.values())}
          value={choice.beneficiary ?? none}
          onChange={change("beneficiary")}
        />
        <Select
          label={say("place")}
          options={options(study.places.values())}
          value={choice.place ?? none}
          onChange={change("place")}
        />
        <Select
          label={say("situation")}
          options={options(study.situations.values())}
          value={choice.situation ?? none}
          onChange={change("situation")}
        />
        <span className="law-date">
          <label className="field-label" htmlFor={dateId}>
            {say("date")}
          </label>{" "}
          <input
            id={dateId}
            type="date"
            className="plain"
            value={formatDate(choice.date, language, "iso").slice(0, 10)}
            onChange={(event) => navigate({ params: { date: event.target.value }, replace: true })}
          />{" "}
          <span className="muted">{formatDate(choice.date, language, "era")}</span>
        </span>
        {[...facts].map(([fact, values]) => (
          <Select
            key={fact}
            label={say("fact", { fact: study.glossary.get(fact)?.name[language] ?? fact })}
            options={[{ id: none, text: say("fact-open") }, ...values.map((id) => ({ id, text: id }))]}
            value={choice.facts[fact] ?? none}
            onChange={(value) =>
              navigate({ params: { facts: factsText(choice.facts, fact, value === none ? "" : value) } })
            }
          />
        ))}
      </div>
      <div className="law-sides">
        {sides.map((id, at) => {
          const answer: Verdict = verdict(study, legalQuestion(study, choice, id));
          const party = study.organisations.get(id)?.party ?? "";
          return (
            <section key={at === 0 ? "left" : "right"} aria-label={organisationName(study, id, language)}>
              <h2>
                {organisationName(study, id, language)}{" "}
                <span className="muted">{study.parties.get(party)?.name[language] ?? party}</span>
              </h2>
              <p className={`law-verdict law-verdict-${answer.kind}`}>
                <b>{say(`verdict-${answer.kind}`)}</b>
              </p>
              <ExplanationTree told={tellExplanation(study, answer.explanation, language)} open={2} />
            </section>
          );
        })}
      </div>
      <Levers edition={edition} language={language} choice={choice} levered={levered} navigate={navigate} />
    </>
  );
}

interface LeversProps extends Pick<ViewProps, "edition" | "language" | "navigate"> {
  readonly choice: ReturnType<typeof lawChoice>;
  readonly levered: ReturnType<typeof useLevered>;
}

function Levers({ edition, language, choice, levered, navigate }: LeversProps): ReactNode {
  const say = sayer(messages, language);
  const { study, assessment } = edition;
  const levers = [...study.levers.values()].filter(
    ({ id, kind }) => kind === "law" || choice.levers.includes(id),
  );
  if (levers.length === 0) return <p className="note">{say("levers-none")}</p>;
  const words = (cell: RoleCell | undefined): string =>
    cell === undefined
      ? say("no-link")
      : say("cell-words", {
          law: say(`verdict-${cell.verdict}`),
          ability: say(cell.able ? "able" : "not-able"),
        });
  const moved = levered.kind === "known" ? movedCells(assessment.roles, levered.roles) : undefined;
  const named = levered.kind === "known" ? levered.study : study;
  const tasks = (ids: readonly Id[]): string =>
    ids.map((id) => taskName(named, id, language)).join(say("list-separator"));
  return (
    <section aria-label={say("levers")}>
      <h2>{say("levers")}</h2>
      <p className="muted">{say("levers-note")}</p>
      <div className="law-levers">
        {levers.map(({ id, name }) => (
          <Toggle
            key={id}
            isOn={choice.levers.includes(id)}
            onChange={(isOn) =>
              navigate({ params: { levers: switched(study, choice.levers, id, isOn).join(",") } })
            }
          >
            {name[language] || id}
          </Toggle>
        ))}
      </div>
      <div role="status">
        {levered.kind === "asking" ? <p className="note">{say("asking")}</p> : null}
        {levered.kind === "failed" ? (
          <p className="note caution">{say("failed", { detail: levered.detail })}</p>
        ) : null}
        {moved === undefined ? null : (
          <p>
            {say("moved-count", { cells: moved.cells.length })}{" "}
            {moved.closed.length === 0 ? null : say("holes-closed", { tasks: tasks(moved.closed) })}{" "}
            {moved.opened.length === 0 ? null : say("holes-opened", { tasks: tasks(moved.opened) })}
          </p>
        )}
      </div>
      {moved === undefined || moved.cells.length === 0 ? null : (
        <Figure
          title={say("moved")}
          note={say("moved-note")}
          columns={[
            { id: "task", title: say("task") },
            { id: "organisation", title: say("organisation") },
            { id: "before", title: say("before") },
            { id: "after", title: say("after") },
          ]}
          rows={moved.cells.map((cell) => ({
            id: `${cell.task} ${cell.organisation}`,
            cells: [
              taskName(named, cell.task, language),
              organisationName(named, cell.organisation, language),
              words(cell.before),
              words(cell.after),
            ],
          }))}
        >
          <MovedDrawing
            moved={moved}
            label={say("moved")}
            words={words}
            name={({ task, organisation }) =>
              say("cell-name", {
                task: taskName(named, task, language),
                organisation: organisationName(named, organisation, language),
              })
            }
          />
        </Figure>
      )}
    </section>
  );
}
