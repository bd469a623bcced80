import type { RoleCell, RoleRow } from "@shikumi/assessment";
import { describe, expect, it } from "vitest";
import { sayer } from "../../src/messages/say.ts";
import { levelText, slotText } from "../../src/views/roles/amount-text.ts";
import { gateFacts, gateIds, lawFact } from "../../src/views/roles/gates.ts";
import { placeAfter } from "../../src/views/roles/grid-place.ts";
import { messages } from "../../src/views/roles/messages/index.ts";
import { acceptedText, readAccepted, rolePart, withAccepted } from "../../src/views/roles/role-rows.ts";
import { roleColumns, roleTableRows } from "../../src/views/roles/role-table.ts";
import { cellMarks } from "../../src/views/roles/role-words.ts";
import { editionWith, markupOf, sampleEdition, viewOf } from "./sample-edition.ts";

const edition = sampleEdition();
const Roles = await viewOf("roles");
const { study, assessment } = edition;
const rowOf = (task: string): RoleRow => {
  const row = assessment.roles.find((one) => one.task === task);
  if (row === undefined) throw new Error(task);
  return row;
};
const holed: RoleRow[] = assessment.roles.map((row) =>
  row.task === "relief.supply" ? { ...row, hole: true } : row,
);
const withHole = editionWith(edition, { assessment: { ...assessment, roles: holed } });
const say = sayer(messages, "en");

describe("role matrix", () => {
  it("[Q1] shows a domain, or the holes of all, party by party", () => {
    const storm = rolePart(study, assessment.roles, { domain: "storm", party: "", holesOnly: false });
    expect(storm.rows.map(({ task }) => task)).toEqual(["relief.clear", "relief.supply"]);
    expect(storm.organisations).toEqual([
      "MI-AKA-FIRE",
      "MI-INTERIOR",
      "MI-PORT",
      "MI-SHI-FIRE",
      "OS-FIRE",
      "OS-RELIEF",
    ]);
    const holes = rolePart(study, holed, { domain: "", party: "OST", holesOnly: true });
    expect(holes.rows.map(({ task }) => task)).toEqual(["relief.supply"]);
    expect(holes.organisations).toEqual(["OS-RELIEF"]);
  });

  it("[Q2] prints role, law, ability and share, and says them", () => {
    const cell: RoleCell = {
      organisation: "MI-PORT",
      role: "lead",
      verdict: "prohibited",
      able: true,
      accountable: true,
      delivered: { id: "x", value: 0, low: 0, high: 0, unit: "share", run: "x" },
    };
    expect(cellMarks(cell, say, "en")).toEqual({
      role: "L*",
      verdict: "×",
      able: "■",
      delivered: "0\u00a0%",
      words: "lead, prohibited, able, accountable, delivers 0\u00a0%",
    });
    expect(cellMarks({ ...cell, role: "none" }, say, "en").delivered).toBe("");
    const html = markupOf(Roles, edition, "en", { domain: "storm" });
    expect(html).toContain('aria-label="nothing links the two"');
    expect(html).toContain("no legal basis, able");
  });

  it("[Q3] moves by keys and never leaves the grid", () => {
    const size = { rows: 12, columns: 4 };
    const from = { row: 1, column: 3 };
    expect(placeAfter(from, "ArrowRight", false, size)).toEqual({ row: 1, column: 3 });
    expect(placeAfter(from, "ArrowLeft", false, size)).toEqual({ row: 1, column: 2 });
    expect(placeAfter(from, "ArrowDown", false, size)).toEqual({ row: 2, column: 3 });
    expect(placeAfter(from, "PageDown", false, size)).toEqual({ row: 11, column: 3 });
    expect(placeAfter(from, "PageUp", false, size)).toEqual({ row: 0, column: 3 });
    expect(placeAfter(from, "Home", false, size)).toEqual({ row: 1, column: 0 });
    expect(placeAfter(from, "End", true, size)).toEqual({ row: 11, column: 3 });
    expect(placeAfter(from, "a", false, size)).toBeUndefined();
    expect(
      markupOf(Roles, edition, "en", { domain: "storm" }).match(/tabindex="0" data-place/g),
    ).toHaveLength(1);
  });

  it("[Q4] keeps accepted holes in the link", () => {
    const accepted = withAccepted(withAccepted(new Map(), "b.x", " known “gap” "), "a.y", "later");
    expect(readAccepted(acceptedText(accepted))).toEqual(
      new Map([
        ["a.y", "later"],
        ["b.x", "known “gap”"],
      ]),
    );
    expect(acceptedText(withAccepted(new Map([["a", "b"]]), "a", " "))).toBe("");
    expect(readAccepted('[["a",1],"x"]')).toEqual(new Map());
    expect(readAccepted("{")).toEqual(new Map());
    const html = markupOf(Roles, withHole, "en", { holes: "1", accepted: '[["relief.supply","we know"]]' });
    expect(html).toContain("we know");
    expect(html).toContain("Accepted hole");
    expect(html).toContain("1 of them accepted");
  });

  it("[Q5] has a row of the table for each linked pair", () => {
    const part = rolePart(study, holed, { domain: "storm", party: "", holesOnly: true });
    const accepted = new Map([["relief.supply", "we know"]]);
    const rows = roleTableRows(study, part, accepted, say, "en");
    expect(rows.map(({ id }) => id)).toEqual([
      "relief.supply MI-INTERIOR",
      "relief.supply MI-PORT",
      "relief.supply OS-RELIEF",
    ]);
    const delivered = rowOf("relief.supply").cells.find(
      ({ organisation }) => organisation === "MI-PORT",
    )?.delivered;
    expect(rows[1]?.cells).toHaveLength(roleColumns(say).length);
    expect(rows[1]?.cells[7]).toMatchObject({ value: delivered?.value });
    expect(rows[1]?.cells.slice(-2)).toEqual(["yes", "we know"]);
    const bare = [{ ...rowOf("relief.supply"), cells: [] }];
    expect(roleTableRows(study, { rows: bare, organisations: [] }, new Map(), say, "en")).toHaveLength(1);
  });
});

describe("why not", () => {
  it("[Q6] shows the gates in order, the words of the law, and what closes it", () => {
    const html = markupOf(Roles, withHole, "en", { task: "relief.supply", organisation: "MI-PORT" });
    const places = gateIds.map((gate) => html.indexOf(`<h3>${say(`gate-${gate}`)}</h3>`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(html).toContain("Why not?");
    expect(html).toContain("roles-provision");
    expect(html).toContain("<b>Mechanism</b>");
    expect(markupOf(Roles, edition, "en", { task: "relief.supply" })).toContain("The gates of");
  });

  it("[Q7] reads the kind of case that gave the cell its verdict", () => {
    for (const row of assessment.roles) {
      const facts = gateFacts(study, row);
      if (facts === undefined) throw new Error(row.task);
      for (const cell of row.cells) expect(lawFact(study, facts, cell).verdict.kind).toBe(cell.verdict);
    }
  });

  it("[Q8] tells by which way an item is known", () => {
    const [item] = study.information.values();
    const [party] = study.parties.keys();
    const row = rowOf("fight-fire.contain");
    const facts = gateFacts(study, row);
    if (item === undefined || party === undefined || facts === undefined) throw new Error("no information");
    expect(facts.inform.length).toBeGreaterThan(0);
    for (const { item: known, ways } of facts.inform) {
      for (const { organisation, way, channels } of ways) {
        expect(way === "originator").toBe(known.from.includes(organisation));
        expect(way === "channel").toBe(channels.length > 0);
        if (way === "none") expect(known.release).toBeUndefined();
        for (const id of channels) {
          const types = study.mechanisms.get(id)?.information.flatMap((channel) => channel.types);
          expect(types).toContain(known.type);
        }
      }
    }
  });

  it("[Q9] prints quantities as written", () => {
    expect(slotText(study.charter.adHocCell.standsUp, "en")).toBe("3 h – 18 h");
    expect(slotText(study.charter.adHocCell.standsUp, "ja")).toBe("3時間〜18時間");
    const level = { ...study.charter.adHocCell.handles, amount: { kind: "number", value: 2 } } as const;
    expect(levelText(level, "en")).toMatch(/^2/);
    expect(levelText({ ...level, amount: { kind: "future", uncertainty: "u" } }, "en")).toBeUndefined();
  });
});
