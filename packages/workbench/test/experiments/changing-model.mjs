import { threadId } from "node:worker_threads";

/** Another model on every thread. */
export const model = { id: `${threadId}`, outcomes: ["y"], run: () => undefined };
