import { decayCodes } from "../../src/compile/codes.ts";
import { decayAt, decayIntegral } from "../../src/number/decay.ts";
import { tickAfter, ticksOf } from "../../src/number/ticks.ts";
import { add, pairIndex } from "./record.ts";
import { level } from "./version.ts";
import type { Share, TaskCase, World } from "./world.ts";

/** K49: after work done at once, F is what the least met need allows; the rise is credited to one organisation. */
export function accrueDone(world: World, share: Share): void {
  const { task } = share.asker;
  share.need.got += share.x * share.effect;
  const met = Math.min(...task.needs.map((need) => Math.min(1, need.got / need.count)));
  rise(world, task, met, world.now, [{ organisation: share.asker.organisation, weight: 1 }]);
}

/** K49: what an `evenly` share has done since it began, at the end of its work or when it is cut short. */
export function accrueEvenly(world: World, share: Share): void {
  const { task } = share.asker;
  const whole = (share.x * share.effect) / share.need.count;
  const worked = world.now - share.workFrom;
  const part = worked >= share.workTicks ? whole : (whole * worked) / share.workTicks;
  const met = Math.min(1, task.met + part);
  rise(world, task, met, share.workFrom, [{ organisation: share.asker.organisation, weight: 1 }]);
}

/** K49: what all shares on scene of a presence task have done since the last change. */
export function accruePresence(world: World, task: TaskCase): void {
  const from = task.accruedTo;
  task.accruedTo = world.now;
  if (world.now === from) return;
  const acting = task.shares.filter((share) => share.state === "acting");
  const rates = task.needs.map((need) => {
    const present = acting
      .filter((share) => share.need === need)
      .reduce((sum, share) => sum + share.x * share.effect, 0);
    return Math.min(1, present / need.count);
  });
  const met = Math.min(1, task.met + (Math.min(...rates) * (world.now - from)) / task.presenceTicks);
  const credits = acting.map((share) => ({
    organisation: share.asker.organisation,
    weight: share.x * share.effect,
  }));
  rise(world, task, met, from, credits);
}

/** F rises to `met`, evenly since `from`; its value is credited by weight. */
function rise(
  world: World,
  task: TaskCase,
  met: number,
  from: number,
  credits: readonly { readonly organisation: string; readonly weight: number }[],
): void {
  const gain = met - task.met;
  if (!(gain > 0)) return;
  task.met = met;
  task.firstEffect = Math.min(task.firstEffect ?? from, from);
  if (world.now <= tickAfter(referenceOf(task), task.standard)) task.metAtStandard = met;
  const value = riseValue(world, task, gain, from);
  const total = credits.reduce((sum, credit) => sum + credit.weight, 0);
  task.delivered += value;
  add(world.outputs.delivered, task.index, value);
  for (const { organisation, weight } of credits) {
    add(world.outputs.deliveredBy, pairIndex(world, task, organisation), (value * weight) / total);
  }
  const width = world.outputs.layout.parties.length + 1;
  add(world.outputs.benefitBy, task.index * width + beneficiaryParty(world, task), value);
}

/** The tick from which standard, expiry and decay count. */
export function referenceOf(task: TaskCase): number {
  return task.task.from === "open" ? task.opened : task.incident.onset;
}

/** K49: the value of a rise of F between `from` and now. */
function riseValue(world: World, task: TaskCase, gain: number, from: number): number {
  const { decays } = task.task;
  const { facts } = task.incident;
  const reference = referenceOf(task);
  const halfLife = decays.kind === "exponential" ? ticksOf(level(world, decays.halfLife, facts)) : 0;
  const { standard, expires } = task;
  const kind = decayCodes[decays.kind];
  if (from === world.now) {
    return task.value * gain * decayAt(kind, from - reference, standard, expires, halfLife);
  }
  const late = decayIntegral(kind, world.now - reference, standard, expires, halfLife);
  const early = decayIntegral(kind, from - reference, standard, expires, halfLife);
  return ((task.value * gain) / (world.now - from)) * (late - early);
}

function beneficiaryParty(world: World, task: TaskCase): number {
  const { parties } = world.outputs.layout;
  const party =
    task.beneficiary === undefined ? undefined : world.whole.beneficiaries.get(task.beneficiary)?.party;
  const index = party === undefined ? -1 : parties.indexOf(party);
  return index < 0 ? parties.length : index;
}
