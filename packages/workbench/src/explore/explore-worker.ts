import { parentPort, type TransferListItem, workerData } from "node:worker_threads";
import { createExploration, type RunValues, runBlock } from "@shikumi/assessment";
import { parseStudy } from "@shikumi/model";
import type { ExploreAnswer, ExploreStart, ExploreTask } from "./explore-message.ts";

const port = parentPort;
if (port === null) throw new TypeError("this module runs on a worker thread only");

const { study } = parseStudy((workerData as ExploreStart).files);
if (study === undefined) throw new TypeError("the files are not a study");
const context = createExploration(study);

port.on("message", ({ block }: ExploreTask) => {
  try {
    const values = runBlock(context, block);
    answer({ kind: "rows", values }, buffersOf(values));
  } catch (error) {
    answer({ kind: "failure", error });
  }
});

function answer(message: ExploreAnswer, transfer: readonly TransferListItem[] = []): void {
  port?.postMessage(message, transfer);
}

/** The memory of the columns, which moves to the receiver without a copy. */
function buffersOf(values: readonly RunValues[]): readonly ArrayBuffer[] {
  return values.flatMap((column) =>
    column instanceof Float64Array && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
