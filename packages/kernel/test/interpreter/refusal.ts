import type { Cause } from "../../src/cause.ts";
import { allocate } from "./allocation.ts";
import { endShare, isLive, testEnd } from "./closing.ts";
import { add, countRefusal, noteAsker, pairIndex } from "./record.ts";
import type { Asker, World } from "./world.ts";

/** K37: a refusal is final for the task; what the asker held is allocated again, share by share. */
export function refuse(world: World, asker: Asker, cause: Cause): void {
  const { task } = asker;
  asker.state = "refused";
  task.latestRefusal = cause;
  world.events.withdraw(asker);
  noteAsker(world, "refused", asker, { cause });
  countRefusal(world, task, cause);
  add(world.outputs.refusedBy, pairIndex(world, task, asker.organisation), 1);
  for (const share of task.shares.filter((candidate) => candidate.asker === asker && isLive(candidate))) {
    if (task.state !== "open") return;
    endShare(world, share);
    allocate(world, task, share.need, share.x);
    testEnd(world, task);
  }
}
