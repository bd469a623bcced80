/** An id for use as the target of links: ASCII letters, digits, dots and hyphens; anything else as `_` and its code in hexadecimal. */
export function anchorFor(kind: string, id: string): string {
  const safe = id.replaceAll(
    /[^A-Za-z0-9.-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`,
  );
  return `${kind}-${safe}`;
}
