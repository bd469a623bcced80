/** Estimated width of a text in the sans family, in units of its size: wide characters count 1, others about half. */
export function textUnits(text: string): number {
  let units = 0;
  for (const character of text)
    units += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(
      character,
    )
      ? 1
      : /[A-ZMW%@]/u.test(character)
        ? 0.66
        : 0.52;
  return units;
}

/** A text cut to a width in pixels at a size, with an ellipsis. The whole text must be at hand elsewhere (`<title>`, table twin). */
export function fitText(text: string, width: number, size: number): string {
  if (textUnits(text) * size <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textUnits(`${kept}${character}…`) * size > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
