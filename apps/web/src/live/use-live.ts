import { useCallback, useSyncExternalStore } from "react";
import type { Live, LiveSnapshot } from "./live.ts";

/** The snapshot of the computing side, kept up to date in a component. */
export function useLive(live: Live): LiveSnapshot {
  const subscribe = useCallback((listener: () => void) => live.subscribe(listener), [live]);
  const snapshot = useCallback(() => live.snapshot(), [live]);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
