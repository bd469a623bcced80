import { createWhatIfContext, evaluateFuture, layoutOfWhatIf } from "@shikumi/assessment";
import { parseStudy } from "@shikumi/model";
import { loadEdition } from "../edition/load-edition.ts";
import type { Hand, HandRun } from "./future-runner.ts";
import { Lead } from "./lead.ts";
import { buffersOf, type HandAnswer, type HandTask, type ToHand, type ToLead } from "./protocol.ts";

const pings = new MessageChannel();
const waiting: (() => void)[] = [];
pings.port1.onmessage = () => waiting.shift()?.();

/** Takes what other messages have come. A port of its own is served in turn with them; a timer would cost four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    pings.port2.postMessage(0);
  });
}

/** A hand at the other end of a port. */
function handOf(port: MessagePort): Hand {
  const open = new Map<number, { resolve(run: HandRun): void; reject(reason: Error): void }>();
  let last = 0;
  let isReady = false;
  port.onmessage = ({ data }: MessageEvent<HandAnswer>) => {
    if ("ready" in data) {
      isReady = true;
      return;
    }
    const asked = open.get(data.id);
    open.delete(data.id);
    if ("columns" in data) asked?.resolve(data);
    else asked?.reject(new Error(data.problem));
  };
  return {
    isReady: () => isReady,
    evaluate: (whatIf, choice, future) =>
      new Promise((resolve, reject) => {
        const task: HandTask = { id: ++last, whatIf, choice, future };
        open.set(task.id, { resolve, reject });
        port.postMessage(task);
      }),
  };
}

/** Serves a lead: runs the futures it asks for. */
function serve({ files, lead }: ToHand): void {
  const { study } = parseStudy(files);
  const context = study === undefined ? undefined : createWhatIfContext(study);
  const told = new WeakSet<object>();
  const ready: HandAnswer = { ready: true };
  if (context !== undefined) lead.postMessage(ready);
  lead.onmessage = ({ data: { id, whatIf, choice, future } }: MessageEvent<HandTask>) => {
    try {
      if (context === undefined) throw new Error("the study has errors");
      const columns = evaluateFuture(context, whatIf, choice, future);
      const layout = layoutOfWhatIf(context, whatIf, choice);
      const answer: HandAnswer = { id, columns, ...(told.has(layout) ? {} : { layout }) };
      told.add(layout);
      lead.postMessage(answer, buffersOf(columns));
    } catch (error) {
      const answer: HandAnswer = { id, problem: String(error) };
      lead.postMessage(answer);
    }
  };
}

const lead = new Lead({
  load: (address, progress) => loadEdition(address, progress, new AbortController().signal),
  post: (message) => self.postMessage(message),
  pause,
  hand: handOf,
});
self.onmessage = ({ data }: MessageEvent<ToLead | ToHand>) => {
  if (data.kind === "serve") serve(data);
  else void lead.take(data);
};
