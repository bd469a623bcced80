import type { Study } from "@shikumi/model";
import { type ReactNode, useMemo } from "react";
import type { Live } from "../../live/live.ts";
import type { RunChoice } from "../../live/run-story.ts";
import { sayer } from "../../messages/say.ts";
import { Select } from "../../part/select.tsx";
import type { ViewProps } from "../view.ts";
import { IncidentPicker } from "./incident-picker.tsx";
import { messages } from "./messages/index.ts";
import "./replay.css";
import { baseline, mostTelling, replayChoice } from "./replay-choice.ts";
import { ReplayStory } from "./replay-story.tsx";
import type { Voice } from "./step-words.ts";
import { type Story, storyOf } from "./story.ts";
import { type Answered, useAnswer } from "./use-answer.ts";

/** The id of "none" in a choice. */
const none = "-";

/** One run, step by step: its incidents, and one of them on a map and over time; beside another package on the same luck. */
export function Replay(props: ViewProps): ReactNode {
  const { edition, live, language, params, navigate } = props;
  const { study } = edition;
  const voice: Voice = useMemo(() => ({ say: sayer(messages, language), language }), [language]);
  const { say } = voice;
  const choice = replayChoice(study, params);
  const run: RunChoice = { package: choice.package, choice: choice.run };
  const incidents = useAnswer(live, "incidents", run);
  const known = incidents.kind === "known" ? incidents.value : [];
  const chosen = known.find(({ id }) => id === choice.incident) ?? mostTelling(known);
  const story = useStory(live, study, chosen === undefined ? undefined : run, chosen?.id ?? "");
  const otherRun =
    choice.other === undefined || chosen === undefined
      ? undefined
      : { package: choice.other, choice: choice.run };
  const other = useStory(live, study, otherRun, chosen?.id ?? "");
  const change = (name: string) => (value: string) =>
    navigate({ params: { [name]: value === none ? "" : value, at: "" } });
  const packages = [
    { id: baseline, text: say("package-baseline") },
    ...[...study.packages.values()].map(({ id, name }) => ({ id, text: name[language] || id })),
  ];
  const nameOf = (id: string): string => packages.find((one) => one.id === id)?.text ?? id;
  const counted = (count: number): readonly { readonly id: string; readonly text: string }[] =>
    Array.from({ length: Math.max(1, Math.min(200, count)) }, (_, at) => ({
      id: String(at),
      text: String(at),
    }));
  return (
    <>
      <p className="replay-lead">{say("lead")}</p>
      <div className="replay-controls replay-run">
        <Select
          label={say("package")}
          options={packages}
          value={choice.package}
          onChange={change("package")}
        />
        <Select
          label={say("other")}
          options={[
            { id: none, text: say("other-none") },
            ...packages.filter(({ id }) => id !== choice.package),
          ]}
          value={choice.other ?? none}
          onChange={(value) => navigate({ params: { other: value === none ? "" : value } })}
        />
        <Select
          label={say("future")}
          options={counted(study.charter.futures)}
          value={String(choice.run.future)}
          onChange={(future) => navigate({ params: { future, incident: "", at: "", mission: "" } })}
        />
        <Select
          label={say("replication")}
          options={counted(study.charter.replications)}
          value={String(choice.run.replication)}
          onChange={(replication) => navigate({ params: { replication, incident: "", at: "", mission: "" } })}
        />
        <Select
          label={say("mode")}
          options={(["in-force", "timed"] as const).map((id) => ({ id, text: say(`mode-${id}`) }))}
          value={choice.run.mode}
          onChange={change("mode")}
        />
      </div>
      <State answered={incidents} voice={voice} />
      {incidents.kind === "known" && chosen === undefined ? (
        <p className="note">{say("no-incident")}</p>
      ) : null}
      {chosen === undefined ? null : (
        <>
          <State answered={story} voice={voice} />
          {story.kind === "known" && story.value !== undefined ? (
            <ReplayStory
              key={`${choice.package} ${chosen.id}`}
              story={story.value}
              other={other}
              name={nameOf(choice.package)}
              otherName={choice.other === undefined ? undefined : nameOf(choice.other)}
              choice={choice}
              voice={voice}
              navigate={navigate}
            />
          ) : null}
          <IncidentPicker
            study={story.kind === "known" && story.value !== undefined ? story.value.study : study}
            incidents={known}
            chosen={chosen.id}
            onChoose={(incident) => navigate({ params: { incident, at: "", mission: "" } })}
            voice={voice}
          />
        </>
      )}
    </>
  );
}

interface StateProps {
  readonly answered: Answered<unknown>;
  readonly voice: Voice;
}

function State({ answered, voice: { say } }: StateProps): ReactNode {
  if (answered.kind === "asking")
    return (
      <p className="muted" role="status">
        {say("asking")}
      </p>
    );
  return answered.kind === "failed" ? (
    <p className="note caution" role="alert">
      {say("failed", { detail: answered.detail })}
    </p>
  ) : null;
}

/** One incident of a run, drawn up with the study as its package leaves it. */
function useStory(
  live: Live,
  study: Study,
  run: RunChoice | undefined,
  incident: string,
): Answered<Story | undefined> {
  const levers = run === undefined ? [] : (study.packages.get(run.package)?.levers ?? []);
  const told = useAnswer(live, "story", run === undefined ? undefined : { ...run, incident });
  const changed = useAnswer(live, "study", levers.length === 0 ? undefined : { levers });
  const answer = told.kind === "known" ? told.value : undefined;
  const base = levers.length === 0 ? study : changed.kind === "known" ? changed.value : undefined;
  const story = useMemo(
    () => (answer === undefined || base === undefined ? undefined : storyOf(base, answer)),
    [answer, base],
  );
  if (told.kind !== "known") return told;
  if (levers.length > 0 && changed.kind !== "known") return changed;
  return { kind: "known", value: story };
}
