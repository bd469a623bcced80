import type { Args, Catalogue } from "../../diagnostic/index.ts";
import type { QuantityProblemCode } from "../quantity.ts";
import type { Ambiguity } from "../unit.ts";

const DIMENSIONS: Readonly<Record<string, string>> = {
  time: "a length of time",
  distance: "a distance",
  speed: "a speed",
  rate: "a rate",
  mass: "a mass",
  people: "a number of people",
  money: "an amount of money",
  share: "a share",
  count: "a count",
  number: "a plain number",
};

const AMBIGUITIES: Readonly<Record<Ambiguity, { readonly why: string; readonly write: string }>> = {
  m: {
    why: "it could be minutes, metres or months",
    write:
      "Write min for minutes, a number of days (d) for months; m is the metre, only where a distance is expected.",
  },
  M: {
    why: "it could be months, million or nautical miles",
    write: "Write a number of days (d), nmi for nautical miles; M is million, only in amounts of money.",
  },
  mile: {
    why: "it could be nautical miles or statute miles",
    write: "Write nmi for nautical miles (1852 m) or mi for statute miles (1609.344 m).",
  },
  nm: {
    why: "it is the symbol of the nanometre, and is used for nautical miles and newton metres too",
    write: "Write nmi for nautical miles.",
  },
  ton: {
    why: "it could be metric, long or short tons, or a ship's tonnage",
    write: "Write t for metric tons (1000 kg), and convert other tons.",
  },
  kt: {
    why: "it could be knots or thousands of tons",
    write: "Write kn for knots, or t for metric tons.",
  },
};

const expectedOf = (args: Args): string => DIMENSIONS[String(args["dimension"])] ?? String(args["dimension"]);
const actualOf = (args: Args): string => DIMENSIONS[String(args["actual"])] ?? String(args["actual"]);
const forExample = (args: Args): string => `for example: ${args["examples"]}`;
const didYouMean = (args: Args): string => (args["suggestion"] ? `Did you mean ${args["suggestion"]}? ` : "");
const ambiguityIn = (args: Args): (typeof AMBIGUITIES)[Ambiguity] | undefined =>
  Object.hasOwn(AMBIGUITIES, String(args["ambiguity"]))
    ? AMBIGUITIES[args["ambiguity"] as Ambiguity]
    : undefined;

/** English messages. */
export const en: Catalogue<QuantityProblemCode> = {
  "quantity-empty": (args) => ({
    text: `Nothing is written where ${expectedOf(args)} is expected.`,
    help: `Write a number with its unit, ${forExample(args)}.`,
  }),
  "quantity-too-long": (args) => ({
    text: `"${args["found"]}" has ${args["length"]} characters where ${expectedOf(args)} is expected.`,
    help: `Write one number with its unit, ${forExample(args)}.`,
  }),
  "quantity-not-a-number": (args) => ({
    text: `"${args["found"]}" does not begin with a number; ${expectedOf(args)} is expected.`,
    help: `Write a decimal number in digits, with a point and no spaces, ${forExample(args)}.`,
  }),
  "quantity-not-one-number": (args) => ({
    text: `"${args["found"]}" is a range or an approximation; one value is expected here.`,
    help: "Write one value, or say what varies, for example {uniform: [6 h, 12 h]}.",
  }),
  "quantity-not-finite": (args) => ({
    text: `"${args["found"]}" is not a finite number; ${expectedOf(args)} is expected.`,
    help: `Write a finite number, ${forExample(args)}.`,
  }),
  "quantity-out-of-range": (args) => ({
    text: `"${args["found"]}" is too large, or too close to 0, to be computed with.`,
    help: "Check the exponent and the unit; magnitudes from about 1e-308 to 1e308 can be used.",
  }),
  "quantity-full-width": (args) => ({
    text: `"${args["found"]}" contains full-width or typographic characters.`,
    help: `Write it in ASCII: ${args["suggestion"]}`,
  }),
  "quantity-grouped-digits": (args) => ({
    text: `"${args["found"]}" separates digits with a comma or a space, which can be read in two ways.`,
    help: `Write thousands without a separator and decimals with a point: ${args["suggestion"]}`,
  }),
  "quantity-no-unit": (args) => ({
    text: `"${args["found"]}" has no unit; ${expectedOf(args)} is expected.`,
    help: `Add the unit, ${forExample(args)}.`,
  }),
  "quantity-unexpected-unit": (args) => ({
    text: `"${args["found"]}" has the unit "${args["unit"]}" where a plain number is expected.`,
    help: "Leave the unit out.",
  }),
  "quantity-unknown-unit": (args) => ({
    text: `"${args["unit"]}" in "${args["found"]}" is not a unit known here; ${expectedOf(args)} is expected.`,
    help: `${didYouMean(args)}Known here: ${args["accepted"] || args["examples"]}.`,
  }),
  "quantity-ambiguous-unit": (args) => ({
    text: `"${args["unit"]}" in "${args["found"]}" is not accepted: ${ambiguityIn(args)?.why}. Expected is ${expectedOf(args)}.`,
    help: ambiguityIn(args)?.write ?? "",
  }),
  "quantity-month": (args) => ({
    text: `"${args["unit"]}" in "${args["found"]}" is not accepted: a month has no fixed length.`,
    help: "Write days (d), weeks (wk) or years (yr); for a date, write the date itself.",
  }),
  "quantity-compound": (args) => ({
    text: `"${args["found"]}" is written in several units; one number with one unit is expected.`,
    help: `Convert it to one unit, ${forExample(args)}.`,
  }),
  "quantity-wrong-dimension": (args) => ({
    text: `"${args["found"]}" is ${actualOf(args)} where ${expectedOf(args)} is expected.`,
    help: `Write ${expectedOf(args)}, ${forExample(args)}.`,
  }),
  "quantity-wrong-count-unit": (args) => ({
    text: `"${args["found"]}" counts "${args["unit"]}" where "${args["accepted"]}" is counted.`,
    help: `Write the unit as it is declared: ${args["suggestion"]}`,
  }),
  "quantity-no-currency": (args) => ({
    text: `"${args["found"]}" names no currency.`,
    help: `Add its three-letter code, ${forExample(args)}.`,
  }),
  "quantity-unknown-currency": (args) => ({
    text: `"${args["currency"]}" in "${args["found"]}" is not a currency known here.`,
    help: `${didYouMean(args)}Write the three-letter ISO 4217 code, ${forExample(args)}.`,
  }),
  "quantity-currency-symbol": (args) => ({
    text: `"${args["symbol"]}" in "${args["found"]}" is not accepted: a symbol can stand for several currencies.`,
    help: `Write the three-letter ISO 4217 code instead, for example ${args["suggestion"]}.`,
  }),
  "quantity-wrong-currency": (args) => ({
    text: `"${args["found"]}" is in ${args["currency"]}; expected is ${args["accepted"]}.`,
    help: "Currencies are never converted: state the amount in the expected one, with its source.",
  }),
  "quantity-negative": (args) => ({
    text: `"${args["found"]}" is negative; ${expectedOf(args)} of 0 or more is expected.`,
    help: "Write 0 or a positive number.",
  }),
  "quantity-not-positive": (args) => ({
    text: `"${args["found"]}" is not above 0; ${expectedOf(args)} above 0 is expected.`,
    help: "Write a positive number.",
  }),
};
