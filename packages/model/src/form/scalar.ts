import { hoursBetween, parseDate } from "@shikumi/core/date";
import { suggest } from "@shikumi/core/diagnostic";
import { parseQuantity } from "@shikumi/core/quantity";
import type { Text } from "../study/element.ts";
import { type Form, wordOf, wrongForm } from "./form.ts";

/** A word of the author's own, such as an activity. */
export const word: Form<string> = {
  blank: "",
  words: "word",
  schema: () => ({ type: ["string", "number", "boolean"] }),
  read(raw, reading) {
    const found = wordOf(raw);
    if (found === undefined) wrongForm(raw, reading, "word");
    return found ?? "";
  },
};

const emptyText: Text = { ja: "", en: "" };

/** A text in both languages: `{ja, en}`, or one string that stands for both. */
export const text: Form<Text> = textForm(false);

/** A text that readers of both languages see: given once only, it is a warning. */
export const translatedText: Form<Text> = textForm(true);

function textForm(warns: boolean): Form<Text> {
  return {
    blank: emptyText,
    words: "text",
    schema: () => ({
      anyOf: [
        { type: ["string", "number"] },
        {
          type: "object",
          properties: { ja: { type: "string" }, en: { type: "string" } },
          additionalProperties: false,
        },
      ],
    }),
    read(raw, reading) {
      if (raw.kind === "scalar") {
        const found = wordOf(raw);
        if (found === undefined) wrongForm(raw, reading, "text");
        else if (warns) reading.warning("one-language", raw.span, { field: reading.path.join(".") });
        return { ja: found ?? "", en: found ?? "" };
      }
      if (raw.kind === "list") {
        wrongForm(raw, reading, "text");
        return emptyText;
      }
      const parts: { ja?: string; en?: string } = {};
      for (const [language, { key, value }] of raw.entries) {
        if (language !== "ja" && language !== "en") {
          reading.error("unknown-field", key, { field: language, suggestions: "ja, en" });
        } else if (value.kind === "scalar" && value.value !== null) parts[language] = value.text.trim();
        else wrongForm(value, reading, "word");
      }
      const given = parts.en ?? parts.ja;
      if (given === undefined) {
        if (raw.entries.size === 0) wrongForm(raw, reading, "text");
        return emptyText;
      }
      if (parts.ja === undefined || parts.en === undefined) {
        reading.warning("one-language", raw.span, { field: reading.path.join(".") });
      }
      return { ja: parts.ja ?? given, en: parts.en ?? given };
    },
  };
}

/** `true` or `false`; `yes` and `no` are accepted. */
export const flag: Form<boolean> = {
  blank: false,
  words: "true or false",
  schema: () => ({ enum: [true, false, "yes", "no"] }),
  read(raw, reading) {
    const found = wordOf(raw) ?? "";
    if (!["yes", "no", "true", "false"].includes(found)) wrongForm(raw, reading, "flag");
    return found === "yes" || found === "true";
  },
};

/** One of a closed list of words. */
export function choice<const W extends string>(known: readonly [W, ...W[]]): Form<W> {
  return {
    blank: known[0],
    words: known.map((one) => `\`${one}\``).join(", "),
    schema: () => ({ enum: known }),
    read(raw, reading) {
      const found = wordOf(raw);
      const match = known.find((one) => one === found);
      if (match !== undefined) return match;
      if (found === undefined) wrongForm(raw, reading, "word");
      else {
        const suggestions = suggest(found, known).join(", ");
        reading.error("unknown-word", raw.span, { found, known: known.join(", "), suggestions });
      }
      return known[0];
    },
  };
}

/** A plain number from `least` to `most`, without chance, unit or provenance. */
export function number(
  least: number = Number.NEGATIVE_INFINITY,
  most: number = Number.POSITIVE_INFINITY,
): Form<number> {
  return numberForm(least, most, false);
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Form<number> {
  return numberForm(least, most, true);
}

function numberForm(least: number, most: number, whole: boolean): Form<number> {
  const limits = {
    ...(least > Number.NEGATIVE_INFINITY ? { minimum: least } : {}),
    ...(most < Number.POSITIVE_INFINITY ? { maximum: most } : {}),
  };
  return {
    blank: 0,
    words: whole ? "whole number" : "number",
    schema: () => ({ type: whole ? "integer" : "number", ...limits }),
    read(raw, reading) {
      if (raw.kind !== "scalar" || raw.value === null || typeof raw.value === "boolean") {
        wrongForm(raw, reading, "number");
        return 0;
      }
      const outcome = parseQuantity(raw.text, { dimension: "number" });
      if ("problem" in outcome) {
        reading.error(outcome.problem.code, raw.span, outcome.problem.args);
        return 0;
      }
      const { value } = outcome.quantity;
      if (whole && Math.floor(value) !== value) reading.error("not-whole", raw.span, { found: raw.text });
      else if (value < least || value > most) {
        reading.error("out-of-range", raw.span, { found: raw.text, least: shown(least), most: shown(most) });
      }
      return value;
    },
  };
}

function shown(limit: number): string {
  return Number.isFinite(limit) ? String(limit) : "…";
}

/** A date, as hours since the study's start. */
export const date: Form<number> = {
  blank: 0,
  words: "date",
  schema: () => ({ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$" }),
  read(raw, reading) {
    const written = wordOf(raw);
    const found = written === undefined ? undefined : parseDate(written);
    if (found !== undefined) return hoursBetween(reading.world.start, found);
    if (written === undefined) wrongForm(raw, reading, "date");
    else reading.error("not-a-date", raw.span, { found: written });
    return 0;
  },
};
