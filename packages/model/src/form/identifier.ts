import type { Span } from "@shikumi/core/diagnostic";
import type { Reading } from "./reading.ts";

/** Letters, digits and hyphens. */
const plainId = /^[\p{L}\p{N}-]+$/u;

/** One dot may join two ids, as in `mission.task`. */
const dottedId = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)?$/u;

/** Reports an id that no path could name. */
export function reportWrongId(
  id: string,
  span: Span,
  reading: Reading,
  options: { readonly dotted?: boolean } = {},
): void {
  const { dotted = false } = options;
  if (!(dotted ? dottedId : plainId).test(id)) reading.error("bad-id", span, { found: id });
}
