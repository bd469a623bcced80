import type { Language } from "@shikumi/core/diagnostic";
import type { Id, Mechanism, Study } from "@shikumi/model";
import { organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import type { TableColumn, TableRow } from "../../part/table-data.ts";
import { type Channel, channelsOf, type Hindrance, obstaclesOf } from "./flows.ts";
import type { NetworkKey } from "./messages/index.ts";
import { unlocks } from "./network-choice.ts";

/** What the words of the view need to speak. */
export interface Voice {
  readonly study: Study;
  readonly say: Say<NetworkKey>;
  readonly language: Language;
}

interface TableParts {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Name of a type of information or a classification: from the glossary, else its code. */
export function wordName({ study, language }: Voice, word: string): string {
  return study.glossary.get(word)?.name[language] || word;
}

/** Names of parties and organisations; a party stands for all of it. */
export function endsText(voice: Voice, ids: readonly Id[]): string {
  const { study, say, language } = voice;
  return ids
    .map((id) => {
      const party = study.parties.get(id);
      return party === undefined || study.organisations.has(id)
        ? organisationName(study, id, language)
        : say("whole-party", { party: party.name[language] || id });
    })
    .join(say("and"));
}

/** What a mechanism carries, in words; empty for one that carries nothing. */
export function carriesText(voice: Voice, { information }: Mechanism): string {
  const { say } = voice;
  return information
    .map(({ types, upTo }) =>
      say("carries-text", {
        types: types.map((type) => wordName(voice, type)).join(say("and")),
        level: wordName(voice, upTo),
      }),
    )
    .join(say("and"));
}

/** Names of situations; `always` for none. */
export function situationsText({ study, say, language }: Voice, ids: readonly Id[]): string {
  return ids.length === 0
    ? say("always")
    : ids.map((id) => study.situations.get(id)?.name[language] || id).join(say("and"));
}

/** What a mechanism gives, in words. */
export function unlocksText({ say }: Voice, mechanism: Mechanism): string {
  return unlocks(mechanism)
    .map((one) => say(`unlocks-${one}`))
    .join(say("and"));
}

/** Mechanisms, one row each: what they give, whom they join, what they carry, when. */
export function mechanismTable(voice: Voice, mechanisms: readonly Mechanism[]): TableParts {
  const { say, language } = voice;
  return {
    columns: [
      { id: "mechanism", title: say("column-mechanism") },
      { id: "unlocks", title: say("column-unlocks") },
      { id: "between", title: say("column-between") },
      { id: "carries", title: say("column-carries") },
      { id: "in", title: say("column-in") },
    ],
    rows: mechanisms.map((mechanism) => ({
      id: mechanism.id,
      cells: [
        mechanism.name[language] || mechanism.id,
        unlocksText(voice, mechanism),
        endsText(voice, mechanism.between),
        carriesText(voice, mechanism),
        situationsText(voice, mechanism.in),
      ],
    })),
  };
}

/** Whom an organisation can tell what, through which channel. */
export function channelTable(voice: Voice, organisation: Id, mechanisms: readonly Mechanism[]): TableParts {
  const { study, say, language } = voice;
  return {
    columns: [
      { id: "types", title: say("column-types") },
      { id: "level", title: say("column-level") },
      { id: "to", title: say("column-to") },
      { id: "through", title: say("column-through") },
      { id: "in", title: say("column-in") },
    ],
    rows: channelsOf(study, organisation, mechanisms).map((channel, at) => ({
      id: String(at),
      cells: [
        channel.types.map((type) => wordName(voice, type)).join(say("and")),
        wordName(voice, channel.upTo),
        toText(voice, organisation, channel),
        channel.mechanism.name[language] || channel.mechanism.id,
        situationsText(voice, channel.mechanism.in),
      ],
    })),
  };
}

function toText(voice: Voice, organisation: Id, { parties, organisations }: Channel): string {
  const own = voice.study.organisations.get(organisation)?.party;
  const foreign = parties.filter((party) => party !== own);
  return endsText(voice, [...(foreign.length > 0 ? foreign : parties), ...organisations]);
}

/** What stands in the way of what an organisation has to tell and to learn. */
export function obstacleTable(voice: Voice, organisation: Id, type: string | undefined): TableParts {
  const { study, say, language } = voice;
  return {
    columns: [
      { id: "item", title: say("column-item") },
      { id: "direction", title: say("column-other") },
      { id: "hindrance", title: say("column-hindrance") },
      { id: "otherwise", title: say("column-otherwise") },
      { id: "tasks", title: say("column-tasks") },
    ],
    rows: obstaclesOf(study, organisation, type).map(({ direction, item, other, hindrance, tasks }) => ({
      id: `${direction} ${item.id} ${other}`,
      cells: [
        say("item-text", {
          item: item.name[language] || item.id,
          type: wordName(voice, item.type),
          level: wordName(voice, item.classed),
        }),
        say(`other-${direction}`, { organisation: organisationName(study, other, language) }),
        hindranceText(voice, hindrance),
        say(item.release === undefined ? "otherwise-never" : "otherwise-release"),
        tasks.map((task) => taskName(study, task, language)).join(say("and")),
      ],
    })),
  };
}

function hindranceText(voice: Voice, hindrance: Hindrance): string {
  const { study, say, language } = voice;
  const channel = (id: Id): string => study.mechanisms.get(id)?.name[language] || id;
  switch (hindrance.kind) {
    case "none":
      return say("hindrance-none");
    case "classified":
      return say("hindrance-classified", {
        channel: channel(hindrance.channel),
        level: wordName(voice, hindrance.upTo),
      });
    case "not-in-force":
      return say("hindrance-not-in-force", { channel: channel(hindrance.channel) });
    case "situation":
      return say("hindrance-situation", {
        channel: channel(hindrance.channel),
        situations: situationsText(voice, hindrance.situations),
      });
  }
}
