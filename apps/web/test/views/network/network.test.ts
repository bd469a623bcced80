import { applyLevers, isCovered } from "@shikumi/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayer } from "../../../src/messages/say.ts";
import { channelsOf, hindranceOf, obstaclesOf } from "../../../src/views/network/flows.ts";
import { messages } from "../../../src/views/network/messages/index.ts";
import {
  informationTypes,
  mechanismsLeft,
  networkChoice,
  unlocks,
} from "../../../src/views/network/network-choice.ts";
import { networkLayout, nextNode } from "../../../src/views/network/network-layout.ts";
import { channelTable, mechanismTable, obstacleTable } from "../../../src/views/network/network-words.ts";
import { markupOf, sampleEdition, viewOf } from "../sample-edition.ts";

const edition = sampleEdition();
const { study } = edition;
const Network = await viewOf("network");
const mechanisms = [...study.mechanisms.values()];
const organisations = [...study.organisations.keys()];

describe("the filters of the network", () => {
  it("[U16] leave what carries the type and works in the situation", () => {
    const types = informationTypes(study);
    expect(types.length).toBeGreaterThan(0);
    expect(mechanismsLeft(study, { mechanism: undefined, type: undefined, situation: undefined })).toEqual(
      mechanisms,
    );
    for (const type of types) {
      const left = mechanismsLeft(study, { mechanism: undefined, type, situation: undefined });
      expect(left).toEqual(
        mechanisms.filter((one) => one.information.some(({ types: own }) => own.includes(type))),
      );
    }
    for (const situation of study.situations.keys())
      for (const { in: within } of mechanismsLeft(study, {
        mechanism: undefined,
        type: undefined,
        situation,
      }))
        expect(within.length === 0 || within.includes(situation)).toBe(true);
    const [one] = mechanisms;
    expect(mechanismsLeft(study, { mechanism: one?.id, type: undefined, situation: undefined })).toEqual([
      one,
    ]);
  });

  it("[U16] take nothing from the link that the study lacks", () => {
    expect(networkChoice(study, { organisation: "x", mechanism: "y", type: "z", situation: "w" })).toEqual({
      organisation: undefined,
      mechanism: undefined,
      type: undefined,
      situation: undefined,
    });
    const [organisation = ""] = organisations;
    expect(networkChoice(study, { organisation }).organisation).toBe(organisation);
  });
});

describe("the layout of the network", () => {
  it.each([false, true])("[U17] puts every name under its party without overlap (narrow: %s)", (isNarrow) => {
    const { nodes, links, height } = networkLayout(study, mechanisms, isNarrow);
    expect(
      nodes
        .filter(({ kind }) => kind === "organisation")
        .map(({ of }) => of)
        .sort(),
    ).toEqual(organisations.toSorted());
    expect(nodes.filter(({ kind }) => kind === "mechanism")).toHaveLength(mechanisms.length);
    for (const column of ["left", "middle", "right"] as const) {
      const own = nodes.filter((node) => node.column === column).sort((a, b) => a.y - b.y);
      for (const [at, node] of own.entries()) {
        expect(node.y).toBeGreaterThan(0);
        expect(node.y).toBeLessThan(height);
        if (at > 0) expect(node.y - (own[at - 1]?.y ?? 0)).toBeGreaterThanOrEqual(17);
      }
    }
    let party = "";
    for (const { kind, of } of nodes) {
      if (kind === "party") party = of;
      if (kind === "organisation") expect(study.organisations.get(of)?.party).toBe(party);
    }
    const ids = new Set(nodes.map(({ id }) => id));
    for (const { from, to } of links) expect(ids.has(from) && ids.has(to)).toBe(true);
    expect(links.length).toBeGreaterThan(mechanisms.length);
  });

  it("[U17] depends on the study alone", () => {
    const reversed = networkLayout(study, mechanisms.toReversed(), false);
    const plain = networkLayout(study, mechanisms, false);
    const sorted = (layout: typeof plain): unknown => layout.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(reversed)).toEqual(sorted(plain));
  });

  it("[U18] leads keys to a neighbour, and never out of the drawing", () => {
    const { nodes } = networkLayout(study, mechanisms, false);
    const names = nodes.filter(({ kind }) => kind !== "party");
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"),
        (from, key) => {
          const to = nextNode(nodes, from.id, key as Parameters<typeof nextNode>[2]);
          expect(to?.kind).not.toBe("party");
          const column = names.filter((node) => node.column === from.column).sort((a, b) => a.y - b.y);
          const at = column.indexOf(from);
          if (key === "ArrowDown") expect(to).toBe(column[Math.min(column.length - 1, at + 1)]);
          if (key === "ArrowUp") expect(to).toBe(column[Math.max(0, at - 1)]);
          if (key === "Home") expect(to).toBe(column[0]);
          if (key === "End") expect(to).toBe(column.at(-1));
          if (key === "ArrowRight" && from.column === "left") expect(to?.column).toBe("middle");
          if (key === "ArrowLeft" && from.column === "left") expect(to).toBe(from);
        },
      ),
    );
    expect(nextNode([], "x", "Home")).toBeUndefined();
  });
});

describe("what an organisation can tell", () => {
  // At present no channel joins anybody here; a lever opens one.
  const opened = applyLevers(study, ["hotline"]).study;
  if (opened === undefined) throw new Error("the lever makes no study");
  const channelled = [...opened.mechanisms.values()];

  it("[U19] is what the mechanisms that cover it carry", () => {
    let told = 0;
    for (const organisation of organisations) {
      const channels = channelsOf(opened, organisation, channelled);
      const covering = channelled.filter(({ between }) => isCovered(opened, between, organisation));
      expect(channels).toHaveLength(covering.reduce((sum, { information }) => sum + information.length, 0));
      for (const { organisations: others, mechanism, parties } of channels) {
        told++;
        expect(others).not.toContain(organisation);
        for (const id of [...others, ...parties]) expect(mechanism.between).toContain(id);
      }
    }
    expect(told).toBeGreaterThan(1);
  });

  it("[U20] names why not: no channel, classified, not in force, or in situations only", () => {
    const channelling = channelled.find(({ information }) => information.length > 0);
    const item = [...study.information.values()][0];
    const [from = "", to = ""] = organisations;
    if (channelling === undefined || item === undefined) throw new Error("no channel");
    const carrier = { ...channelling, between: [from, to] };
    const [lowest = "", highest = ""] = [
      study.charter.classifications[0],
      study.charter.classifications.at(-1),
    ];
    const channel = carrier.information[0];
    if (channel === undefined) throw new Error("the channel carries nothing");
    const always = [{ from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }];
    const why = (change: Partial<typeof carrier>, classed = lowest): unknown => {
      const changed = {
        ...carrier,
        in: [],
        valid: always,
        information: [{ ...channel, types: ["news"] }],
        ...change,
      };
      const one = { ...study, mechanisms: new Map([[carrier.id, changed]]) };
      return hindranceOf(one, { ...item, type: "news", classed }, from, to);
    };
    expect(why({})).toBeUndefined();
    expect(why({ information: [] })).toEqual({ kind: "none" });
    expect(why({ information: [{ ...channel, types: ["news"], upTo: lowest }] }, highest)).toEqual({
      kind: "classified",
      channel: carrier.id,
      upTo: lowest,
    });
    expect(why({ valid: [{ from: 10, until: 20 }] })).toEqual({ kind: "not-in-force", channel: carrier.id });
    expect(why({ in: ["never"] })).toEqual({ kind: "situation", channel: carrier.id, situations: ["never"] });
  });

  it("[U20] has no obstacle where a channel brings an item", () => {
    const found = organisations.flatMap((organisation) =>
      obstaclesOf(opened, organisation, undefined).map((obstacle) => ({ organisation, ...obstacle })),
    );
    for (const { organisation, direction, item, other, tasks } of found) {
      const [from, to] = direction === "tells" ? [organisation, other] : [other, organisation];
      expect(hindranceOf(opened, item, from, to)).toBeDefined();
      expect(item.from).toContain(from);
      expect(tasks.length).toBeGreaterThan(0);
    }
    const without = { ...opened, mechanisms: new Map() };
    const more = organisations.flatMap((organisation) => obstaclesOf(without, organisation, undefined));
    expect(more.length).toBeGreaterThan(found.length);
    expect(more.every(({ hindrance }) => hindrance.kind === "none")).toBe(true);
  });
});

describe("the view of the network", () => {
  it("[U18] makes one name a stop of the tab key, and links every name to itself", () => {
    const [organisation = ""] = organisations;
    const markup = markupOf(Network, edition, "en", { organisation });
    expect(markup.match(/data-node="[^"]*" tabindex="0"|tabindex="0" data-node/gi) ?? []).toHaveLength(1);
    expect(markup).toContain(`#/network?organisation=${organisation}`);
    expect(markup).toContain('aria-current="true"');
    for (const id of study.mechanisms.keys()) expect(markup).toContain(`mechanism=${id}`);
  });

  it("[U21] has a table row for each mechanism shown", () => {
    for (const language of ["en", "ja"] as const) {
      const voice = { study, say: sayer(messages, language), language };
      const { columns, rows } = mechanismTable(voice, mechanisms);
      expect(rows.map(({ id }) => id)).toEqual(mechanisms.map(({ id }) => id));
      for (const [at, { cells }] of rows.entries()) {
        expect(cells).toHaveLength(columns.length);
        const unlocked = unlocks(mechanisms[at] as (typeof mechanisms)[number]);
        expect(cells[1]).toBe(
          unlocked.map((one) => messages[language][`unlocks-${one}`]).join(messages[language].and),
        );
      }
      for (const organisation of organisations)
        for (const { cells } of [
          ...channelTable(voice, organisation, mechanisms).rows,
          ...obstacleTable(voice, organisation, undefined).rows,
        ])
          expect(JSON.stringify(cells)).not.toMatch(/\{[a-z-]+\}/);
    }
  });

  it("[U22] shows markup in the study's texts as text", () => {
    const hostile = sampleEdition((text) =>
      text.replaceAll(/(\{[^{}\n]*\ben: )([A-Z][^"{},\n]*)([,}])/g, '$1"<img src=x onerror=alert(1)>$2"$3'),
    );
    const [organisation = ""] = hostile.study.organisations.keys();
    const [mechanism = ""] = hostile.study.mechanisms.keys();
    const markup = [
      markupOf(Network, hostile, "en", { organisation }),
      markupOf(Network, hostile, "en", { mechanism }),
    ].join("");
    expect(markup).toContain("&lt;img src=x");
    expect(markup).not.toContain("<img");
  });

  it("[U23] has the same keys and blanks in both languages", () => {
    const blanks = (text: string): readonly string[] =>
      [...text.matchAll(/\{([a-z-]+)\}/g)].map(([one]) => one).sort();
    expect(Object.keys(messages.ja)).toEqual(Object.keys(messages.en));
    for (const [key, text] of Object.entries(messages.en))
      expect(blanks((messages.ja as Record<string, string>)[key] ?? ""), key).toEqual(blanks(text));
  });
});
