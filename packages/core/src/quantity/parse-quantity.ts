import { suggest } from "../diagnostic/index.ts";
import { parseMoney } from "./parse-money.ts";
import type {
  Dimension,
  Expectation,
  Quantity,
  QuantityOutcome,
  QuantityProblem,
  QuantityProblemCode,
} from "./quantity.ts";
import { multiply, type Rational, rationalToNumber } from "./rational.ts";
import { readAmount } from "./read-amount.ts";
import { ambiguityOf, isMonth, type Unit, unitMeant, unitNamed, unitsOf } from "./unit.ts";

/** Longest text read as a quantity, in UTF-16 code units. */
const LONGEST_TEXT = 200;

/** What to write in a slot of each dimension, in the study language; the same in every human language. */
const EXAMPLES: Readonly<Record<Dimension, string>> = {
  time: "6 h, 90 min, 3 d, 5 yr",
  distance: "12 km, 300 nmi, 5000 ft",
  speed: "18 kn, 60 km/h",
  rate: "6 /d, 75 /yr",
  mass: "110 t, 25 kg",
  people: "8400 people",
  money: "104.0 bn JPY, USD 90 M",
  share: "0.2, 20 %",
  count: "2 ship",
  number: "2, 0.5",
};

/**
 * Reads a quantity such as `6 h`, `450 kn`, `2 /yr`, `104.0 bn JPY`, `20 %`, `2 ship` or, where no unit is needed, a
 * bare number. What could be meant in two ways is a problem, never a guess. The conversion is exact; `value` is
 * rounded once.
 */
export function parseQuantity(written: string | number, expected: Expectation): QuantityOutcome {
  if (typeof written === "number" && !Number.isFinite(written)) {
    return { problem: problem("quantity-not-finite", String(written), expected) };
  }
  const text = String(written).trim();
  const malformed = problemOfForm(text, expected);
  if (malformed) return { problem: malformed };
  const outcome = expected.dimension === "money" ? parseMoney(text, expected) : parseWithUnit(text, expected);
  if ("problem" in outcome) {
    const { code, args } = outcome.problem;
    return { problem: problem(code, text, expected, args) };
  }
  const unfit = problemOfValue(outcome.quantity, text, expected);
  return unfit ? { problem: unfit } : outcome;
}

function problemOfForm(text: string, expected: Expectation): QuantityProblem | undefined {
  if (text === "") return problem("quantity-empty", text, expected);
  if (text.length > LONGEST_TEXT) {
    return problem("quantity-too-long", `${text.slice(0, 40)}…`, expected, { length: text.length });
  }
  const suggestion = halfWidth(text);
  return suggestion === text ? undefined : problem("quantity-full-width", text, expected, { suggestion });
}

/** The text with full-width ASCII, ideographic spaces and typographic minus signs as their ASCII counterparts. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .replaceAll("\u2212", "-");
}

function parseWithUnit(text: string, expected: Expectation): QuantityOutcome {
  const read = readAmount(text, text);
  if ("problem" in read) {
    const money = /^[A-Z]{3}\b/.test(text) && "quantity" in parseMoney(text, { dimension: "money" });
    return money ? wrongDimension("money") : read;
  }
  const unit = read.rest.replace(/\s*\/\s*/g, "/");
  if (expected.dimension === "count") return parseCount(text, read.amount, unit, expected);
  if (unit === "") return parseBare(read.amount, expected);
  const known = unitNamed(unit);
  if (known && known.dimension === expected.dimension) {
    return { quantity: quantityOf(expected.dimension, multiply(read.amount, known.factor), read.rest) };
  }
  return { problem: problemOfUnit(text, unit, known, expected) };
}

function parseBare(amount: Rational, expected: Expectation): QuantityOutcome {
  if (expected.dimension !== "number" && expected.dimension !== "share") return refused("quantity-no-unit");
  return { quantity: quantityOf(expected.dimension, amount, "") };
}

/** A slot that declares its unit leaves nothing to guess, so a bare number counts that unit. */
function parseCount(text: string, amount: Rational, unit: string, expected: Expectation): QuantityOutcome {
  const names = expected.units ?? [];
  const declared = names[0];
  if (declared === undefined) {
    if (unit === "") return refused("quantity-no-unit");
    const isName = /^[\p{L}][\p{L}\p{M}\p{N}-]*$/u.test(unit) && !unitNamed(unit);
    if (!isName) return { problem: problemOfUnit(text, unit, unitNamed(unit), expected) };
    return { quantity: { ...quantityOf("count", amount, unit), countUnit: unit } };
  }
  if (unit !== "" && !names.includes(unit)) {
    return refused("quantity-wrong-count-unit", {
      unit,
      accepted: names.join(", "),
      suggestion: suggest(unit, names, 1)[0] ?? declared,
    });
  }
  return { quantity: { ...quantityOf("count", amount, unit), countUnit: declared } };
}

function quantityOf(dimension: Dimension, exact: Rational, unit: string): Quantity {
  return { dimension, value: rationalToNumber(exact), exact, unit };
}

/** Why the unit written does not fit; `known` is the unit of another dimension that has this name, if any. */
function problemOfUnit(
  text: string,
  unit: string,
  known: Unit | undefined,
  expected: Expectation,
): QuantityProblem {
  const ambiguity = ambiguityOf(unit);
  const several = /(?:\s(?:[-–—~〜]|to)|[–—~〜±])\s*\d/.test(unit);
  const parts = /^([^\s\d]+)\s*\d[\d.]*\s*([^\s\d]*)$/.exec(unit);
  if (several) return problem("quantity-not-one-number", text, expected);
  if (parts?.[1] !== undefined && unitNamed(parts[1])) return problem("quantity-compound", text, expected);
  if (isMonth(unit)) return problem("quantity-month", text, expected, { unit });
  if (expected.dimension === "number") return problem("quantity-unexpected-unit", text, expected, { unit });
  if (ambiguity) return problem("quantity-ambiguous-unit", text, expected, { unit, ambiguity });
  if (known) return problem("quantity-wrong-dimension", text, expected, { actual: known.dimension });
  if ("quantity" in parseMoney(text, { dimension: "money" })) {
    return problem("quantity-wrong-dimension", text, expected, { actual: "money" });
  }
  const accepted = unitsOf(expected.dimension);
  const suggestion = unitMeant(unit, expected.dimension) ?? suggest(unit, accepted, 1)[0] ?? "";
  return problem("quantity-unknown-unit", text, expected, {
    unit,
    accepted: accepted.join(", "),
    suggestion,
  });
}

function problemOfValue(
  quantity: Quantity,
  text: string,
  expected: Expectation,
): QuantityProblem | undefined {
  const { value, exact } = quantity;
  if (!Number.isFinite(value) || (value === 0 && exact.numerator !== 0n)) {
    return problem("quantity-out-of-range", text, expected);
  }
  if (expected.sign === "nonnegative" && value < 0) return problem("quantity-negative", text, expected);
  if (expected.sign === "positive" && value <= 0) return problem("quantity-not-positive", text, expected);
  return undefined;
}

function wrongDimension(actual: Dimension): { readonly problem: QuantityProblem } {
  return refused("quantity-wrong-dimension", { actual });
}

function refused(
  code: QuantityProblemCode,
  args: QuantityProblem["args"] = {},
): { readonly problem: QuantityProblem } {
  return { problem: { code, args } };
}

/** Every problem says what was found, the dimension expected and how that is written. */
function problem(
  code: QuantityProblemCode,
  found: string,
  expected: Expectation,
  args: QuantityProblem["args"] = {},
): QuantityProblem {
  const declared = expected.dimension === "count" ? expected.units?.[0] : undefined;
  const examples = declared === undefined ? EXAMPLES[expected.dimension] : `2 ${declared}`;
  return { code, args: { found, dimension: expected.dimension, examples, ...args } };
}
