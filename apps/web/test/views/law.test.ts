import { describe, expect, it } from "vitest";
import { factsText, lawChoice, legalQuestion, switched } from "../../src/views/law/law-question.ts";
import { movedCells } from "../../src/views/law/moved-cells.ts";
import { markupOf, sampleEdition, viewOf } from "./sample-edition.ts";

const edition = sampleEdition();
const Law = await viewOf("law");
const { study } = edition;

describe("law", () => {
  it("[Q13] takes the question from the link and chooses the rest", () => {
    const plain = lawChoice(study, { activity: "no-such", left: "nobody", date: "yesterday" });
    const [mission] = study.missions.values();
    const [task] = mission?.tasks.values() ?? [];
    expect(plain.activity).toBe(task?.activity);
    expect(plain.date).toEqual(study.charter.start);
    const partyOf = (id: string | undefined): string | undefined => study.organisations.get(id ?? "")?.party;
    expect(partyOf(plain.left)).toBeDefined();
    expect(partyOf(plain.right)).not.toBe(partyOf(plain.left));
    const asked = lawChoice(study, {
      activity: "survey",
      left: "OS-NAVY",
      place: "strait",
      date: "2012-01-03",
      facts: factsText({ wind: "calm" }, "night", "yes"),
    });
    expect(legalQuestion(study, asked, asked.left)).toEqual({
      actor: "OS-NAVY",
      activity: "survey",
      hours: 48,
      sinceOnset: 0,
      facts: { night: "yes", wind: "calm" },
      place: "strait",
    });
    expect(factsText({ night: "yes" }, "night", "")).toBe("");
    const html = markupOf(Law, edition, "ja", { activity: "survey", left: "OS-NAVY", right: "MI-COAST" });
    expect(html).toContain("平成24年1月1日");
    expect(html.match(/class="law-verdict law-verdict-[a-z-]+"/g)).toHaveLength(2);
  });

  it("[Q14] switches a lever with what it needs", () => {
    const lever = [...study.levers.values()].find(({ needs }) => needs.length > 0);
    const needed = lever?.needs[0];
    if (lever === undefined || needed === undefined) throw new Error("no lever needs another");
    const on = switched(study, [], lever.id, true);
    expect(on).toEqual([lever.id, ...lever.needs].toSorted());
    expect(switched(study, on, lever.id, false)).toEqual(lever.needs.toSorted());
    expect(switched(study, on, needed, false)).not.toContain(lever.id);
  });

  it("[Q15] lists the cells that moved", () => {
    const { roles } = edition.assessment;
    expect(movedCells(roles, roles)).toEqual({ cells: [], closed: [], opened: [] });
    const after = roles.map((row) =>
      row.task === "relief.supply"
        ? {
            ...row,
            hole: true,
            cells: row.cells
              .filter(({ organisation }) => organisation !== "OS-RELIEF")
              .map((cell) => ({
                ...cell,
                verdict: cell.organisation === "MI-INTERIOR" ? ("permitted" as const) : cell.verdict,
                delivered: { ...cell.delivered, value: 0.123 },
              })),
          }
        : row,
    );
    const moved = movedCells(roles, after);
    expect(moved.cells.map(({ organisation, after: now }) => [organisation, now?.verdict])).toEqual([
      ["MI-INTERIOR", "permitted"],
      ["OS-RELIEF", undefined],
    ]);
    expect(moved.opened).toEqual(["relief.supply"]);
    expect(movedCells(after, roles).closed).toEqual(["relief.supply"]);
  });
});
