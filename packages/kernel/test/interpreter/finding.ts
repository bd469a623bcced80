import type { Id, Situation } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { draw } from "../../src/number/future.ts";
import { never, tickAfter } from "../../src/number/ticks.ts";
import { isOpen } from "./cell.ts";
import { attendedAt } from "./queue.ts";
import { chargeParts, countAnswer, note } from "./record.ts";
import { drawnTicks, inForce, isRelaxed, level, named, partyOf } from "./version.ts";
import type { Finding, Incident, Seeker, WaitPart, World } from "./world.ts";

/** K41: seeks a situation. Who has to wait gets an `answer` event of its own when the finding has ended. */
export function seek(
  world: World,
  id: Id,
  incident: Incident,
  actor: Id,
  seeker: Seeker,
): "made" | "refused" | "waiting" {
  if (isOpen(world, id, incident)) return "made";
  const situation = inForce(world, incident).situations.get(id);
  if (situation === undefined) return "refused";
  const state = world.situations.get(id) ?? { openUntil: 0, attempts: 0, pending: undefined };
  world.situations.set(id, state);
  if (isRelaxed(world, findingCause(world, situation, incident, actor))) {
    const name = named(world.run, `situation/${situation.key}`, state.attempts++);
    state.openUntil = Math.max(state.openUntil, openUntil(world, situation, name, incident));
    note(world, "finding", { subject: id, amount: 1 });
    return "made";
  }
  if (state.pending === undefined) {
    const finding: Finding = {
      ...{
        situation: id,
        name: named(world.run, `situation/${situation.key}`, state.attempts++),
        incident,
        actor,
      },
      ...{ from: world.now, joined: [{ seeker, since: world.now }], phase: "needs", finder: 0, finders: [] },
      ...{ queued: 0, taken: 0, neededMade: false, neededCause: "law.decision" },
    };
    state.pending = finding;
    startFinding(world, finding, situation);
  } else {
    state.pending.joined.push({ seeker, since: world.now });
  }
  return "waiting";
}

/** K41: whose decision a finding is: of the actor's own party, or of another's; judged by the first finder. */
export function findingCause(
  world: World,
  situation: Situation | undefined,
  incident: Incident,
  actor: Id,
): Cause {
  const finder = situation?.foundBy[0];
  if (finder === undefined) return "law.decision";
  return partyOf(world, finder, incident) === partyOf(world, actor) ? "law.decision" : "consent";
}

function openUntil(world: World, situation: Situation, name: Finding["name"], incident: Incident): number {
  if (situation.lasts === undefined) return never;
  return tickAfter(world.now, drawnTicks(world, situation.lasts, name, "lasts", incident.facts));
}

function startFinding(world: World, finding: Finding, situation: Situation): void {
  if (situation.needs !== undefined) {
    const outcome = seek(world, situation.needs, finding.incident, finding.actor, {
      kind: "finding",
      finding,
    });
    if (outcome === "waiting") return;
    if (outcome === "refused") {
      const needed = inForce(world, finding.incident).situations.get(situation.needs);
      endFinding(world, finding, false, findingCause(world, needed, finding.incident, finding.actor));
      return;
    }
  }
  finding.phase = "finders";
  askFinders(world, finding);
}

/** The finders one after the other, each from the time the one before has attended to it. */
function askFinders(world: World, finding: Finding): void {
  const { incident } = finding;
  for (;;) {
    const situation = inForce(world, incident).situations.get(finding.situation);
    if (situation === undefined) {
      endFinding(world, finding, false, "law.decision");
      return;
    }
    const whom = situation.foundBy[finding.finder];
    if (whom === undefined) break;
    const attended = attendedAt(
      world,
      whom,
      incident,
      named(finding.name, "by", finding.finder),
      "attention",
    );
    finding.finder += 1;
    finding.queued += attended - world.now;
    if (attended > world.now) {
      awaitAnswer(world, finding, attended);
      return;
    }
  }
  takeTime(world, finding);
}

function takeTime(world: World, finding: Finding): void {
  finding.phase = "takes";
  const situation = inForce(world, finding.incident).situations.get(finding.situation);
  if (situation === undefined) {
    endFinding(world, finding, false, "law.decision");
    return;
  }
  finding.taken = drawnTicks(world, situation.takes, finding.name, "takes", finding.incident.facts);
  if (finding.taken > 0) awaitAnswer(world, finding, tickAfter(world.now, finding.taken));
  else decide(world, finding);
}

function awaitAnswer(world: World, finding: Finding, tick: number): void {
  world.events.schedule({
    tick,
    kind: "answer",
    name: finding.name,
    owner: finding,
    happen: () => answerFinding(world, finding),
  });
}

/** A wait of a finding is over. */
export function answerFinding(world: World, finding: Finding): void {
  if (finding.phase === "needs") {
    if (finding.neededMade) {
      finding.phase = "finders";
      askFinders(world, finding);
    } else {
      endFinding(world, finding, false, finding.neededCause);
    }
  } else if (finding.phase === "finders") {
    askFinders(world, finding);
  } else {
    decide(world, finding);
  }
}

function decide(world: World, finding: Finding): void {
  const { incident } = finding;
  const situation = inForce(world, incident).situations.get(finding.situation);
  const cause = findingCause(world, situation, incident, finding.actor);
  const made =
    situation !== undefined && draw(finding.name, "found") < level(world, situation.found, incident.facts);
  const state = world.situations.get(finding.situation);
  if (made && state !== undefined) {
    state.openUntil = Math.max(state.openUntil, openUntil(world, situation, finding.name, incident));
  }
  for (const finder of situation?.foundBy ?? []) countAnswer(world, finder, made);
  endFinding(world, finding, made, cause);
}

/** All who joined go on by `answer` events now. */
function endFinding(world: World, finding: Finding, made: boolean, cause: Cause): void {
  const state = world.situations.get(finding.situation);
  if (state?.pending === finding) state.pending = undefined;
  note(world, "finding", {
    subject: finding.situation,
    amount: made ? 1 : 0,
    ticks: world.now - finding.from,
  });
  const situation = inForce(world, finding.incident).situations.get(finding.situation);
  const parts: readonly WaitPart[] = [
    { cause: "coordination", ticks: finding.queued },
    { cause: findingCause(world, situation, finding.incident, finding.actor), ticks: finding.taken },
  ];
  for (const { seeker, since } of finding.joined) {
    chargeSeeker(world, seeker, since, parts);
    tellSeeker(world, seeker, made, cause);
  }
}

function tellSeeker(world: World, seeker: Seeker, made: boolean, cause: Cause): void {
  if (seeker.kind === "finding") {
    seeker.finding.neededMade = made;
    seeker.finding.neededCause = cause;
    awaitAnswer(world, seeker.finding, world.now);
  } else if (!seeker.request.ended) {
    seeker.request.findingMade = made;
    seeker.request.findingCause = cause;
    world.react.tell(seeker.request);
  }
}

/** The wait is charged to every asker behind who waits, as far as it waited. */
function chargeSeeker(world: World, seeker: Seeker, since: number, parts: readonly WaitPart[]): void {
  if (seeker.kind === "finding") {
    for (const other of seeker.finding.joined)
      chargeSeeker(world, other.seeker, Math.max(since, other.since), parts);
    return;
  }
  if (seeker.request.ended) return;
  for (const { asker, since: joined } of seeker.request.joined) {
    if (asker.task.state !== "closed") chargeParts(world, asker.task, Math.max(since, joined), parts);
  }
}
