/** Texts of the name parts that every program shares (K3), in the order of `purpose`. */
export const purposeTexts = [
  "gap",
  "happens",
  "at",
  "for",
  "burst-gap",
  "burst-lasts",
  "chance",
  "after",
  "date",
  "used",
  "stands-up",
  "value",
  "takes",
  "channel",
  "release",
  "access-takes",
  "access-hesitates",
  "access-given",
  "access-attention",
  "access",
  "stale",
  "step",
  "attention",
  "hesitates",
  "given",
  "lasts",
  "found",
  "by",
  "ready",
  "recovers",
  "cell/",
  "hands-over",
] as const;

type PurposeText = (typeof purposeTexts)[number];

/** Row of each shared name part in the program's table of names. */
export const purpose: Readonly<Record<PurposeText, number>> = Object.fromEntries(
  purposeTexts.map((text, index) => [text, index]),
) as Record<PurposeText, number>;
