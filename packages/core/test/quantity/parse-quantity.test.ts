import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Dimension,
  type Expectation,
  multiply,
  parseQuantity,
  type Quantity,
  type QuantityProblem,
  rational,
  rationalToNumber,
  unitNamed,
  unitsOf,
} from "../../src/quantity/index.ts";

function read(written: string | number, expected: Dimension | Expectation): Quantity {
  const outcome = parseQuantity(written, typeof expected === "string" ? { dimension: expected } : expected);
  if ("problem" in outcome) throw new Error(`${written}: ${outcome.problem.code}`);
  return outcome.quantity;
}

function refusal(written: string | number, expected: Dimension | Expectation): QuantityProblem {
  const outcome = parseQuantity(written, typeof expected === "string" ? { dimension: expected } : expected);
  if ("quantity" in outcome) throw new Error(`${written}: read as ${outcome.quantity.value}`);
  return outcome.problem;
}

const physical: readonly Dimension[] = ["time", "distance", "speed", "rate", "mass", "people", "share"];

describe("parseQuantity: values", () => {
  it("[Q1] rounds the exact value once", () => {
    const knots = read("450 kn", "speed");

    expect(knots).toMatchObject({ value: 833.4, exact: rational(4167n, 5n), unit: "kn", dimension: "speed" });
    expect(read("0.1 min", "time").value).toBe(1 / 600);
    expect(read("20 %", "share").value).toBe(0.2);
    expect(read("6 /d", "rate").value).toBe(0.25);
  });

  it("[Q1] scales exactly: k times the number is k times the exact value", () => {
    const unit = fc.constantFrom(...physical.flatMap((dimension) => unitsOf(dimension)));
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 1000 }),
        (symbol, n, k) => {
          const dimension = unitNamed(symbol)?.dimension ?? "number";
          const once = read(`${n}.25 ${symbol}`, dimension).exact;
          const times = multiply(
            multiply(rational(BigInt(n) * 4n + 1n, 4n), rational(BigInt(k))),
            rational(1n),
          );
          const scaled = read(`${rationalToNumber(times)} ${symbol}`, dimension);
          expect(scaled.exact).toEqual(multiply(once, rational(BigInt(k))));
          expect(scaled.value).toBe(rationalToNumber(scaled.exact));
        },
      ),
    );
  });

  // SI brochure (9th ed.), table 8 and text; BIPM: 1 kn = 1852/3600 m/s. NIST SP 811: ft, mi, lb.
  it.each([
    ["60 s", "1 min", "time"],
    ["60 min", "1 h", "time"],
    ["24 h", "1 d", "time"],
    ["7 d", "1 wk", "time"],
    ["1461 d", "4 yr", "time"],
    ["1852 m", "1 nmi", "distance"],
    ["1609.344 m", "1 mi", "distance"],
    ["5280 ft", "1 mi", "distance"],
    ["0.3048 m", "1 ft", "distance"],
    ["1.852 km/h", "1 kn", "speed"],
    ["3.6 km/h", "1 m/s", "speed"],
    ["1.609344 km/h", "1 mph", "speed"],
    ["1 /h", "24 /d", "rate"],
    ["60 /h", "1 /min", "rate"],
    ["8766 /yr", "1 /h", "rate"],
    ["3600 /h", "1 /s", "rate"],
    ["168 /wk", "1 /h", "rate"],
    ["1000 kg", "1 t", "mass"],
    ["0.45359237 kg", "1 lb", "mass"],
    ["100 %", "1", "share"],
  ] as const)("[Q2] %s is %s", (left, right, dimension) => {
    expect(read(left, dimension).exact).toEqual(read(right, dimension).exact);
  });

  it("[Q2] makes one nautical mile an hour one knot", () => {
    const mile = read("1 nmi", "distance").exact;
    const hour = read("1 h", "time").exact;

    expect(rational(mile.numerator * hour.denominator, mile.denominator * hour.numerator)).toEqual(
      read("1 kn", "speed").exact,
    );
  });

  it("[Q4] takes a number for the decimal it prints as", () => {
    expect(read(0.1, "number").exact).toEqual(rational(1n, 10n));
    expect(read(1e21, "number").exact).toEqual(rational(10n ** 21n));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read(value, "number").value).toBe(value + 0);
      }),
    );
    expect(refusal(Number.NaN, "number").code).toBe("quantity-not-finite");
    expect(refusal(Number.POSITIVE_INFINITY, "time").code).toBe("quantity-not-finite");
  });
});

describe("parseQuantity: numbers", () => {
  it("[Q5] reads signs, points, exponents and underscores", () => {
    expect(read("+1_200.5e-1 h", "time").value).toBe(120.05);
    expect(read(".5 h", "time").value).toBe(0.5);
    expect(read("-3", "number").value).toBe(-3);
    expect(Object.is(read("-0", "number").value, 0)).toBe(true);
    for (const written of ["5. h", "1__2 h", "_1 h", "1_ h", "1.2.3 h", "h", "6h6"]) {
      expect(() => read(written, "time")).toThrow();
    }
    expect(refusal("5. h", "time").code).toBe("quantity-not-a-number");
  });

  it.each([
    ["1,200 h", "1200 h"],
    ["1,234,567.5 h", "1234567.5 h"],
    ["1 200 h", "1200 h"],
    ["1'200 h", "1200 h"],
    ["1,5 h", "1.5 h"],
    ["1,5000 h", "1.5000 h"],
  ])("[Q6] refuses %s and suggests %s", (written, suggestion) => {
    const problem = refusal(written, "time");

    expect(problem.code).toBe("quantity-grouped-digits");
    expect(problem.args["suggestion"]).toBe(suggestion);
  });

  it.each([
    ["\uff16 h", "6 h"],
    ["\uff11\uff12\u3000\uff48", "12 h"],
    ["\u22126 h", "-6 h"],
    ["\uff16時間", "6時間"],
    ["20\uff05", "20%"],
  ])("[Q7] refuses %s and suggests %s", (written, suggestion) => {
    const problem = refusal(written, "time");

    expect(problem.code).toBe("quantity-full-width");
    expect(problem.args["suggestion"]).toBe(suggestion);
  });

  it.each([
    ["6-12 h", "quantity-not-one-number"],
    ["6–12 h", "quantity-not-one-number"],
    ["6 h - 12 h", "quantity-not-one-number"],
    ["6 to 12 h", "quantity-not-one-number"],
    ["6 ± 1 h", "quantity-not-one-number"],
    ["about 6 h", "quantity-not-one-number"],
    ["~6 h", "quantity-not-one-number"],
    ["約6時間", "quantity-not-one-number"],
    ["over 260 h", "quantity-not-one-number"],
    ["3 d 4 h", "quantity-compound"],
    ["3 h 14", "quantity-compound"],
  ])("[Q8] refuses %s", (written, code) => {
    expect(refusal(written, "time").code).toBe(code);
  });

  it("[Q9] refuses what cannot be computed with, quickly", () => {
    const start = performance.now();

    expect(refusal("1e999999999 h", "time").code).toBe("quantity-out-of-range");
    expect(refusal("1e-999999999 h", "time").code).toBe("quantity-out-of-range");
    expect(refusal("1e309", "number").code).toBe("quantity-out-of-range");
    expect(refusal("1e-330", "number").code).toBe("quantity-out-of-range");
    expect(refusal(`${"9".repeat(100_000)} h`, "time").code).toBe("quantity-too-long");
    expect(refusal("", "time").code).toBe("quantity-empty");
    expect(refusal("   ", "money").code).toBe("quantity-empty");
    expect(refusal("soon", "time").code).toBe("quantity-not-a-number");
    expect(refusal("三日", "time").code).toBe("quantity-not-a-number");
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("[Q9] answers any text in any slot without throwing", () => {
    const dimension = fc.constantFrom<Dimension>(...physical, "money", "count", "number");
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        "6",
        " ",
        "h",
        "JPY",
        ",",
        "e9",
        "-",
        "bn",
        "/",
        "月",
        "__proto__",
        "constructor",
        "$",
        "円",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), dimension, (pieces, expected) => {
        const outcome = parseQuantity(pieces.join(""), { dimension: expected });
        if ("quantity" in outcome) {
          expect(outcome.quantity.dimension).toBe(expected);
          expect(outcome.quantity.value).toBe(rationalToNumber(outcome.quantity.exact));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("[Q10] refuses signs only where the slot says so", () => {
    expect(read("-6 h", "time").value).toBe(-6);
    expect(read("0 h", { dimension: "time", sign: "nonnegative" }).value).toBe(0);
    expect(refusal("-6 h", { dimension: "time", sign: "nonnegative" }).code).toBe("quantity-negative");
    expect(refusal("0 h", { dimension: "time", sign: "positive" }).code).toBe("quantity-not-positive");
    expect(refusal("-1 JPY", { dimension: "money", sign: "positive" }).code).toBe("quantity-not-positive");
  });
});

describe("parseQuantity: units", () => {
  it("[Q11] reads units close to and apart from the number, in Japanese too", () => {
    for (const written of ["6/d", "6 /d", "6 / d", "6/日"]) expect(read(written, "rate").value).toBe(0.25);
    expect(read("3日", "time").value).toBe(72);
    expect(read("1200海里", "distance").exact).toEqual(read("1200 nmi", "distance").exact);
    expect(read("1 person", "people").value).toBe(1);
    expect(read("8400 人", "people").value).toBe(8400);
    expect(read("60km/h", "speed").value).toBe(60);
    expect(refusal("6 H", "time")).toMatchObject({
      code: "quantity-unknown-unit",
      args: { suggestion: "h" },
    });
  });

  it("[Q12] refuses a number without unit where one is needed", () => {
    for (const dimension of ["time", "distance", "speed", "rate", "mass", "people", "count"] as const) {
      expect(refusal("6", dimension).code).toBe("quantity-no-unit");
      expect(refusal(6, dimension).code).toBe("quantity-no-unit");
    }
    expect(read("0.2", "share").value).toBe(0.2);
    expect(read(2, { dimension: "count", units: ["ship"] })).toMatchObject({
      value: 2,
      unit: "",
      countUnit: "ship",
    });
  });

  it("[Q13] refuses a unit of another dimension and names both", () => {
    expect(refusal("6 km", "time")).toMatchObject({
      code: "quantity-wrong-dimension",
      args: { actual: "distance", dimension: "time", found: "6 km" },
    });
    expect(refusal("5 bn JPY", "time").args["actual"]).toBe("money");
    expect(refusal("JPY 5 bn", "time").args["actual"]).toBe("money");
    expect(refusal("6 h", "money").args["actual"]).toBe("time");
    expect(refusal("2 h", "count").args["actual"]).toBe("time");
    expect(refusal("6 h", "number").code).toBe("quantity-unexpected-unit");
  });

  it.each([
    ["6 hours", "time", "h"],
    ["3 days", "time", "d"],
    ["2 years", "time", "yr"],
    ["18 knots", "speed", "kn"],
    ["2 per year", "rate", "/yr"],
    ["5 tonnes", "mass", "t"],
    ["20 percent", "share", "%"],
    ["5 peple", "people", "people"],
    ["6 furlongs", "distance", ""],
    ["6 toString", "time", ""],
  ] as const)("[Q14] refuses %s for %s and suggests %s", (written, dimension, suggestion) => {
    const problem = refusal(written, dimension);

    expect(problem.code).toBe("quantity-unknown-unit");
    expect(problem.args["suggestion"]).toBe(suggestion);
    expect(problem.args["accepted"]).toBe(unitsOf(dimension).join(", "));
  });

  it.each([
    ["6 mo", "time"],
    ["6 months", "time"],
    ["6ヶ月", "time"],
    ["6か月", "time"],
    ["2 /mo", "rate"],
    ["2 per month", "rate"],
    ["6 月", "distance"],
  ] as const)("[Q15] refuses the month in %s", (written, dimension) => {
    expect(refusal(written, dimension).code).toBe("quantity-month");
  });

  it("[Q16] takes m for metres only where a distance is expected", () => {
    expect(read("500 m", "distance").value).toBe(0.5);
    for (const dimension of ["time", "speed", "mass", "rate", "people"] as const) {
      expect(refusal("6 m", dimension)).toMatchObject({
        code: "quantity-ambiguous-unit",
        args: { ambiguity: "m" },
      });
    }
  });

  it.each([
    ["6 M", "time", "M"],
    ["6 M", "distance", "M"],
    ["6 miles", "distance", "mile"],
    ["6 nm", "distance", "nm"],
    ["6 tons", "mass", "ton"],
    ["6 kt", "speed", "kt"],
  ] as const)("[Q16] refuses %s for %s", (written, dimension, ambiguity) => {
    expect(refusal(written, dimension)).toMatchObject({
      code: "quantity-ambiguous-unit",
      args: { ambiguity },
    });
  });

  it("[Q17] counts only what is declared, under its declared name", () => {
    const ships: Expectation = { dimension: "count", units: ["ship", "ships"] };

    expect(read("2 ships", ships)).toMatchObject({ value: 2, unit: "ships", countUnit: "ship" });
    expect(read("2隻", { dimension: "count", units: ["隻"] }).value).toBe(2);
    expect(read("2 F-15", { dimension: "count", units: ["F-15"] }).value).toBe(2);
    expect(refusal("2 ships", { dimension: "count", units: ["ship"] })).toMatchObject({
      code: "quantity-wrong-count-unit",
      args: { unit: "ships", accepted: "ship", suggestion: "ship", examples: "2 ship" },
    });
    expect(read("2 escort-ship", "count").countUnit).toBe("escort-ship");
  });
});

describe("parseQuantity: money", () => {
  it.each([
    ["104.0 bn JPY", 104e9, "JPY"],
    ["JPY 104.0 bn", 104e9, "JPY"],
    ["104.0bn JPY", 104e9, "JPY"],
    ["JPY104bn", 104e9, "JPY"],
    ["90 M USD", 90e6, "USD"],
    ["90 k EUR", 90e3, "EUR"],
    ["1.5 tn GBP", 1.5e12, "GBP"],
    ["-5 USD", -5, "USD"],
    ["USD -5", -5, "USD"],
    ["1040億円", 104e9, "JPY"],
    ["9000万米ドル", 90e6, "USD"],
  ])("[Q18] reads %s", (written, value, currency) => {
    expect(read(written, "money")).toMatchObject({ dimension: "money", value, currency });
  });

  it("[Q18] refuses missing, unknown, symbolic and unaccepted currencies", () => {
    expect(refusal("104 bn", "money").code).toBe("quantity-no-currency");
    expect(refusal(104, "money").code).toBe("quantity-no-currency");
    expect(refusal("104 bn JPX", "money")).toMatchObject({
      code: "quantity-unknown-currency",
      args: { currency: "JPX" },
    });
    expect(refusal("jpy 104", "money").args["suggestion"]).toMatch(/^JPY/);
    for (const [written, suggestion] of [
      ["$5", "USD"],
      ["¥104 bn", "JPY"],
      ["\uffe5104", "JPY"],
      ["5 €", "EUR"],
      ["US$ 5", "USD"],
    ] as const) {
      expect(refusal(written, "money")).toMatchObject({
        code: "quantity-currency-symbol",
        args: { suggestion },
      });
    }
    expect(refusal("5 USD", { dimension: "money", units: ["JPY"] })).toMatchObject({
      code: "quantity-wrong-currency",
      args: { currency: "USD", accepted: "JPY" },
    });
    expect(refusal("5 USD JPY", "money").code).toBe("quantity-unknown-unit");
  });

  it("[Q8] refuses ranges and amounts in several multipliers", () => {
    expect(refusal("1兆2000億円", "money").code).toBe("quantity-compound");
    expect(refusal("5 bn - 6 bn JPY", "money").code).toBe("quantity-not-one-number");
    expect(refusal("5-6 bn JPY", "money").code).toBe("quantity-not-one-number");
  });

  it("[Q19] refuses multipliers that are not in the list and suggests one that is", () => {
    expect(refusal("5 million JPY", "money")).toMatchObject({
      code: "quantity-unknown-unit",
      args: { suggestion: "M" },
    });
    expect(refusal("5 m USD", "money").args["suggestion"]).toBe("M");
    expect(refusal("5 billion", "money").args["suggestion"]).toBe("bn");
  });
});
