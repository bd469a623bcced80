import type { Catalogue } from "@shikumi/core/diagnostic";
import type { StoreErrorCode } from "../store-error.ts";

/** Messages of the store in English. */
export const en: Catalogue<StoreErrorCode> = {
  "results-not-found": ({ path }) => ({
    text: `There are no results in ${path}.`,
    help: "Name the folder that an exploration wrote, or run one first.",
  }),
  "newer-results": ({ path }) => ({
    text: `The results in ${path} are in a form that this version does not know.`,
    help: "Use the version that wrote them, or a later one.",
  }),
  "results-unreadable": ({ path }) => ({
    text: `${path} could not be read.`,
    help: "Check that the file is there, that it may be read and that the disk is sound.",
  }),
  "results-unwritable": ({ path }) => ({
    text: `${path} could not be written. What was there is untouched.`,
    help: "Check that the folder may be written to and that there is room on the disk.",
  }),
  "bad-address": ({ part }) => ({
    text: `"${part}" is no address of a part.`,
    help: "An address has 64 hexadecimal digits; a listing of the results names those that are there.",
  }),
  "bad-column": ({ column }) => ({
    text: `Column "${column}" cannot be stored without loss.`,
    help: "Whole numbers may have up to 2^53 − 1; names must differ in more than capitals; columns must be of one length.",
  }),
  "bad-condition": ({ column }) => ({
    text: `The condition on column "${column}" means nothing.`,
    help: "Compare numbers with numbers, and texts with = only; a series has no one value.",
  }),
  "part-missing": ({ part }) => ({
    text: `Part ${part} is not there.`,
    help: "Run the exploration again: it computes what is missing and nothing else.",
  }),
  "part-damaged": ({ part }) => ({
    text: `The bytes of part ${part} are not those that were written, so it was not read.`,
    help: "Forget the part and run the exploration again; check the disk if it happens twice.",
  }),
  "part-conflict": ({ part }) => ({
    text: `Part ${part} was computed twice with different results.`,
    help: "The same runs must give the same bits: check that both were made by one version of the engine, then forget the part and run again.",
  }),
  "column-missing": ({ column, part }) => ({
    text: `Column "${column}" is missing, first from part ${part}.`,
    help: "Leave the column out, leave those parts out, or ask for missing values there.",
  }),
  "column-differs": ({ column, part }) => ({
    text: `Column "${column}" means something else in part ${part}: its unit, kind, length or description differs.`,
    help: "Read the parts apart.",
  }),
  "exploration-missing": ({ exploration }) => ({
    text: `There is no exploration "${exploration}".`,
    help: "A listing of the results names those that are there.",
  }),
  "exploration-exists": ({ exploration }) => ({
    text: `There is an exploration "${exploration}" already, of other runs.`,
    help: "Choose another name, or ask for it to be replaced.",
  }),
  "exploration-damaged": ({ path }) => ({
    text: `${path} is not what was written.`,
    help: "Remove the entry and run the exploration again; the parts that are there will be used.",
  }),
};
