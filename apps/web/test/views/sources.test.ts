import { describe, expect, it } from "vitest";
import { messages as causes } from "../../src/views/causes/messages/index.ts";
import { messages as law } from "../../src/views/law/messages/index.ts";
import { messages as roles } from "../../src/views/roles/messages/index.ts";
import { messages as sources } from "../../src/views/sources/messages/index.ts";
import { elementUses, gradeCounts, leansOn, usesOf } from "../../src/views/sources/provenance.ts";
import { markupOf, sampleEdition, viewOf } from "./sample-edition.ts";

const edition = sampleEdition();
const Causes = await viewOf("causes");
const Law = await viewOf("law");
const Roles = await viewOf("roles");
const Sources = await viewOf("sources");
const { study } = edition;
const uses = elementUses(study);

describe("sources", () => {
  it("[Q16] counts each quantity once", () => {
    const counts = gradeCounts(study, uses);
    const graded = Object.values(counts.byGrade).reduce((sum, count) => sum + count, 0);
    expect(counts.total).toBeGreaterThan(50);
    expect(graded + counts.assumptions + counts.unsourced).toBe(counts.total);
    expect(counts.assumptions).toBe(uses.reduce((sum, use) => sum + use.assumptions, 0));
    expect(markupOf(Sources, edition, "en")).toContain(`${counts.assumptions} of them assumptions`);
  });

  it("[Q17] finds where a source is used", () => {
    for (const source of study.sources.keys()) {
      const found = usesOf(uses, source);
      for (const use of uses)
        expect(found.includes(use)).toBe(use.source === source || (use.bySource.get(source) ?? 0) > 0);
    }
    const [source] = study.sources.keys();
    expect(usesOf(uses, source ?? "").length).toBeGreaterThan(0);
    expect(markupOf(Sources, edition, "en", { source: source ?? "" })).toContain("Where it is used");
  });

  it("[Q18] lists what a mission leans on", () => {
    const found = leansOn(study, "relief", uses).map(({ collection, id }) => `${collection} ${id}`);
    expect(found).toContain("tasks relief.supply");
    expect(found).toContain("missions relief");
    expect(found).not.toContain("tasks patrol.watch");
    expect(found.some((one) => one.startsWith("holdings "))).toBe(true);
    expect(leansOn(study, "no-such", uses)).toEqual([]);
  });
});

describe("all four views", () => {
  it("[Q19] show markup in the study as text", () => {
    const hostile = '<img src=x onerror="alert(1)">';
    const name = `name: {ja: '${hostile}', en: '${hostile}'}`;
    const danger = sampleEdition((text) => text.replaceAll(/name: \{ja: [^,}]+, en: [^,}]+\}/g, name));
    expect([...danger.study.missions.values()].some((mission) => mission.name.en === hostile)).toBe(true);
    for (const language of ["en", "ja"] as const) {
      for (const html of [
        markupOf(Roles, danger, language, { task: "relief.supply" }),
        markupOf(Causes, danger, language, { mission: "relief" }),
        markupOf(Law, danger, language),
        markupOf(Sources, danger, language),
      ]) {
        expect(html).toContain("&lt;img src=x");
        expect(html).not.toContain("<img");
      }
    }
  });

  it("[Q20] say the same in both languages", () => {
    const blanks = (text: string): readonly string[] =>
      [...text.matchAll(/\{[a-z-]+\}/g)].map(String).toSorted();
    for (const { en, ja } of [roles, causes, law, sources]) {
      expect(Object.keys(ja)).toEqual(Object.keys(en));
      for (const [key, text] of Object.entries(en))
        expect([key, ...blanks((ja as Record<string, string>)[key] ?? "")]).toEqual([key, ...blanks(text)]);
    }
  });
});
