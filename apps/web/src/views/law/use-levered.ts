import type { RoleRow } from "@shikumi/assessment";
import type { Id, Study } from "@shikumi/model";
import { useEffect, useState } from "react";
import { type Live, LiveError } from "../../live/live.ts";

/** What levers make of the study and of its matrix. */
export type Levered =
  | { readonly kind: "none" }
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly study: Study; readonly roles: readonly RoleRow[] }
  | { readonly kind: "failed"; readonly detail: string };

/** Asks the workers for the study and the matrix with levers in force; a newer question cancels the older. */
export function useLevered(live: Live, levers: readonly Id[]): Levered {
  const wanted = levers.join(",");
  const [answer, setAnswer] = useState<{ readonly of: string; readonly levered: Levered }>();
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const chosen = wanted.split(",");
    Promise.all([
      live.ask("study", { levers: chosen }, options),
      live.ask("roles", { levers: chosen, futures: 1, replications: 1 }, options),
    ]).then(
      ([study, roles]) => {
        if (!stop.signal.aborted) setAnswer({ of: wanted, levered: { kind: "known", study, roles } });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        const detail = error instanceof LiveError ? error.message : String(error);
        setAnswer({ of: wanted, levered: { kind: "failed", detail } });
      },
    );
    return () => stop.abort();
  }, [live, wanted]);
  if (wanted === "") return { kind: "none" };
  return answer?.of === wanted ? answer.levered : { kind: "asking" };
}
