/** Kleene's three values: a fact that is not given is unknown, never false. */
export type Truth = "true" | "false" | "unknown";

/** False where one part is false, else unknown where one is unknown, else true. True for no parts. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes("false")) return "false";
  return parts.includes("unknown") ? "unknown" : "true";
}

/** True where one part is true, else unknown where one is unknown, else false. False for no parts. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes("true")) return "true";
  return parts.includes("unknown") ? "unknown" : "false";
}

/** The opposite; unknown stays unknown. */
export function notOf(part: Truth): Truth {
  if (part === "unknown") return part;
  return part === "true" ? "false" : "true";
}
