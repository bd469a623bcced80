import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess.ts";
import type { EqualityDefinition } from "../../src/findings.ts";
import { type Edits, editedStudy } from "./plain-study.ts";
import { unbalancedCauses, unsoundFigures } from "./sound-number.ts";

const dates = "dates: [2012-01-02, 2012-01-09, 2012-01-16]";
const people = "people: {name: {ja: 人々, en: People}, party: OWN}";

/** An uncertainty that takes every value there is, and more futures to see it. */
function wild(values: string): Edits {
  return {
    "roles:": `uncertainties: {wild: {values: {${values}}, assumption: true}}\nroles:`,
    "futures: 2": "futures: 6",
  };
}

/** Definitions of equality that split one whole among the parties. */
const shared: readonly EqualityDefinition[] = ["decision", "obligation", "risk"];

/** Studies whose numbers are as bad as the language lets them be. */
const scenarios: Readonly<Record<string, Edits>> = {
  "nothing bad": {},
  "one future and one replication": { "futures: 2, replications: 2": "futures: 1, replications: 1" },
  "one future of many replications": { "futures: 2, replications: 2": "futures: 1, replications: 7" },
  "units nobody has": { "quantity: 4": "quantity: 0" },
  "units without end": { "quantity: 4": "quantity: 1000000000", "{unit: 1}": "{unit: 1000000}" },
  "a need far above what there is": { "{unit: 1}": "{unit: 1000000}" },
  "a need of nothing": { "{unit: 1}": "{unit: 0}" },
  "law that has lapsed": { "says: may": "says: may\n    until: 2011-06-01" },
  "law that forbids": { "says: may": "says: must-not" },
  "law that is undetermined": { "says: may": "says: may\n    when: [{fact: grave}]" },
  "law that is not encoded": { "says: may": "says: may\n    not-encoded: {ja: 要件, en: Requirements}" },
  "a consent never given": { "given: 1": "given: 0" },
  "a decider with hardly any attention": { "attention: 100 /h": "attention: 1 /yr" },
  "a step that takes ninety years": { "takes: 0 h}": "takes: 90 yr}" },
  "a channel that is not there": { "types: [picture]": "types: [contact]" },
  "work that takes no time": { "takes: 1 h": "takes: 0 h" },
  "work that takes longer than the horizon": { "takes: 1 h": "takes: 90 d" },
  "work that begins after all time": { "ready: 0 h": "ready: 110 yr" },
  "work whose time varies beyond all bounds": {
    "takes: 1 h": "takes: {lognormal: {median: 1 h, sigma: 12}}",
  },
  "work that takes nothing on average": { "takes: 1 h": "takes: {exponential: 0 h}" },
  "work whose bounds cross in some futures": {
    "takes: 1 h": "takes: {uniform: [{future: wild}, 1 h]}",
    ...wild("uniform: [-9 h, 9 h]"),
  },
  "a chance beyond 0 and 1 in some futures": {
    "given: 1": "given: {future: wild}",
    ...wild("uniform: [-9, 9]"),
  },
  "negative units in some futures": {
    "quantity: 4": "quantity: {future: wild}",
    ...wild("uniform: [-9 unit, 9 unit]"),
  },
  "a negative rate in some futures": {
    [dates]: "rate: {future: wild}",
    ...wild("uniform: [-9 /d, 9 /d]"),
  },
  "a negative limit in some futures": {
    "expires: 4 h": "expires: {future: wild}",
    ...wild("uniform: [-9 h, 9 h]"),
  },
  "a negative floor in some futures": {
    "floor: 0.5": "floor: {future: wild}",
    ...wild("uniform: [-9, 9]"),
  },
  "a negative value in some futures": {
    "value: 10": "value: {future: wild}",
    ...wild("uniform: [-9, 9]"),
  },
  "a task that expires at once": { "expires: 4 h": "expires: 0 h" },
  "a task without hazard": { "hazard: 1": "hazard: 0" },
  "a task worth nothing": { "value: 10": "value: 0" },
  "no task that is an outcome": { "outcome: true, value: 10, expires: 4 h, hazard: 1": "expires: 4 h" },
  "a task worth more than can be counted": { "value: 10": "value: 1e300" },
  "beneficiaries of the other party": { [people]: people.replace("OWN", "OTHER") },
  "beneficiaries of no party": { [people]: people.replace(", party: OWN", "") },
  "an incident that never happens": { [dates]: "rate: 0 /yr" },
  "an incident that happens after the horizon": { [dates]: "dates: [2015-01-02]" },
  "an incident that hardly ever happens": { [dates]: "rate: 0.0001 /yr" },
  "a rate beyond all bounds in some futures": {
    [dates]: "rate: {future: rate}",
    "roles:":
      "uncertainties: {rate: {values: {lognormal: {median: 1 /wk, sigma: 2}}, assumption: true}}\nroles:",
  },
  "a horizon of a hundred years": { "horizon: 30 d": "horizon: 100 yr", [dates]: "rate: 3 /yr" },
  "a horizon of one second": { "horizon: 30 d": "horizon: 1 s" },
  "a floor of all": { "floor: 0.5": "floor: 1" },
  "a floor of nothing": { "floor: 0.5": "floor: 0" },
};

describe.each(Object.entries(scenarios))("an assessment with %s", (_, edits) => {
  const found = assess(editedStudy(edits));

  it("[V1] says of every figure that is no number why, and holds no number that cannot be", () => {
    expect(unsoundFigures(found)).toEqual([]);
  });

  it("[V1] gives every party a share of what is shared, or none of them", () => {
    for (const { byParty } of found.equality.filter(({ definition }) => shared.includes(definition))) {
      const shares = byParty.map(({ figure }) => figure.value);
      const total = shares.reduce((sum, share) => sum + share, 0);

      expect(shares.every(Number.isNaN) || (total >= 0 && total <= 1 + 1e-9)).toBe(true);
    }
  });

  it("[V2] has parts of causes that add up", () => {
    expect(unbalancedCauses(found)).toEqual([]);
  });
});
