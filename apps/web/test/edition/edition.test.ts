import { describe, expect, it } from "vitest";
import { EditionJoin, partsOf } from "../../src/index.ts";
import { harbourEdition } from "../small-edition.ts";

describe("parts", () => {
  it("[W3] make the edition again, long lists in small parts", async () => {
    const edition = await harbourEdition();
    const join = new EditionJoin();
    const parts = [...partsOf(edition)];
    for (const part of parts) join.take(structuredClone(part));

    expect(join.finish()).toEqual(edition);
    for (const { as, value: part } of parts)
      if (as === "item") expect((part as unknown[]).length).toBeLessThan(41);
  });

  it("[W3] of a study with errors leave out what it has not", async () => {
    const edition = { ...(await harbourEdition()), study: undefined, assessment: undefined };
    const join = new EditionJoin();
    for (const part of partsOf(edition)) join.take(part);

    expect(join.finish()).toEqual(edition);
  });
});
