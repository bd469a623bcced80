import { useEffect, useState } from "react";
import { type Live, LiveError, type QuestionKind, type Questions } from "../../live/live.ts";

/** What came of a question. */
export type Answered<T> =
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly value: T }
  | { readonly kind: "failed"; readonly detail: string };

/** Asks the workers, again whenever the question changes; a newer question cancels the older. Nothing is asked while there is no question. */
export function useAnswer<Kind extends QuestionKind>(
  live: Live,
  kind: Kind,
  ask: Questions[Kind]["ask"] | undefined,
): Answered<Questions[Kind]["answer"]> {
  const wanted = ask === undefined ? "" : JSON.stringify(ask);
  const [answer, setAnswer] = useState<{
    readonly of: string;
    readonly answered: Answered<Questions[Kind]["answer"]>;
  }>();
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    const settle = (answered: Answered<Questions[Kind]["answer"]>): void => {
      if (!stop.signal.aborted) setAnswer({ of: wanted, answered });
    };
    live.ask(kind, JSON.parse(wanted) as Questions[Kind]["ask"], { signal: stop.signal }).then(
      (value) => settle({ kind: "known", value }),
      (error: unknown) =>
        settle({ kind: "failed", detail: error instanceof LiveError ? error.message : String(error) }),
    );
    return () => stop.abort();
  }, [live, kind, wanted]);
  return answer?.of === wanted ? answer.answered : { kind: "asking" };
}
