import { sha256Hex } from "@shikumi/core/hash";

/** Letters and digits of any script, joined by hyphens, as ids of a study are: `Étude (2nd)` becomes `étude-2nd`. Empty for a text without any. */
export function slugOf(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80)
    .replaceAll(/-+$/g, "");
}

/** As {@link slugOf} in small letters, for ids made from names; a name without letters gives the start of its SHA-256. */
export function idFromName(name: string): string {
  const slug = slugOf(name).toLowerCase();
  return slug === "" ? `x-${sha256Hex(name).slice(0, 8)}` : slug;
}

/** Whether a text can be an id: letters, digits and hyphens. */
export function isId(text: string): boolean {
  return /^[\p{L}\p{N}-]+$/u.test(text);
}

/** `wanted`, or with the first number from 2 on that is free. */
export function freeId(wanted: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** A name as it is compared: width, case, spaces, punctuation and accents of Latin letters do not count. */
export function comparedName(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
