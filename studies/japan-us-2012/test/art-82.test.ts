import { hoursBetween, parseDate } from "@shikumi/core/date";
import { type Explanation, type LegalQuestion, tellExplanation, type Verdict, verdict } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { flagship } from "./read-flagship.ts";

function asOf(date: string, question: Partial<LegalQuestion>): Verdict {
  const day = parseDate(date);
  if (day === undefined) throw new Error(date);
  return verdict(flagship, {
    actor: "JP-MSDF",
    activity: "escort",
    place: "gulf-of-aden",
    facts: { "beyond-coast-guard": "yes", attacker: "private" },
    hours: hoursBetween(flagship.charter.start, day),
    ...question,
  });
}

function linesOf(explanation: Explanation, authority: string): readonly Explanation[] {
  return [
    ...(explanation.authority === authority ? [explanation] : []),
    ...explanation.children.flatMap((child) => linesOf(child, authority)),
  ];
}

/** An explanation without the day it is read as of. */
function undated({ args, children, ...rest }: Explanation): unknown {
  const { date: _, ...others } = args;
  return { ...rest, args: others, children: children.map(undated) };
}

function textsOf(found: Verdict, language: "ja" | "en"): string {
  const told = tellExplanation(flagship, found.explanation, language);
  const texts = (line: typeof told): readonly string[] => [
    line.text,
    line.citation ?? "",
    line.source ?? "",
    ...line.children.flatMap(texts),
  ];
  return texts(told).join("\n");
}

function pendingWords({ pending }: Verdict): readonly string[] {
  return pending.map((one) =>
    one.kind === "finding"
      ? `finding ${one.situations.join()}`
      : one.kind === "judgement"
        ? `judgement ${one.judgement} ${one.by}`
        : `${one.step.kind} ${one.step.whom}`,
  );
}

// Defense of Japan and the Joint Staff Office: order of 13 March 2009 under art. 82; the Anti-Piracy Act in force 24 July 2009.
describe("escort by the navy in the Gulf of Aden", () => {
  it("[RC-09] has no basis for ships without a Japanese interest before 24 July 2009", () => {
    for (const date of ["2009-03-13", "2009-07-23"]) {
      const found = asOf(date, { beneficiary: "other-ships", situations: ["maritime-security"] });

      expect([date, found.kind, found.by]).toEqual([date, "no-basis", undefined]);
    }
  });

  it("[RC-09] is permitted under art. 82 for ships with a Japanese interest, once found, approved and ordered", () => {
    for (const beneficiary of ["japan-flag-ships", "japan-related-ships"]) {
      const found = asOf("2009-03-13", { beneficiary });

      expect([found.kind, found.by]).toEqual(["permitted", "L-JP-SDF82"]);
      expect(pendingWords(found)).toEqual([
        "finding maritime-security",
        "approval D-JP-PM",
        "order D-JP-MINDEF",
      ]);
    }
  });

  it("[RC-09] covers ships of any flag from 24 July 2009 under art. 82-2 and the Anti-Piracy Act", () => {
    for (const beneficiary of ["japan-flag-ships", "japan-related-ships", "other-ships"]) {
      const found = asOf("2009-07-24", { beneficiary });

      expect([found.kind, found.by]).toEqual(["permitted", "L-JP-PIRACY7"]);
    }
    expect(flagship.authorities.get("L-JP-PIRACY7")?.cites?.en).toContain("art. 82-2");
  });

  it("[RC-09] leaves art. 82 itself as it was", () => {
    const article = flagship.authorities.get("L-JP-SDF82");
    const before = asOf("2009-03-13", { beneficiary: "other-ships" });
    const after = asOf("2009-07-24", { beneficiary: "other-ships" });

    expect(article?.for).toEqual(["japan-flag-ships", "japan-related-ships"]);
    expect(article?.valid).toHaveLength(1);
    expect(article?.valid[0]?.until).toBe(Number.POSITIVE_INFINITY);
    expect(linesOf(before.explanation, "L-JP-SDF82").length).toBeGreaterThan(0);
    expect(linesOf(after.explanation, "L-JP-SDF82").map(undated)).toEqual(
      linesOf(before.explanation, "L-JP-SDF82").map(undated),
    );
  });

  it("[RC-09] is explained down to the article and its source, in both languages", () => {
    const before = asOf("2009-03-13", { beneficiary: "other-ships" });
    const after = asOf("2009-07-24", { beneficiary: "other-ships" });

    expect(textsOf(before, "ja")).toContain("自衛隊法第82条");
    expect(textsOf(before, "ja")).toContain("自衛隊法（昭和29年法律第165号）");
    expect(textsOf(before, "en")).toContain("SDF Act, art. 82");
    expect(textsOf(before, "en")).toContain("Self-Defense Forces Act (1954 No. 165)");
    expect(textsOf(after, "ja")).toContain("海賊対処法第7条、自衛隊法第82条の2");
    expect(textsOf(after, "ja")).toContain("平成21年法律第55号");
    expect(textsOf(after, "en")).toContain("Anti-Piracy Act, art. 7; SDF Act, art. 82-2");
  });

  it("[RC-09] comes after the coast guard, and only in special need", () => {
    const coastGuard = asOf("2012-03-31", { actor: "JP-JCG", beneficiary: "other-ships" });
    const navy = asOf("2012-03-31", { beneficiary: "other-ships" });
    const unneeded = asOf("2012-03-31", {
      beneficiary: "other-ships",
      judgements: { "special-need": false },
    });
    const [first] = flagship.roles.get("gulf-escort.escort-other")?.supports ?? [];

    expect([coastGuard.kind, coastGuard.by]).toEqual(["obliged", "L-JP-PIRACY5"]);
    expect(pendingWords(coastGuard)).toEqual([]);
    expect(pendingWords(navy)).toContain("judgement special-need D-JP-MINDEF");
    expect(unneeded.kind).toBe("no-basis");
    expect([flagship.roles.get("gulf-escort.escort-other")?.lead, first]).toEqual(["JP-JCG", "JP-MSDF"]);
  });

  it("[RC-09] does not reach what political groups or states do", () => {
    for (const attacker of ["political", "state-like"]) {
      const found = asOf("2012-03-31", {
        activity: "deter",
        beneficiary: "other-ships",
        facts: { "beyond-coast-guard": "yes", attacker },
      });

      expect([attacker, found.kind]).toEqual([
        attacker,
        attacker === "political" ? "no-basis" : "prohibited",
      ]);
    }
  });
});

describe("arrest at sea", () => {
  it("[RC-09] is made by coast guard officers, with the navy as their carrier", () => {
    const officers = asOf("2012-03-31", { actor: "JP-JCG", activity: "arrest", beneficiary: "other-ships" });
    const crew = asOf("2012-03-31", { activity: "arrest", beneficiary: "other-ships" });
    const carrier = asOf("2012-03-31", { activity: "arrest-operation", beneficiary: "other-ships" });
    const usNavy = asOf("2012-03-31", {
      actor: "US-NAVCENT",
      activity: "arrest",
      beneficiary: "other-ships",
    });

    expect(officers.kind).toBe("obliged");
    expect(crew.kind).toBe("no-basis");
    expect(carrier.kind).toBe("permitted");
    expect([usNavy.kind, usNavy.by]).toEqual(["prohibited", "L-US-PCA"]);
  });
});
