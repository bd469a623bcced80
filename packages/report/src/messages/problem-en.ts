import type { Args, Message } from "@shikumi/core/diagnostic";

const rerun = "Make the brief again from its study, and do not edit the file by hand.";

/** What can be wrong with a brief that is verified, in English. */
export const problemEn = {
  "brief-no-record": (): Message => ({
    text: "The file holds no record of a brief.",
    help: "Give an HTML or Markdown file that `shikumi brief` has written.",
  }),
  "brief-several-records": ({ count }: Args): Message => ({
    text: `The file holds ${count} records of a brief, but should hold one.`,
    help: rerun,
  }),
  "brief-record-unreadable": (): Message => ({
    text: "The record of the brief is not valid JSON.",
    help: rerun,
  }),
  "brief-record-malformed": ({ path }: Args): Message => ({
    text: `The record of the brief does not have what a record has at "${path}".`,
    help: rerun,
  }),
  "brief-newer-format": ({ found, expected }: Args): Message => ({
    text: `The record of the brief is of format "${found}", but this version reads "${expected}".`,
    help: "Verify it with the version that wrote it.",
  }),
  "brief-digest-differs": ({ printed, recomputed }: Args): Message => ({
    text: `The brief is of a study with digest ${printed}, but this study has ${recomputed}.`,
    help: "Verify it against the study as it was.",
  }),
  "brief-engine-differs": ({ printed, recomputed }: Args): Message => ({
    text: `The brief was made by the rules "${printed}", but these are "${recomputed}".`,
    help: "Verify it with the version that wrote it.",
  }),
  "brief-run-differs": ({ id, printed, recomputed }: Args): Message => ({
    text: `Run ${id} was ${printed} in the brief, but is ${recomputed}.`,
    help: rerun,
  }),
  "brief-value-differs": ({ id, printed, recomputed }: Args): Message => ({
    text: `${id} is ${printed} in the brief, but ${recomputed} when computed again.`,
    help: rerun,
  }),
  "brief-figure-unknown": ({ id, printed }: Args): Message => ({
    text: `${id} is ${printed} in the brief, but no such number is computed.`,
    help: rerun,
  }),
  "brief-print-differs": ({ id, printed, recomputed }: Args): Message => ({
    text: `${id} is printed as "${printed}", but its value prints as "${recomputed}".`,
    help: rerun,
  }),
  "brief-print-missing": ({ id, recomputed }: Args): Message => ({
    text: `${id}, "${recomputed}", is no longer printed where it was.`,
    help: rerun,
  }),
  "brief-print-added": ({ id, printed }: Args): Message => ({
    text: `${id} is printed as "${printed}" where the record has no number.`,
    help: rerun,
  }),
  "brief-text-changed": (): Message => ({ text: "The text of the brief has been changed.", help: rerun }),
} as const;
