import type { Id, Mechanism } from "@shikumi/model";
import { chargeWait, noteTask } from "./record.ts";
import {
  byKey,
  covers,
  drawnTicks,
  inForce,
  isRelaxed,
  level,
  liesIn,
  meanHours,
  named,
  selfAndSuperiors,
} from "./version.ts";
import type { Incident, Share, TaskCase, World } from "./world.ts";

/** K41: whether a situation is open now. */
export function isOpen(world: World, id: Id, incident: Incident): boolean {
  const situation = inForce(world, incident).situations.get(id);
  return (
    world.now < (world.situations.get(id)?.openUntil ?? 0) ||
    (situation !== undefined && liesIn(situation.open, world.now))
  );
}

/** K31: mechanisms in force for an incident now whose situations are open, or that name none; by key. */
export function mechanismsInForce(world: World, incident: Incident): readonly Mechanism[] {
  return [...inForce(world, incident).mechanisms.values()].filter(
    (mechanism) =>
      liesIn(mechanism.valid, world.now) &&
      (mechanism.in.length === 0 || mechanism.in.some((situation) => isOpen(world, situation, incident))),
  );
}

/** Organisations of the live shares of a task and of shares that have done their work (K43). */
function participants(task: TaskCase): readonly Id[] {
  const taking = task.shares.filter((share) => share.done || share.state !== "ended");
  return [...new Set(taking.map((share) => share.asker.organisation))];
}

/** K43: whether no organisation is superior-or-self of all that take part. */
export function needsCell(world: World, task: TaskCase): boolean {
  const [first, ...others] = participants(task).map((organisation) => selfAndSuperiors(world, organisation));
  return first !== undefined && !first.some((superior) => others.every((chain) => chain.includes(superior)));
}

/** K43: whether a share may go on: no cell is needed, or it has admitted the task, or uncombined work has some effect. */
export function combine(world: World, share: Share): "go" | "wait" {
  const { task } = share.asker;
  if (isRelaxed(world, "coordination") || !needsCell(world, task)) return "go";
  if (task.cell === undefined) askForCell(world, task);
  if (task.cell?.admitted || level(world, task.task.uncombined, task.incident.facts) > 0) return "go";
  return "wait";
}

function askForCell(world: World, task: TaskCase): void {
  const { incident } = task;
  const members = participants(task);
  const stands = (mechanism: Mechanism): number => (incident.cells.get(mechanism.id)?.stood ? 0 : 1);
  const mean = (mechanism: Mechanism): number =>
    mechanism.cell === undefined ? 0 : meanHours(world, mechanism.cell.standsUp, incident.facts);
  const [chosen] = mechanismsInForce(world, incident)
    .filter(({ cell }) => cell?.for === undefined || cell.for.includes(task.task.activity))
    .filter((mechanism) => members.every((member) => covers(world, mechanism.cell?.members ?? [], member)))
    .sort((a, b) => stands(a) - stands(b) || mean(a) - mean(b) || byKey(a, b));
  const mechanism = chosen?.id ?? "";
  task.cell = { mechanism, asked: world.now, admitted: false };
  const standing = incident.cells.get(mechanism);
  if (standing?.stood) {
    enterCell(world, task);
  } else if (standing !== undefined) {
    standing.waiting.push(task);
  } else {
    incident.cells.set(mechanism, { stood: false, waiting: [task] });
    const name = named(incident.name, `cell/${chosen?.key ?? ""}`);
    const standsUp = chosen?.cell?.standsUp ?? world.whole.charter.adHocCell.standsUp;
    world.events.schedule({
      tick: world.now + drawnTicks(world, standsUp, name, "stands-up", incident.facts),
      kind: "stood",
      name,
      owner: {},
      happen: () => stand(world, incident, mechanism),
    });
  }
}

function stand(world: World, incident: Incident, mechanism: Id): void {
  const standing = incident.cells.get(mechanism);
  if (standing === undefined) return;
  standing.stood = true;
  for (const task of standing.waiting) {
    if (task.state !== "closed") enterCell(world, task);
  }
}

/** Tasks held and queued: per mechanism; for ad hoc cells per incident. */
function poolOf(world: World, task: TaskCase): { held: number; readonly queue: TaskCase[] } {
  const key = task.cell?.mechanism || `ad hoc ${task.incident.text}`;
  const pool = world.cells.get(key) ?? { held: 0, queue: [] };
  world.cells.set(key, pool);
  return pool;
}

function enterCell(world: World, task: TaskCase): void {
  const pool = poolOf(world, task);
  const mechanism = inForce(world, task.incident).mechanisms.get(task.cell?.mechanism ?? "");
  const handles = mechanism?.cell?.handles ?? world.whole.charter.adHocCell.handles;
  if (pool.held < Math.floor(level(world, handles, task.incident.facts) + 0.5)) admit(world, task);
  else pool.queue.push(task);
}

function admit(world: World, task: TaskCase): void {
  const { cell } = task;
  if (cell === undefined) return;
  poolOf(world, task).held += 1;
  cell.admitted = true;
  const waited = world.now - cell.asked;
  noteTask(world, "cell", task, {
    subject: cell.mechanism,
    cause: waited > 0 ? "coordination" : "",
    ticks: waited,
  });
  chargeWait(world, task, "coordination", waited);
  for (const share of task.shares) {
    if (share.state === "combining") scheduleGo(world, share);
  }
}

/** K43: the slot of a closed task goes to the first queued task that is not closed. */
export function releaseCell(world: World, task: TaskCase): void {
  if (!task.cell?.admitted) return;
  const pool = poolOf(world, task);
  pool.held -= 1;
  for (let next = pool.queue.shift(); next !== undefined; next = pool.queue.shift()) {
    if (next.state === "closed") continue;
    admit(world, next);
    return;
  }
}

/** A `go` event of a share now. */
export function scheduleGo(world: World, share: Share): void {
  world.events.schedule({
    tick: world.now,
    kind: "go",
    name: share.name,
    owner: share,
    happen: () => world.react.go(share),
  });
}
