import type { WhatIf } from "@shikumi/assessment";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo } from "react";
import { useLive } from "../../live/use-live.ts";
import { shellMessages } from "../../messages/index.ts";
import { domainName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { ActionButton } from "../../part/action-button.tsx";
import { Select } from "../../part/select.tsx";
import type { ViewProps } from "../view.ts";
import { AssumptionPanel } from "./assumption-panel.tsx";
import { CauseResult } from "./cause-result.tsx";
import { choiceOf, paramsOf } from "./choice.ts";
import { LeverPanel } from "./lever-panel.tsx";
import { messages } from "./messages/index.ts";
import { ChargesResult, EffectResult, EqualityResult, MissionResult } from "./results.tsx";
import "./what-if.css";

/** From so many levers on, those of one domain are listed first. */
const manyLevers = 40;

/** Levers and assumptions on one side, what follows from them on the other. The choice stands in the link. */
export function WhatIfView({ edition, live, language, params, navigate }: ViewProps): ReactNode {
  const say = sayer(messages, language);
  const { study } = edition;
  const snapshot = useLive(live);
  const uncertainties = useMemo(() => new Set(study.uncertainties.keys()), [study]);
  const choice = useMemo(() => choiceOf(params, study, uncertainties), [params, study, uncertainties]);
  useEffect(() => live.choose(choice), [live, choice]);
  const domains = useMemo(
    () => [...new Set([...study.missions.values()].map(({ domain }) => domain))],
    [study],
  );
  const listed = params["domain"] ?? (study.levers.size > manyLevers ? (domains[0] ?? "") : "");
  const told = params["missions"] ?? (listed === "" || listed === "all" ? (domains[0] ?? "") : listed);

  const choose = useCallback(
    (next: WhatIf, isMoving = false): void => {
      live.choose(next, { isMoving });
      navigate({ params: paramsOf(next), replace: isMoving });
    },
    [live, navigate],
  );
  const isAble = snapshot.status.kind === "ready" || snapshot.status.kind === "running";
  const expect = useCallback(
    (choices: readonly WhatIf[], isUrgent: boolean): void => {
      if (isAble) live.expect(choices, { isUrgent });
    },
    [live, isAble],
  );
  const { findings, before } = snapshot;
  const first = useMemo(
    () => (findings === undefined ? undefined : { edition, language, findings, before }),
    [edition, language, findings, before],
  );
  // The measures by domain follow at once; what is longer to draw follows when the page has time.
  const results = useDeferredValue(first);
  return (
    <>
      <p className="what-if-intro">{say("intro")}</p>
      <div className="what-if">
        <div className="what-if-controls screen-only">
          <LeverPanel
            edition={edition}
            language={language}
            choice={choice}
            domain={listed === "all" ? "" : listed}
            onDomain={(domain) =>
              navigate({ params: { domain: domain === "" ? "all" : domain }, replace: true })
            }
            onChoice={choose}
            onExpect={expect}
          />
          <AssumptionPanel edition={edition} language={language} choice={choice} onChoice={choose} />
          <div className="what-if-reset">
            <Select
              label={say("mode")}
              value={choice.mode}
              options={[
                { id: "in-force", text: say("mode-in-force") },
                { id: "timed", text: say("mode-timed") },
              ]}
              onChange={(mode) => choose({ ...choice, mode })}
            />
            <ActionButton
              look="plain"
              onPress={() => choose({ levers: [], fixed: {}, mode: "in-force" })}
              isDisabled={choice.levers.length === 0 && Object.keys(choice.fixed).length === 0}
            >
              {say("reset")}
            </ActionButton>
          </div>
        </div>
        <div
          className="what-if-results"
          data-run={findings?.run.key ?? ""}
          data-futures={findings?.run.futures ?? 0}
          aria-busy={snapshot.status.kind === "running"}
        >
          <h2 className="what-if-heading">{say("results")}</h2>
          <LiveLine snapshot={snapshot} language={language} />
          {first === undefined ? null : <EffectResult {...first} />}
          {results === undefined ? null : (
            <>
              <Select
                label={say("show-missions")}
                value={told}
                options={domains.map((id) => ({ id, text: domainName(study, id, language) }))}
                onChange={(missions) => navigate({ params: { missions }, replace: true })}
              />
              <MissionResult {...results} domain={told} />
              <ChargesResult {...results} domain={told} />
              <CauseResult edition={edition} live={live} language={language} choice={choice} />
              <EqualityResult {...results} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

function LiveLine({
  snapshot: { status, findings },
  language,
}: {
  readonly snapshot: ReturnType<typeof useLive>;
  readonly language: ViewProps["language"];
}): ReactNode {
  const say = sayer(messages, language);
  if (status.kind === "failed")
    return (
      <p className="note caution" role="alert">
        {sayer(shellMessages, language)(`failure-${status.code}`, { detail: status.detail })}
      </p>
    );
  if (findings === undefined) return <p className="muted">{say("status-waiting")}</p>;
  const { futures, replications } = findings.run;
  return <p className="muted what-if-status">{say("status-line", { futures, replications })}</p>;
}
