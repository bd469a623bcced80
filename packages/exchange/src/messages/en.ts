import type { Catalogue } from "@shikumi/core/diagnostic";
import type { RemarkCode } from "../remark.ts";

/** Remarks on imports and exports, in English. */
export const en: Catalogue<RemarkCode> = {
  "not-utf8": ({ guess }) => ({
    text: `The file is not in UTF-8; it may be in ${guess}.`,
    help: "Save it again as UTF-8 (in Excel: CSV UTF-8).",
  }),
  "not-a-workbook": ({ problem }) => ({
    text: `This is no workbook in the form .xlsx (${problem}).`,
    help: "Save it as .xlsx without a password, or as CSV in UTF-8.",
  }),
  "workbook-too-large": ({ found, limit }) => ({
    text: `The workbook unpacks to ${found} bytes or more; the limit is ${limit}.`,
    help: "Leave out sheets and empty rows that are not needed.",
  }),
  "unknown-format": ({ formats }) => ({
    text: "The format of the file is not known.",
    help: `This kind of import reads ${formats}.`,
  }),
  "not-json": ({ problem }) => ({
    text: `The file is not JSON: ${problem}`,
    help: "Export it again from where it comes.",
  }),
  "not-a-mapping": ({ problem }) => ({
    text: `The mapping is no YAML map: ${problem}`,
    help: "The README of the exchange package shows what a mapping holds.",
  }),
  "mapping-needed": ({ fields }) => ({
    text: `The file alone does not say: ${fields}.`,
    help: "Say it in a mapping file and name that with --map.",
  }),
  "mapping-unknown-word": ({ found, expected }) => ({
    text: `The mapping says "${found}", which means nothing here.`,
    help: `It may say ${expected}.`,
  }),
  "mapping-unknown-column": ({ found, columns }) => ({
    text: `The mapping names the column "${found}", which the file does not have.`,
    help: `Its columns are ${columns}.`,
  }),
  "no-header": ({ expected }) => ({
    text: "No row was found that names the columns.",
    help: `One of the first rows must name ${expected}.`,
  }),
  "no-hashtags": () => ({
    text: "No row of HXL hashtags was found.",
    help: "One of the first rows must hold hashtags such as #org, #sector and #adm1.",
  }),
  "no-entries": () => ({
    text: "Nothing that could be imported is in the file.",
    help: "Look whether it is the right one.",
  }),
  "study-would-break": ({ errors }) => ({
    text: `With what is in the file the study would have errors (${errors}). Nothing was written.`,
    help: "Mend what the diagnostics name, in the file or in the study, and import again.",
  }),
  "edit-not-possible": ({ element }) => ({
    text: `${element} cannot be changed where it is written without touching something else. Nothing was written.`,
    help: "Change it by hand, or write it on lines of its own without aliases.",
  }),
  "entry-unreadable": ({ entry }) => ({
    text: `The entry "${entry}" could not be read.`,
    help: "Mend its braces, quotes or tags.",
  }),
  "field-not-carried": ({ field }) => ({
    text: `The field "${field}" was not carried over.`,
    help: "A study has no place for it.",
  }),
  "column-not-carried": ({ column, values }) => ({
    text: `The column "${column}" was not carried over (${values} values).`,
    help: "Name it as the language does, or tag it, if it belongs to the study.",
  }),
  "sheet-not-carried": ({ sheet }) => ({
    text: `The sheet "${sheet}" was not carried over.`,
    help: "Only one sheet is read; name it in the mapping if another is meant.",
  }),
  "date-unreadable": ({ found }) => ({
    text: `"${found}" is no date that could be read.`,
    help: "Write YYYY, YYYY-MM or YYYY-MM-DD.",
  }),
  "date-shortened": ({ found, kept }) => ({
    text: `Of the date "${found}", ${kept} was kept.`,
    help: "A study gives a source one day, month or year.",
  }),
  "row-without-value": ({ column }) => ({
    text: `A row without "${column}" was left out.`,
    help: "Fill the cell in.",
  }),
  "unknown-name": ({ found, collection, near }) => ({
    text: `The study has nothing called "${found}" among its ${collection}.`,
    help: near === "" ? "Add it to the study, or use its name or id." : `Did you mean ${near}?`,
  }),
  "letter-not-carried": ({ letter, task, organisation }) => ({
    text: `"${letter}" of ${organisation} for ${task} was not carried over.`,
    help: "A role plan knows who leads (L, R) and who supports (S); who is consulted or informed has no place in it.",
  }),
  "accountable-differs": ({ task, organisation }) => ({
    text: `The sheet makes ${organisation} accountable for ${task}; the study does not.`,
    help: "Who is accountable is said by the mission itself (`accountable`), and was left as it is.",
  }),
  "several-leads": ({ task, kept }) => ({
    text: `More than one organisation leads ${task}; ${kept} was taken, the others support.`,
    help: "Decide who leads.",
  }),
  "object-not-carried": ({ type, object }) => ({
    text: `The object ${object} of type ${type} was not carried over.`,
    help: "A study has no place for objects of this type.",
  }),
  "marking-unknown": ({ object, marking }) => ({
    text: `${object} was left out: its marking ${marking} is not in the bundle.`,
    help: "Add the marking definition, so that nothing is passed on against its terms.",
  }),
  "comment-lost": ({ element }) => ({
    text: `A comment inside ${element} was lost where it changed.`,
    help: "Put comments above an element.",
  }),
  "value-not-carried": ({ field, element }) => ({
    text: `${field} of ${element} was not carried over.`,
    help: "This format has no place for it; CSL-JSON has for all of a source.",
  }),
  "mapping-not-used": () => ({
    text: "The mapping was not used: this kind of import needs none.",
    help: "Leave out --map.",
  }),
  "filtered-out": ({ rows }) => ({
    text: `Rows left out by the filters of the mapping: ${rows}.`,
    help: "Widen the filters (`where`, `from`, `until`) if that is too many.",
  }),
  "byte-order-mark": () => ({
    text: "A byte order mark at the start was passed over.",
    help: "Nothing has to be done.",
  }),
  "repeated-entry": ({ id }) => ({
    text: `"${id}" is there twice; one was taken.`,
    help: "Take one of them out of the file.",
  }),
  "repeated-id": ({ id, now }) => ({
    text: `"${id}" names two different things; the second is now "${now}".`,
    help: "Give one of them another id in the file.",
  }),
  "same-work": ({ id, other }) => ({
    text: `"${id}" seems to be the same work as "${other}".`,
    help: "Keep one of them.",
  }),
  "id-made": ({ id }) => ({
    text: `"${id}" was made as an id.`,
    help: "Write an id of letters, digits and hyphens in the file to choose it.",
  }),
  "not-available": ({ field, found }) => ({
    text: `"${found}" in "${field}" was taken to mean: no value.`,
    help: "Leave the cell or field empty to say so plainly.",
  }),
  "spelled-differently": ({ found, name }) => ({
    text: `"${found}" was taken to be ${name}.`,
    help: "Spell it in one way.",
  }),
  "rows-before-header": ({ rows }) => ({
    text: `Rows above the names of the columns were passed over: ${rows}.`,
    help: "Nothing has to be done, unless they hold data.",
  }),
  "header-repeated": () => ({
    text: "A row that names the columns again was passed over.",
    help: "Nothing has to be done.",
  }),
  "merged-cells": ({ range }) => ({
    text: `The merged cells ${range} were all given the value of the first.`,
    help: "Unmerge them if they do not all mean the same.",
  }),
  formula: () => ({
    text: "A formula was read as the value it last had.",
    help: "Have the workbook recalculated and saved if the values are old.",
  }),
  "cell-error": ({ found }) => ({
    text: `The error ${found} in a cell was taken to mean: no value.`,
    help: "Mend the formula of the cell.",
  }),
  "date-from-number": ({ found }) => ({
    text: `A date kept as a number was read as ${found}.`,
    help: "Look whether it is the day that is meant.",
  }),
  "place-of-organisation": ({ id, place }) => ({
    text: `${id} was put at ${place}, where its organisation is.`,
    help: "Add a column `at`.",
  }),
  "taken-as-assumption": ({ id }) => ({
    text: `${id} names no source and was marked as an assumption.`,
    help: "Add a column `source`.",
  }),
  "without-reliability": ({ id }) => ({
    text: `The source "${id}" has no grade of reliability.`,
    help: "Grade it from A to F in the study.",
  }),
  revoked: ({ object }) => ({
    text: `${object} is revoked and was passed over.`,
    help: "Nothing has to be done.",
  }),
  "older-version": ({ object }) => ({
    text: `An older version of ${object} was passed over.`,
    help: "Nothing has to be done.",
  }),
};
