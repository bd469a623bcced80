import { type ParsedStudy, parseStudy } from "@shikumi/model";
import { describe, expect, it } from "vitest";
import { type Edits, editedText } from "./plain-study.ts";

const dates = "dates: [2012-01-02, 2012-01-09, 2012-01-16]";

/** Numbers that no study may have, and the diagnostic of each. */
const refused: readonly (readonly [string, Edits])[] = [
  ["horizon", { "horizon: 30 d": "horizon: 0 h" }],
  ["horizon", { "horizon: 30 d": "horizon: -1 d" }],
  ["horizon", { "horizon: 30 d": "horizon: 200 yr" }],
  ["futures", { "futures: 2": "futures: 0" }],
  ["replications", { "replications: 2": "replications: -3" }],
  ["replications", { "replications: 2": "replications: 1.5" }],
  ["rate", { [dates]: "rate: -1 /d" }],
  ["quantity", { "quantity: 4": "quantity: -4" }],
  ["quantity", { "quantity: 4": "quantity: .nan" }],
  ["quantity", { "quantity: 4": "quantity: .inf" }],
  ["quantity", { "quantity: 4": "quantity: 1e999" }],
  ["ready", { "ready: 0 h": "ready: -1 h" }],
  ["speed", { "speed: 900 km/h": "speed: 0 km/h" }],
  ["chance", { "given: 1": "given: 1.5" }],
  ["chance", { "given: 1": "given: -0.5" }],
  ["floor", { "floor: 0.5": "floor: 2" }],
  ["value", { "value: 10": "value: -10" }],
  ["expiry", { "expires: 4 h": "expires: -4 h" }],
  ["work", { "takes: 1 h": "takes: {uniform: [5 h, 1 h]}" }],
  ["work", { "takes: 1 h": "takes: {gamma: {mean: 1 h, shape: 0}}" }],
  ["work", { "takes: 1 h": "takes: {discrete: {1 h: 0, 2 h: 0}}" }],
  ["work", { "takes: 1 h": "takes: {observed: []}" }],
  ["attention", { "attention: 100 /h": "attention: 0 /h" }],
  ["weights", { "at: scene, dates": "at: {scene: 0}, dates" }],
];

function parsed(edits: Edits): ParsedStudy {
  return parseStudy([{ path: "study.yaml", text: editedText(edits) }]);
}

describe("bad input", () => {
  it.each(refused)("[V4] is an error with a place: %s, %o", (_, edits) => {
    const { study, diagnostics } = parsed(edits);
    const errors = diagnostics.filter(({ severity }) => severity === "error");

    expect(study).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
    for (const { span } of errors) expect(editedText(edits).slice(span.start, span.end)).not.toBe("");
  });
});
