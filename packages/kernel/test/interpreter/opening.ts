import { never, tickAfter } from "../../src/number/ticks.ts";
import { allocate } from "./allocation.ts";
import { scheduleClose, testEnd } from "./closing.ts";
import { noteTask } from "./record.ts";
import { drawn, drawnTicks } from "./version.ts";
import type { NeedCase, TaskCase, World } from "./world.ts";

/** K21: a task opens, and its needs are shared out in the order written. */
export function open(world: World, task: TaskCase): void {
  if (task.state !== "waiting") return;
  const { facts } = task.incident;
  task.state = "open";
  task.opened = world.now;
  task.accruedTo = world.now;
  noteTask(world, "opened", task);
  if (task.task.from === "open" && task.expires < never) {
    scheduleClose(world, task, tickAfter(world.now, task.expires));
  }
  if (task.task.accrues === "presence") {
    task.presenceTicks = drawnTicks(world, task.task.takes, task.name, "takes", facts);
    scheduleClose(world, task, tickAfter(world.now, task.presenceTicks));
  }
  task.needs = needsOf(world, task);
  for (const need of task.needs) allocate(world, task, need, need.count);
  testEnd(world, task);
}

function needsOf(world: World, task: TaskCase): NeedCase[] {
  if (task.task.needs.length === 0) return [{ need: undefined, name: "", count: 1, got: 0 }];
  return task.task.needs.map((need) => {
    const quantity = drawn(world, need.quantity, task.name, `need/${need.name}`, task.incident.facts);
    return { need, name: need.name, count: Math.max(1, Math.floor(quantity + 0.5)), got: 0 };
  });
}
