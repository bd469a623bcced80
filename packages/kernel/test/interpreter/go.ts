import type { Place } from "@shikumi/model";
import { regionsAround } from "../../src/number/network.ts";
import { tickAfter } from "../../src/number/ticks.ts";
import { arrive } from "./act.ts";
import { readyTicks } from "./allocation.ts";
import { combine, mechanismsInForce, scheduleGo } from "./cell.ts";
import { askQuestion } from "./queue.ts";
import { chargeParts, countAnswer, noteAsker } from "./record.ts";
import { refuse } from "./refusal.ts";
import { covers, inForce, isRelaxed, named } from "./version.ts";
import type { Share, World } from "./world.ts";

/** K43–K46: a share of a permitted asker combines, gains access, gets ready and departs. */
export function go(world: World, share: Share): void {
  if (share.state === "ended" || share.state === "going") return;
  if (combine(world, share) === "wait") {
    share.state = "combining";
    return;
  }
  if (share.asker.access !== "given" && needsAccess(world, share)) {
    share.state = "seeking-access";
    if (!gainAccess(world, share)) return;
  }
  depart(world, share);
}

/** K44: whether the capability moves to a place that is not the actor's own, open, or unlocked by a mechanism. */
function needsAccess(world: World, share: Share): boolean {
  const { task, organisation } = share.asker;
  const capability = inForce(world).capabilities.get(share.capability);
  if (capability === undefined || capability.moves === "none") return false;
  const place = placeOf(world, share);
  const party = world.whole.organisations.get(organisation)?.party;
  if (place === undefined || place.access.kind === "open" || place.state === party) return false;
  if (isRelaxed(world, "mechanism")) return false;
  const around = regionsAround(inForce(world), place.id).map((region) => region.id);
  return !mechanismsInForce(world, task.incident)
    .filter((mechanism) => covers(world, mechanism.between, organisation))
    .flatMap((mechanism) => mechanism.access)
    .some(
      (access) =>
        access.at.some((id) => around.includes(id)) &&
        (access.to === undefined || covers(world, access.to, organisation)) &&
        (access.for === undefined || access.for.includes(task.task.activity)),
    );
}

function placeOf(world: World, share: Share): Place | undefined {
  return inForce(world).places.get(share.asker.task.place ?? "");
}

/** K44: consent is asked for once per asker; whether the share may go on now. */
function gainAccess(world: World, share: Share): boolean {
  const { asker } = share;
  const place = placeOf(world, share);
  if (place === undefined || asker.access === "pending") return false;
  const { access } = place;
  if (access.kind !== "consent") {
    noteAsker(world, "access", asker, { subject: place.id, cause: "mechanism" });
    refuse(world, asker, "mechanism");
    return false;
  }
  asker.access = "pending";
  const from = world.now;
  const question = { ...access, whom: access.by };
  const purposes = ["access-attention", "access-takes", "access-hesitates", "access-given"] as const;
  const answer = askQuestion(world, question, asker.organisation, asker.task.incident, {
    name: asker.name,
    purposes,
  });
  const happen = (): void => {
    countAnswer(world, answer.whom, answer.given);
    noteAsker(world, "access", asker, {
      subject: place.id,
      cause: answer.given ? "" : answer.cause,
      amount: answer.given ? 1 : 0,
      ticks: world.now - from,
    });
    chargeParts(world, asker.task, from, answer.parts);
    if (!answer.given) {
      refuse(world, asker, answer.cause);
      return;
    }
    asker.access = "given";
    for (const waiting of asker.task.shares) {
      if (waiting.asker === asker && waiting !== share && waiting.state === "seeking-access")
        scheduleGo(world, waiting);
    }
    if (world.now > from && share.state === "seeking-access") scheduleGo(world, share);
  };
  if (answer.end === world.now) {
    happen();
    return answer.given;
  }
  const name = named(asker.name, "access");
  world.events.schedule({ tick: answer.end, kind: "answer", name, owner: asker, happen });
  return false;
}

/** K46: departs when ready, arrives after the travel. */
function depart(world: World, share: Share): void {
  const from = world.now;
  share.state = "going";
  share.departs = Math.max(world.now, share.ready ?? tickAfter(world.now, readyTicks(world, share)));
  world.events.schedule({
    tick: tickAfter(share.departs, share.travel),
    kind: "arrive",
    name: share.name,
    owner: share,
    happen: () => arrive(world, share, from),
  });
}
