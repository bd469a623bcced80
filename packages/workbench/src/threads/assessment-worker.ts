import { parentPort, type TransferListItem, workerData } from "node:worker_threads";
import { createContext, evaluateJob, type JobResult } from "@shikumi/assessment";
import { KernelError } from "@shikumi/kernel";
import { parseStudy } from "@shikumi/model";
import type { ThreadAnswer, ThreadStart, ThreadTask } from "./thread-message.ts";

const port = parentPort;
if (port === null) throw new TypeError("this module runs on a worker thread only");

const { study } = parseStudy((workerData as ThreadStart).files);
if (study === undefined) throw new TypeError("the files are not a study");
const context = createContext(study);

port.on("message", ({ job }: ThreadTask) => {
  try {
    const result = evaluateJob(context, job);
    answer({ kind: "result", result }, buffersOf(result));
  } catch (error) {
    if (error instanceof KernelError)
      answer({ kind: "kernel-error", code: error.code, message: error.message });
    else answer({ kind: "failure", error });
  }
});

function answer(message: ThreadAnswer, transfer: readonly TransferListItem[] = []): void {
  port?.postMessage(message, transfer);
}

/** The memory of a result's columns, which moves to the receiver without a copy. */
function buffersOf(result: JobResult): readonly ArrayBuffer[] {
  return Object.values(result).flatMap((column) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
