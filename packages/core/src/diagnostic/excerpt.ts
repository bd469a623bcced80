/** Longest stretch of a line an excerpt shows, in UTF-16 code units. */
const WINDOW = 120;

/** How much of a long line is kept before the span. */
const LEAD = 40;

/** The part `[start, end)` of one line, marked with carets on a second line. Offsets are 0-based columns of the line. */
export function excerptOf(line: string, start: number, end: number): string {
  const from = line.length > WINDOW ? Math.max(0, Math.min(start - LEAD, line.length - WINDOW)) : 0;
  const to = Math.min(line.length, from + WINDOW);
  const opening = from > 0 ? "…" : "";
  const closing = to < line.length ? "…" : "";
  const shown = opening + visible(line.slice(from, to)) + closing;
  const markStart = start - from + opening.length;
  const markEnd = Math.min(Math.max(end, start + 1) - from + opening.length, shown.length);
  const carets = "^".repeat(Math.max(1, displayWidth(shown.slice(markStart, markEnd))));
  return `${shown}\n${blank(shown.slice(0, markStart))}${carets}`;
}

/** `text` with every control or direction-changing character replaced by one visible character; tabs stay. */
export function visible(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be made visible
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (unit) => (unit < " " ? String.fromCharCode(0x2400 + unit.charCodeAt(0)) : "\ufffd"),
  );
}

/** Spaces as wide as `text` in a terminal; tabs stay tabs. */
function blank(text: string): string {
  let spaces = "";
  for (const character of text) spaces += character === "\t" ? "\t" : " ".repeat(characterWidth(character));
  return spaces;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Combining marks take no column; the wide blocks of Unicode's East Asian Width (UAX #11), taken whole, take two. */
function characterWidth(character: string): number {
  if (/\p{M}|[\u200b-\u200d]/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 2
    : 1;
}
