import type { Id, Information } from "@shikumi/model";
import { distributionValue } from "../../src/number/amount.ts";
import { draw } from "../../src/number/future.ts";
import { ticksOf } from "../../src/number/ticks.ts";
import { mechanismsInForce } from "./cell.ts";
import { trustOf } from "./stock.ts";
import { covers, inForce, isRelaxed, level, named } from "./version.ts";
import type { Asker, World } from "./world.ts";

interface Way {
  readonly granted: boolean;
  readonly ticks: number;
}

/** K31: what a task knows, as far as it is in force, in the order written. */
export function itemsOf(world: World, asker: Asker): readonly Information[] {
  const { information } = inForce(world, asker.task.incident);
  return asker.task.task.knows.flatMap((id) => information.get(id) ?? []);
}

/** K31: how long it takes until all items are known, or until the first refusal. Each item with how often it had gone stale. */
export function seekInformation(
  world: World,
  asker: Asker,
  items: readonly { readonly item: Information; readonly attempt: number }[],
): Way {
  if (isRelaxed(world, "mechanism")) return { granted: true, ticks: 0 };
  const ways = items.map(({ item, attempt }) => wayOf(world, asker, item, attempt));
  const refused = ways.filter((way) => !way.granted);
  if (refused.length > 0) return { granted: false, ticks: Math.min(...refused.map((way) => way.ticks)) };
  return { granted: true, ticks: Math.max(0, ...ways.map((way) => way.ticks)) };
}

function wayOf(world: World, asker: Asker, item: Information, attempt: number): Way {
  if (item.from.includes(asker.organisation)) return { granted: true, ticks: 0 };
  const channels = item.from.flatMap((originator) => channelTicks(world, asker, item, originator, attempt));
  if (channels.length > 0) return { granted: true, ticks: Math.min(...channels) };
  const { release } = item;
  if (release === undefined) return { granted: false, ticks: 0 };
  const releases = item.from.map((originator) => releaseOf(world, asker, item, release, originator, attempt));
  const granted = releases.filter((way) => way.granted);
  if (granted.length > 0) return { granted: true, ticks: Math.min(...granted.map((way) => way.ticks)) };
  return { granted: false, ticks: Math.max(0, ...releases.map((way) => way.ticks)) };
}

/** K31: delays of the channels in force from one originator. */
function channelTicks(
  world: World,
  asker: Asker,
  item: Information,
  originator: Id,
  attempt: number,
): readonly number[] {
  const { incident } = asker.task;
  const { classifications } = world.whole.charter;
  return mechanismsInForce(world, incident)
    .filter((mechanism) =>
      [originator, asker.organisation].every((id) => covers(world, mechanism.between, id)),
    )
    .flatMap((mechanism) => mechanism.information)
    .filter((channel) => channel.types.includes(item.type))
    .filter((channel) => classifications.indexOf(item.classed) <= classifications.indexOf(channel.upTo))
    .map((channel) => {
      const u = draw(nameFrom(world, asker, item, originator), "channel", attempt);
      return ticksOf(distributionValue(channel.takes.distribution, world.values, incident.facts, u));
    });
}

/** K31: an ad hoc release, scaled by the originator's party's trust in the actor's. */
function releaseOf(
  world: World,
  asker: Asker,
  item: Information,
  release: NonNullable<Information["release"]>,
  originator: Id,
  attempt: number,
): Way {
  const { facts } = asker.task.incident;
  const party = (id: Id): Id | undefined => world.whole.organisations.get(id)?.party;
  const trust = trustOf(world, party(originator), party(asker.organisation));
  const name = nameFrom(world, asker, item, originator);
  const granted = draw(name, "chance", attempt) < level(world, release.chance, facts) * trust;
  const hours = distributionValue(
    release.takes.distribution,
    world.values,
    facts,
    draw(name, "release", attempt),
  );
  return { granted, ticks: ticksOf(hours * (2 - trust)) };
}

function nameFrom(world: World, asker: Asker, item: Information, originator: Id): ReturnType<typeof named> {
  const key = world.whole.organisations.get(originator)?.key ?? originator;
  return named(asker.task.name, `information/${item.key}`, `from/${key}`);
}
