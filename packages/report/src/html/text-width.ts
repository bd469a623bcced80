/**
 * Width of a text in a font size of one unit, as charts estimate it without a font: a full-width character is one, a Latin one a little
 * more than half. Deliberately generous, so that texts do not meet.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u30ff\uff00-\uff60]/u.test(character);
    width += wide ? 1 : /[A-Z%+MW]/.test(character) ? 0.7 : 0.56;
  }
  return width;
}

/** A text cut into lines no wider than `width`, at spaces or between full-width characters; at most `most` lines, the last one cut with `…`. */
export function wrapText(text: string, width: number, most = 2): readonly string[] {
  const pieces = text.match(/[^\s\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]+\s*|\s+|./gsu) ?? [];
  const lines: string[] = [""];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? "";
    if (line === "" || textWidth(line + piece.trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  const kept = lines.map((line) => line.trim());
  const last = kept[most - 1];
  const whole =
    kept.length > most && last !== undefined ? [...kept.slice(0, most - 1), `${last} ${kept[most]}`] : kept;
  return whole.map((line) => cut(line, width));
}

function cut(line: string, width: number): string {
  if (textWidth(line) <= width) return line;
  let short = "";
  for (const character of line) {
    if (textWidth(short + character) + 1 > width) break;
    short += character;
  }
  return `${short}…`;
}
