const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text of a study without what no page may hold or what would change how its surroundings read: control characters, lone
 * surrogates, and characters that turn the direction of writing.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/[\p{Cs}]/gu, "\ufffd")
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, "");
}

/** Text for the content of elements and for quoted attributes. */
export function escapeHtml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Inverse of {@link escapeHtml} for what it writes. */
export function unescapeHtml(html: string): string {
  const characters = Object.entries(entities).map(([character, entity]) => [entity, character] as const);
  const byEntity = new Map<string, string>(characters);
  return html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => byEntity.get(entity) ?? entity);
}

/** An address that may be followed: `http`, `https` or nothing. */
export function safeAddress(url: string): string | undefined {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined;
}
