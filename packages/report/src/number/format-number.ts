import type { Figure } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { type Dimension, formatQuantity } from "@shikumi/core/quantity";

/**
 * How a number is printed. `share`: per cent. `points`: a difference of shares with its sign and its unit; `gain`: the same
 * without the unit, for columns that name it; `size`: without its sign too. `hours`: in minutes, hours, days or years. `count`: whole. `amount`: three significant
 * digits. `ratio`: two decimals. `money:XXX`: an amount of a currency. `quantity:DIMENSION:UNIT`: an amount in its own
 * unit. Followed by `-interval`, the 95 % interval is printed too, in brackets; `share-within` prints it after a
 * comma, for places that are in brackets already.
 */
export type NumberStyle =
  | `${"share" | "points" | "gain" | "size"}${"" | "-interval"}`
  | "share-within"
  | "hours"
  | "count"
  | "amount"
  | "ratio"
  | `money:${string}`
  | `quantity:${string}:${string}`;

/** The two parts of a printed number; the interval is empty where there is none to print. */
export interface PrintedNumber {
  readonly value: string;
  readonly interval: string;
}

const noBreak = "\u00a0";
const minus = "\u2212";

/**
 * A number as it is printed in a language. `undefined` for a number that is missing or infinite: the text then says why there
 * is none. An interval of no width is left out.
 */
export function formatNumber(
  { value, low, high }: Pick<Figure, "value" | "low" | "high">,
  style: NumberStyle,
  language: Language,
): PrintedNumber | undefined {
  if (!Number.isFinite(value)) return undefined;
  if (style === "hours")
    return { value: atLeast(1 / 600, value, (shown) => duration(shown, language)), interval: "" };
  if (style === "count") return { value: grouped(Math.round(value)), interval: "" };
  if (style === "amount") return { value: atLeast(0.001, value, amount), interval: "" };
  if (style === "ratio") return { value: signed(value.toFixed(2)), interval: "" };
  if (style.startsWith("money:")) {
    const currency = style.slice(6);
    return { value: atLeast(0.01, value, (shown) => money(shown, currency, language)), interval: "" };
  }
  if (style.startsWith("quantity:")) return { value: quantity(value, style, language), interval: "" };
  const base = (["share", "points", "size"] as const).find((one) => style.startsWith(one)) ?? "gain";
  const asked = style.endsWith("-interval") || style === "share-within";
  const hasInterval = asked && Number.isFinite(low) && Number.isFinite(high) && low < high;
  const decimals = decimalsOf(value, hasInterval ? high - low : 1);
  const unit = unitOf(base, language);
  const isUnsigned = base === "share" || base === "size";
  const main = `${isUnsigned ? percent(value, decimals) : plusMinus(value, decimals)}${unit}`;
  if (!hasInterval) return { value: main, interval: "" };
  const edge = isUnsigned ? plainPercent : plusMinus;
  const to = language === "ja" ? "〜" : isUnsigned && low >= 0 ? "–" : `${noBreak}to${noBreak}`;
  const range = `${edge(low, decimals)}${to}${edge(high, decimals)}${base === "share" ? unit : ""}`;
  return {
    value: main,
    interval: style === "share-within" ? after(range, language) : bracketed(range, language),
  };
}

function bracketed(range: string, language: Language): string {
  return language === "ja" ? `（${range}）` : `${noBreak}(${range})`;
}

function after(range: string, language: Language): string {
  return language === "ja" ? `、${range}` : `, ${range}`;
}

/** Both parts as one text. */
export function printedText({ value, interval }: PrintedNumber): string {
  return value + interval;
}

function unitOf(base: "share" | "points" | "gain" | "size", language: Language): string {
  if (base === "gain" || base === "size") return "";
  if (base === "share") return language === "ja" ? "%" : `${noBreak}%`;
  return language === "ja" ? "ポイント" : `${noBreak}points`;
}

/** One decimal for what is below a tenth, above 99 %, or known to within less than two points; none for 0 and 1. */
function decimalsOf(value: number, width: number): 0 | 1 {
  const magnitude = Math.abs(value);
  if ((magnitude === 0 || magnitude === 1) && !(width < 0.02)) return 0;
  if (width < 0.02) return 1;
  return magnitude < 0.0995 || (magnitude > 0.99 && magnitude < 1) ? 1 : 0;
}

/** Per cent without its sign. What is not 0 or 1 is never printed as such. */
function percent(value: number, decimals: 0 | 1): string {
  const text = plainPercent(value, decimals);
  if (value > 0 && Number(text) === 0) return "<0.1";
  if (value < 1 && text.replace(".0", "") === "100") return ">99.9";
  return value === 0 || value === 1 ? text.replace(".0", "") : text;
}

function plainPercent(value: number, decimals: 0 | 1): string {
  return signed((value * 100).toFixed(decimals));
}

function plusMinus(value: number, decimals: 0 | 1): string {
  const text = (Math.abs(value) * 100).toFixed(decimals);
  if (value !== 0 && Number(text) === 0) return value > 0 ? "+<0.1" : `${minus}<0.1`;
  if (Number(text) === 0) return "0";
  return value > 0 ? `+${text}` : minus + text;
}

/** The sign that typographers use, none before zero. */
function signed(text: string): string {
  if (!text.startsWith("-")) return text;
  return /^-[0.,]*$/.test(text) ? text.slice(1) : minus + text.slice(1);
}

/** Magnitudes below the least that is worth printing are printed as less than it. */
function atLeast(least: number, value: number, print: (value: number) => string): string {
  if (value === 0 || Math.abs(value) >= least) return print(value);
  return value > 0 ? `<${print(least)}` : `>${print(-least)}`;
}

function amount(value: number): string {
  return signed(formatQuantity(value, "number", { grouped: true }));
}

function duration(hours: number, language: Language): string {
  const minutes = Math.abs(hours) * 60;
  const unit =
    minutes < 59.5 && hours !== 0
      ? "min"
      : Math.abs(hours) < 71.5
        ? "h"
        : Math.abs(hours) < 17_532
          ? "d"
          : "yr";
  const text = formatQuantity(hours, "time", { unit, digits: 2, language });
  return signed(text.replace(/^0 ?(?=[h時])/, language === "ja" ? "0" : "0 ")).replace(" ", noBreak);
}

function quantity(value: number, style: string, language: Language): string {
  const [, dimension = "", ...rest] = style.split(":");
  return quantityWords(value, { dimension: dimension as Dimension, unit: rest.join(":") }, 3, language);
}

/** An amount in a readable unit of its dimension; the unit named is that of a count or the currency of money. */
export function quantityWords(
  value: number,
  { dimension, unit = "" }: { readonly dimension: Dimension; readonly unit?: string | undefined },
  digits: number,
  language: Language,
): string {
  if (dimension === "money") return money(value, unit, language);
  const named = dimension === "count" && unit !== "" ? { unit } : {};
  const text = formatQuantity(value, dimension, { ...named, digits, language, grouped: true });
  return signed(text).replaceAll(" ", noBreak);
}

function money(value: number, currency: string, language: Language): string {
  return signed(formatQuantity(value, "money", { currency, language, grouped: true })).replaceAll(
    " ",
    noBreak,
  );
}

function grouped(value: number): string {
  return signed(String(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
