import type { Authority } from "@shikumi/model";
import type { Cause } from "../../src/cause.ts";
import { mechanismsInForce, scheduleGo } from "./cell.ts";
import { itemsOf, seekInformation } from "./inform.ts";
import { barringCause, fits, isBarred, isFree, provisionAt } from "./law.ts";
import { chargeWait, note, noteAsker } from "./record.ts";
import { refuse } from "./refusal.ts";
import { answerRequest, lastsUntil, type Progress, startRequest } from "./request.ts";
import { covers, inForce, isRelaxed, named } from "./version.ts";
import type { Asker, Request, World } from "./world.ts";

/** K30: first inform, then permit; one that joined a standing request goes on with its answer. */
export function ask(world: World, asker: Asker): void {
  const { resume } = asker;
  asker.resume = undefined;
  if (resume === undefined) {
    inform(world, asker);
  } else if (resume.denied === undefined) {
    permitted(world, asker, resume.authority);
  } else {
    denied(world, asker, resume.authority, resume.denied);
    walk(world, asker);
  }
}

/** K31 at first asking. */
function inform(world: World, asker: Asker): void {
  const way = seekInformation(
    world,
    asker,
    itemsOf(world, asker).map((item) => ({ item, attempt: 0 })),
  );
  const happen = (): void => {
    chargeWait(world, asker.task, "mechanism", way.ticks);
    if (!way.granted) {
      refuse(world, asker, "mechanism");
      return;
    }
    if (asker.task.task.knows.length > 0) {
      noteAsker(world, "informed", asker, { cause: way.ticks > 0 ? "mechanism" : "", ticks: way.ticks });
    }
    for (const item of asker.task.task.knows) asker.informed.set(item, { tick: world.now, attempts: 0 });
    permit(world, asker);
  };
  if (way.ticks === 0) happen();
  else
    world.events.schedule({
      tick: world.now + way.ticks,
      kind: "answer",
      name: asker.name,
      owner: asker,
      happen,
    });
}

/** K33: who is free and not barred is permitted at once; others walk the provisions. */
function permit(world: World, asker: Asker): void {
  const { organisation } = asker;
  if (isFree(world, organisation) && !isBarred(world, asker)) permitted(world, asker, undefined);
  else walk(world, asker);
}

/** K33: the provisions in the order of K35, from where the asker stands. */
function walk(world: World, asker: Asker): void {
  const { organisation, task } = asker;
  while (asker.walk < world.provisions.length) {
    const authority = provisionAt(world, asker.walk, task);
    asker.walk += 1;
    if (authority?.says === "must-not") {
      const cause = barringCause(world, authority, asker);
      if (cause === undefined) continue;
      refuse(world, asker, cause);
      return;
    }
    if (authority === undefined || !fits(world, authority, organisation, task)) continue;
    asker.fitted = true;
    if (authority.lasts !== undefined) {
      joinStanding(world, asker, authority);
      return;
    }
    const progress = startOwn(world, asker, authority);
    if (progress === undefined) return;
    if (progress.denied === undefined) {
      permitted(world, asker, authority.id);
      return;
    }
    denied(world, asker, authority.id, progress.denied);
  }
  if (isFree(world, organisation) || (isRelaxed(world, "law.basis") && !asker.fitted)) {
    permitted(world, asker, undefined);
  } else {
    refuse(world, asker, asker.latestDenial ?? "law.basis");
  }
}

function denied(world: World, asker: Asker, authority: string, cause: Cause): void {
  asker.latestDenial = cause;
  noteAsker(world, "denied", asker, { subject: authority, cause });
}

/** K33: an existing permit permits, a pending request is joined, else one is started and joined. */
function joinStanding(world: World, asker: Asker, authority: Authority): void {
  const state = world.standing.get(authority.id) ?? { until: 0, attempts: 0, pending: undefined };
  world.standing.set(authority.id, state);
  if (world.now < state.until) {
    permitted(world, asker, authority.id);
  } else if (state.pending !== undefined) {
    state.pending.joined.push({ asker, since: world.now });
  } else {
    const name = named(world.run, `permit/${authority.key}`, state.attempts++);
    const request = requestOf(world, asker, authority, name, true);
    state.pending = request;
    endStanding(world, request, startRequest(world, request));
  }
}

function startOwn(world: World, asker: Asker, authority: Authority): Progress {
  const request = requestOf(world, asker, authority, named(asker.name, `authority/${authority.key}`), false);
  asker.request = request;
  const progress = startRequest(world, request);
  if (progress !== undefined) asker.request = undefined;
  return progress;
}

function requestOf(
  world: World,
  asker: Asker,
  authority: Authority,
  name: Request["name"],
  standing: boolean,
): Request {
  return {
    ...{ authority: authority.id, name, standing, incident: asker.task.incident, actor: asker.organisation },
    ...{ task: standing ? undefined : asker.task, read: authority, joined: [{ asker, since: world.now }] },
    ...{
      situation: 0,
      stage: 0,
      findingMade: false,
      findingCause: "law.decision",
      stageOutcome: undefined,
      ended: false,
    },
  };
}

/** An `answer` event of a request. */
export function answered(world: World, request: Request): void {
  const progress = answerRequest(world, request);
  if (request.standing) {
    endStanding(world, request, progress);
    return;
  }
  const asker = request.joined[0]?.asker;
  if (progress === undefined || asker === undefined) return;
  asker.request = undefined;
  if (progress.denied === undefined) {
    permitted(world, asker, request.authority);
  } else {
    denied(world, asker, request.authority, progress.denied);
    walk(world, asker);
  }
}

/** K40 (4): how a standing request ends reaches all who joined it, by `ask` events now. */
function endStanding(world: World, request: Request, progress: Progress): void {
  const state = world.standing.get(request.authority);
  if (progress === undefined || state === undefined) return;
  request.ended = true;
  state.pending = undefined;
  if (progress.denied === undefined) {
    state.until = lastsUntil(world, request);
    note(world, "permit", { subject: request.authority });
  }
  for (const { asker } of request.joined) {
    if (asker.task.state === "closed" || asker.state !== "asking") continue;
    asker.resume = { authority: request.authority, denied: progress.denied };
    world.events.schedule({
      tick: world.now,
      kind: "ask",
      name: asker.name,
      owner: asker,
      happen: () => world.react.ask(asker),
    });
  }
}

/** K33, K42: an asker that has been permitted; a joint task also wants agreements with its other askers. */
function permitted(world: World, asker: Asker, authority: string | undefined): void {
  noteAsker(world, "permit", asker, { subject: authority ?? "" });
  asker.weapons = inForce(world, asker.task.incident).authorities.get(authority ?? "")?.weapons;
  if (asker.task.task.joint && !isAgreed(world, asker)) {
    refuse(world, asker, "mechanism");
    return;
  }
  asker.state = "permitted";
  for (const share of asker.task.shares) {
    if (share.asker !== asker || share.state !== "asking") continue;
    scheduleGo(world, share);
  }
}

/** K42: an agreement for this activity with every other asker of another party that is not refused. */
function isAgreed(world: World, asker: Asker): boolean {
  if (isRelaxed(world, "mechanism")) return true;
  const { task } = asker;
  const party = (other: Asker): string | undefined =>
    world.whole.organisations.get(other.organisation)?.party;
  const agreements = mechanismsInForce(world, task.incident).filter((mechanism) =>
    mechanism.agreement.includes(task.task.activity),
  );
  return [...task.askers.values()]
    .filter((other) => other.state !== "refused" && party(other) !== party(asker))
    .every((other) =>
      agreements.some((mechanism) =>
        [asker, other].every(({ organisation }) => covers(world, mechanism.between, organisation)),
      ),
    );
}
