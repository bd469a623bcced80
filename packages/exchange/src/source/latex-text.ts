/** Marks that a command puts on the letter after it, as combining characters of Unicode. */
const accents: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  '"': "\u0308",
  "=": "\u0304",
  ".": "\u0307",
  u: "\u0306",
  v: "\u030c",
  H: "\u030b",
  c: "\u0327",
  k: "\u0328",
  r: "\u030a",
  d: "\u0323",
  b: "\u0331",
};

const letters: Readonly<Record<string, string>> = {
  ss: "ß",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  OE: "Œ",
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  aa: "å",
  AA: "Å",
  i: "ı",
  j: "ȷ",
  dh: "ð",
  th: "þ",
  ldots: "…",
  dots: "…",
  textendash: "–",
  textemdash: "—",
  textquoteright: "’",
  textquoteleft: "‘",
  textbackslash: "\\",
  textbraceleft: "{",
  textbraceright: "}",
  textasciitilde: "~",
  textasciicircum: "^",
  S: "§",
  P: "¶",
  copyright: "©",
  pounds: "£",
  LaTeX: "LaTeX",
  TeX: "TeX",
};

/** Signs of TeX that stand for others, the longest first. */
const ligatures: readonly (readonly [string, string])[] = [
  ["---", "—"],
  ["--", "–"],
  ["``", "“"],
  ["''", "”"],
  ["~", " "],
  ["{", ""],
  ["}", ""],
];

/** What a value of BibTeX says: accents composed, dashes and quotes of TeX in Unicode, braces and commands without meaning left out. */
export function textOfLatex(latex: string): string {
  let text = "";
  for (let at = 0; at < latex.length; ) {
    const rest = latex.slice(at, at + 64);
    const step = rest.startsWith("\\") ? commandOf(rest) : signOf(rest);
    text += step.text;
    at += step.length;
  }
  return text.replaceAll(/\s+/g, " ").trim();
}

interface LatexStep {
  readonly text: string;
  readonly length: number;
}

function signOf(rest: string): LatexStep {
  const found = ligatures.find(([sign]) => rest.startsWith(sign));
  return found === undefined
    ? { text: rest[0] ?? "", length: 1 }
    : { text: found[1], length: found[0].length };
}

function commandOf(rest: string): LatexStep {
  const accent =
    /^\\(?:([`'^~"=.])\s*|([uvHckrdb])(?:\s+|(?=\{)))(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z])(?![A-Za-z]*\{))/.exec(
      rest,
    );
  const mark = accents[accent?.[1] ?? accent?.[2] ?? ""];
  if (accent !== null && mark !== undefined)
    return { text: `${accent[3] ?? accent[4] ?? ""}${mark}`.normalize("NFC"), length: accent[0].length };
  const word = /^\\([A-Za-z]+)(?:\{\}|\s+)?/.exec(rest);
  if (word !== null) return { text: letters[word[1] ?? ""] ?? "", length: word[0].length };
  const sign = rest[1] ?? "";
  return { text: sign === "\\" ? " " : sign === "-" ? "" : sign, length: 2 };
}

/** A text as a value of BibTeX within braces that {@link textOfLatex} reads back. Letters of all scripts stay as they are. */
export function latexOfText(text: string): string {
  return text
    .replaceAll("\\", "\u0001")
    .replaceAll(/[{}]/g, (sign) => (sign === "{" ? "{\\textbraceleft}" : "{\\textbraceright}"))
    .replaceAll(/[%&$#_]/g, (sign) => `\\${sign}`)
    .replaceAll("\u0001", "{\\textbackslash}")
    .replaceAll("~", "{\\textasciitilde}")
    .replaceAll("^", "{\\textasciicircum}")
    .replaceAll(/([-`'])\1+/g, (signs) => signs.split("").join("{}"));
}
