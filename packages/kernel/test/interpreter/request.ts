import type { Authority } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { tickAfter } from "../../src/number/ticks.ts";
import { isOpen } from "./cell.ts";
import { allHold, conjunction, counted, holds } from "./condition.ts";
import { findingCause, seek } from "./finding.ts";
import { decidingCause, drawnJudge } from "./judgement.ts";
import { type Answer, askQuestion } from "./queue.ts";
import { chargeParts, countAnswer, note, noteTask } from "./record.ts";
import { drawnTicks, inForce, isRelaxed, liesIn, named, partyOf } from "./version.ts";
import type { Request, World } from "./world.ts";

/** How a request stands: `undefined` while it waits. */
export type Progress = { readonly denied: Cause | undefined } | undefined;

const given: Progress = { denied: undefined };

/** K40: starts a request. */
export function startRequest(world: World, request: Request): Progress {
  const authority = request.read;
  const cause = judge(world, request, authority);
  if (cause !== undefined) return { denied: cause };
  if (authority.in.length === 0 || authority.in.some((id) => isOpen(world, id, request.incident))) {
    return startStage(world, request);
  }
  return seekSituations(world, request);
}

/** K40 (1): conditions with the request's judgements drawn; the cause if they are not true. */
function judge(world: World, request: Request, authority: Authority): Cause | undefined {
  const { incident } = request;
  const party = partyOf(world, request.actor);
  const byDraw = drawnJudge(world, request.name, party, incident);
  if (holds(world, conjunction(world, incident, authority.when, authority.unless, byDraw))) return undefined;
  if (!holds(world, conjunction(world, incident, authority.when, authority.unless, counted)))
    return "law.basis";
  return decidingCause(world, authority, party, incident, byDraw, true);
}

/** K40 (2): the situations in order; the first made goes on. */
function seekSituations(world: World, request: Request): Progress {
  const authority = request.read;
  for (; request.situation < authority.in.length; request.situation++) {
    const id = authority.in[request.situation] ?? "";
    const outcome = seek(world, id, request.incident, request.actor, { kind: "request", request });
    if (outcome === "waiting") return undefined;
    if (outcome === "made") return startStage(world, request);
    const situation = inForce(world, request.incident).situations.get(id);
    request.findingCause = findingCause(world, situation, request.incident, request.actor);
  }
  return { denied: request.findingCause };
}

/** A wait of a request is over: of a finding, or of a stage. */
export function answerRequest(world: World, request: Request): Progress {
  if (request.stageOutcome !== undefined) return endStage(world, request);
  if (request.findingMade) return startStage(world, request);
  request.situation += 1;
  return seekSituations(world, request);
}

/** K40 (3): a stage starts by reading the authority again; its steps start together. */
function startStage(world: World, request: Request): Progress {
  const { incident } = request;
  const now = inForce(world, incident).authorities.get(request.authority);
  const lapsed = now === undefined || !liesIn(now.valid, world.now);
  const authority = now ?? request.read;
  request.read = authority;
  if (request.stage >= authority.steps.length) return given;
  if (lapsed && !isRelaxed(world, "law.basis")) return { denied: "law.basis" };
  const before = authority.steps.slice(0, request.stage).reduce((count, stage) => count + stage.length, 0);
  const answers = (authority.steps[request.stage] ?? []).flatMap((step, i): readonly Answer[] => {
    if (step.kind === "report-after" || !allHold(world, incident, step.when)) return [];
    const name = named(request.name, "step", before + i);
    const purposes = ["attention", "takes", "hesitates", "given"] as const;
    return [askQuestion(world, step, request.actor, incident, { name, purposes })];
  });
  const end = Math.max(world.now, ...answers.map((answer) => answer.end));
  request.stageOutcome = {
    from: world.now,
    answers,
    denied: answers.find((answer) => !answer.given)?.cause,
    parts: answers.find((answer) => answer.end === end)?.parts ?? [],
  };
  if (end === world.now) return endStage(world, request);
  scheduleAnswer(world, request, end);
  return undefined;
}

function endStage(world: World, request: Request): Progress {
  const outcome = request.stageOutcome;
  request.stageOutcome = undefined;
  if (outcome === undefined) return given;
  for (const answer of outcome.answers) countAnswer(world, answer.whom, answer.given);
  const details = { subject: request.authority, amount: request.stage, ticks: world.now - outcome.from };
  if (request.task === undefined) note(world, "stage", details);
  else noteTask(world, "stage", request.task, { ...details, organisation: request.actor });
  for (const { asker, since } of request.joined) {
    if (asker.task.state !== "closed")
      chargeParts(world, asker.task, Math.max(since, outcome.from), outcome.parts);
  }
  if (outcome.denied !== undefined) return { denied: outcome.denied };
  request.stage += 1;
  return startStage(world, request);
}

/** An `answer` event of a request. */
export function scheduleAnswer(world: World, request: Request, tick: number): void {
  world.events.schedule({
    tick,
    kind: "answer",
    name: request.name,
    owner: request,
    happen: () => world.react.answer(request),
  });
}

/** K40 (4): until when a standing permit lasts that is given now. */
export function lastsUntil(world: World, request: Request): number {
  const now = inForce(world, request.incident).authorities.get(request.authority) ?? request.read;
  if (now.lasts === undefined) return world.now;
  return tickAfter(world.now, drawnTicks(world, now.lasts, request.name, "lasts", request.incident.facts));
}
