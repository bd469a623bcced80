import { powerOfTen, type Rational } from "./rational.ts";

/** The ISO 4217 codes a study may use. */
export const CURRENCIES: readonly string[] = (
  "AED AUD BDT BHD BRL CAD CHF CNY CZK DJF DKK EGP EUR GBP HKD HUF IDR ILS INR IQD IRR JOD JPY KES KRW KWD LKR MMK " +
  "MXN MYR NOK NZD OMR PHP PKR PLN QAR RUB SAR SCR SEK SGD THB TRY TWD UAH USD VND YER ZAR"
).split(" ");

/** Japanese names of currencies that name one currency only, by code. */
export const JAPANESE_CURRENCIES: Readonly<Record<string, string>> = {
  JPY: "円",
  USD: "米ドル",
  EUR: "ユーロ",
  GBP: "英ポンド",
};

/** A word that multiplies an amount of money. */
export interface Multiplier {
  readonly word: string;
  readonly factor: Rational;
}

/** English multipliers, largest first. `bn` is 10⁹ and `tn` 10¹² (short scale). */
export const MULTIPLIERS: readonly Multiplier[] = [
  { word: "tn", factor: powerOfTen(12) },
  { word: "bn", factor: powerOfTen(9) },
  { word: "M", factor: powerOfTen(6) },
  { word: "k", factor: powerOfTen(3) },
];

/** Japanese multipliers, largest first. */
export const JAPANESE_MULTIPLIERS: readonly Multiplier[] = [
  { word: "兆", factor: powerOfTen(12) },
  { word: "億", factor: powerOfTen(8) },
  { word: "万", factor: powerOfTen(4) },
];

const OTHER_MULTIPLIERS: ReadonlyMap<string, string> = new Map([
  ...["K", "thousand"].map((name) => [name, "k"] as const),
  ...["m", "mn", "mln", "million", "millions", "MM"].map((name) => [name, "M"] as const),
  ...["b", "B", "BN", "Bn", "billion", "billions", "G"].map((name) => [name, "bn"] as const),
  ...["t", "T", "TN", "trillion", "trillions"].map((name) => [name, "tn"] as const),
]);

/** The multiplier of this word, or `undefined`. */
export function multiplierNamed(word: string): Multiplier | undefined {
  return [...MULTIPLIERS, ...JAPANESE_MULTIPLIERS].find((multiplier) => multiplier.word === word);
}

/** The multiplier a person probably meant by another word. */
export function multiplierMeant(word: string): string | undefined {
  return OTHER_MULTIPLIERS.get(word);
}

/** The ISO 4217 code of a code or of an unmistakable Japanese name, or `undefined`. */
export function currencyNamed(name: string): string | undefined {
  if (CURRENCIES.includes(name)) return name;
  return Object.keys(JAPANESE_CURRENCIES).find((code) => JAPANESE_CURRENCIES[code] === name);
}

/** The code to write instead of a currency symbol, as an example: most symbols belong to several currencies. */
export function currencyOfSymbol(symbol: string): string {
  if (/[\u00a5\uffe5]/.test(symbol)) return "JPY";
  if (symbol.includes("€")) return "EUR";
  return symbol.includes("£") ? "GBP" : "USD";
}
