import type { Source } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { formatCitation, formatSource } from "../../src/brief/format-source.ts";
import { sampleStudy } from "../sample/sample-study.ts";

function source(change: Partial<Source>): Source {
  const paper = sampleStudy.sources.get("harbour-paper");
  if (paper === undefined) throw new Error("the sample has a paper");
  return { ...paper, ...change };
}

describe("formatSource", () => {
  it("[P11] follows SIST 02 in Japanese: author. title. publisher, date.", () => {
    expect(formatSource(source({}), "ja")).toBe("港務局. 港の年報. 2011.");
    expect(formatSource(source({ author: "波花子" }), "ja")).toBe("波花子. 港の年報. 港務局, 2011.");
    expect(formatSource(source({ author: undefined, issued: undefined }), "ja")).toBe("港の年報. 港務局.");
  });

  it("[P11] is author–date in English", () => {
    expect(formatSource(source({}), "en")).toBe("Harbour Office (2011). Harbour yearbook.");
    expect(formatSource(source({ author: "H. Nami" }), "en")).toBe(
      "H. Nami (2011). Harbour yearbook. Harbour Office.",
    );
    expect(formatSource(source({ author: undefined, publisher: undefined }), "en")).toBe(
      "Harbour yearbook (2011).",
    );
  });

  it("[P11] cites by author or title and year", () => {
    expect(formatCitation(source({}), "ja")).toBe("港務局（2011）");
    expect(formatCitation(source({ author: undefined, issued: "2012-03-31" }), "en")).toBe(
      "Harbour yearbook 2012",
    );
  });
});
