import type { CauseFinding, WhatIf } from "@shikumi/assessment";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { isSameChoice } from "../../live/live-store.ts";
import { causeText, shellMessages } from "../../messages/index.ts";
import { domainName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { ActionButton } from "../../part/action-button.tsx";
import { CauseBars } from "../../part/cause-bars.tsx";
import { Figure } from "../../part/figure.tsx";
import { Printed, printed } from "../../part/printed.tsx";
import type { ViewProps } from "../view.ts";
import { messages } from "./messages/index.ts";

/** Futures a split is made from: each is run 65 times. */
const splitFutures = 8;

interface Split {
  readonly whatIf: WhatIf;
  readonly causes: readonly CauseFinding[];
}

/** The shortfall of the choice split over its causes, when asked for. */
export function CauseResult({
  edition: { study },
  live,
  language,
  choice,
}: Pick<ViewProps, "edition" | "live" | "language"> & { readonly choice: WhatIf }): ReactNode {
  const say = sayer(messages, language);
  const shell = sayer(shellMessages, language);
  const [split, setSplit] = useState<Split>();
  const [done, setDone] = useState<number>();
  const [problem, setProblem] = useState("");
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const ask = async (): Promise<void> => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setDone(0);
    setProblem("");
    try {
      const causes = await live.ask(
        "causes",
        { whatIf: choice, futures: splitFutures, replications: 1 },
        { signal: stop.signal, progress: setDone },
      );
      setSplit({ whatIf: choice, causes });
    } catch (error) {
      if (!stop.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      if (running.current === stop) setDone(undefined);
    }
  };
  const title = say("causes-title");
  const domains = split?.causes.filter(({ scope }) => scope.kind === "domain") ?? [];
  return (
    <section className="what-if-causes" aria-label={title}>
      {split === undefined ? null : (
        <Figure
          title={title}
          note={
            <>
              {isSameChoice(split.whatIf, choice) ? null : <strong>{say("causes-old")} </strong>}
              {say("causes-note", { futures: splitFutures })}
            </>
          }
          columns={[
            { id: "cause", title: say("cause") },
            { id: "share", title: say("share"), kind: "number" },
          ]}
          rows={domains.flatMap((finding) => [
            {
              id: finding.scope.id,
              cells: [
                domainName(study, finding.scope.id, language),
                {
                  text: printed(finding.shortfall, "share-interval", language),
                  value: finding.shortfall.value,
                },
              ],
            },
            ...[...finding.parts, { cause: "irreducible" as const, figure: finding.irreducible }].map(
              ({ cause, figure }) => ({
                id: `${finding.scope.id} ${cause}`,
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
          <CauseBars
            label={title}
            language={language}
            rows={domains.map((finding) => ({
              id: finding.scope.id,
              name: domainName(study, finding.scope.id, language),
              finding,
            }))}
          />
        </Figure>
      )}
      {problem === "" ? null : <p className="note caution">{problem}</p>}
      {done === undefined ? (
        <p>
          <ActionButton look="plain" onPress={() => void ask()}>
            {say("causes-ask")}
          </ActionButton>{" "}
          <span className="muted">{say("causes-lead")}</span>
        </p>
      ) : (
        <p>
          {say("causes-progress", { done, total: splitFutures })}{" "}
          <ActionButton onPress={() => running.current?.abort()}>{say("stop")}</ActionButton>
        </p>
      )}
    </section>
  );
}
