import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRoute, routeHash } from "../../src/index.ts";

const name = fc
  .string({ minLength: 1 })
  .filter((text) => text !== "lang" && !/^\d+$/.test(text) && text !== "__proto__");

describe("a link", () => {
  it("[W5] is the route it was written from", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }),
        fc.dictionary(name, fc.string({ minLength: 1, unit: "grapheme" }), { noNullPrototype: true }),
        fc.constantFrom("ja" as const, "en" as const),
        (view, params, language) => {
          const route = { view, params, language };
          expect(readRoute(routeHash(route), "en")).toEqual(route);
        },
      ),
    );
  });

  it("[W5] without anything is the overview in the reader's language", () => {
    expect(readRoute("", "ja")).toEqual({ view: "overview", params: {}, language: "ja" });
    expect(readRoute("#/roles", "en")).toEqual({ view: "roles", params: {}, language: "en" });
    expect(readRoute("#/%E0%A4%A?lang=xx", "en").view).toBe("%E0%A4%A");
  });

  it("[W5] has one order of params, and none that are empty", () => {
    const params = { b: "2", a: "1", c: "" };
    expect(routeHash({ view: "law", params, language: "ja" })).toBe("#/law?a=1&b=2&lang=ja");
  });
});
