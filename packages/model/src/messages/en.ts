import type { Args, Catalogue, Message } from "@shikumi/core/diagnostic";
import type { ModelCode } from "./model-code.ts";

const forms: Readonly<Record<string, string>> = {
  condition: "a condition: a fact, `judgement`, `within`, `any`, `all` or `not`",
  date: "a date such as 2012-03-31",
  flag: "true or false",
  id: "an id",
  list: "a list",
  map: "a map",
  "map-of-collections": "a map from collections to elements",
  "map-of-elements": "a map from ids to elements",
  number: "a number",
  observed: "a list of quantities, {first: [words]} or {ratio: [low, high]}",
  patch: "a patch: {set: PATH, to: VALUE}, {add: PATH, to: VALUE} or {remove: PATH}",
  path: "a path such as authorities.L-1.for",
  position: "a position such as 11.6 N 43.1 E",
  "quantity-any": "a quantity",
  "quantity-count": "a number of units",
  "quantity-distance": "a distance such as 300 nmi",
  "quantity-mass": "a mass such as 20 t",
  "quantity-money": "an amount of money such as 2 bn JPY",
  "quantity-number": "a number",
  "quantity-people": "a number of people such as 400 people",
  "quantity-rate": "a rate such as 6 /d",
  "quantity-share": "a share such as 0.2 or 20 %",
  "quantity-speed": "a speed such as 18 kn",
  "quantity-time": "a time such as 6 h",
  "rate-or-time": "a rate such as 6 /d, or a time such as 4 h",
  record: "a map with named fields",
  selector: "an id, a list of ids, or a map that selects",
  step: "a step such as {approval: WHOM, takes: 1 d}",
  text: "a text, or {ja: …, en: …}",
  word: "a word",
};

const kinds: Readonly<Record<string, string>> = {
  scalar: "a single value",
  list: "a list",
  map: "a map",
  nothing: "nothing",
};

const syntax: Readonly<Record<string, string>> = {
  BAD_INDENT: "the indentation does not fit",
  BAD_DQ_ESCAPE: "an escape sequence in double quotes is not valid",
  BAD_SCALAR_START: "a value cannot begin with this character",
  BLOCK_AS_IMPLICIT_KEY: "a nested map is written on one line with its key",
  BLOCK_IN_FLOW: "an indented list or map stands inside brackets",
  MISSING_CHAR: "a character is missing: a closing bracket or quote, a comma, a colon or a space",
  MULTILINE_IMPLICIT_KEY: "a key runs over several lines, or a colon is missing",
  MULTIPLE_DOCS: "the file has several documents",
  TAB_AS_INDENT: "a tab is used for indentation",
  UNEXPECTED_TOKEN: "something stands where nothing is expected",
  BAD_ALIAS: "an alias or anchor is not valid",
  RESOURCE_EXHAUSTION: "lists or maps are nested too deeply",
};

function message(text: string, help: string): Message {
  return { text, help };
}

function wordIn(words: Readonly<Record<string, string>>, key: string | number | undefined): string {
  const name = String(key);
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}

function meant({ suggestions }: Args, otherwise: string): string {
  return suggestions ? `Did you mean ${suggestions}?` : otherwise;
}

/** Messages in English. */
export const en: Catalogue<ModelCode> = {
  "accrues-with-one-need": ({ task, needs }) =>
    message(
      `${task} accrues evenly but has ${needs} needs.`,
      "Give it one need, or split it into one task per need.",
    ),
  "acts-through-missing": ({ authority }) =>
    message(
      `${authority} does not say which organisations it lets act.`,
      "Add `acts-through` with organisations, a party or a selector.",
    ),
  "alias-budget": ({ limit }) =>
    message(
      `The aliases of this file stand for more than ${limit} values.`,
      "Write the values out, or split them into elements of their own.",
    ),
  "alias-unknown": ({ alias }) =>
    message(`No anchor &${alias} stands before this alias.`, "Define the anchor earlier in the same file."),
  "ambiguous-id": ({ id, collection, other }) =>
    message(
      `${id} names an element of ${collection} and one of ${other}.`,
      "Rename one: parties, organisations and deciders share references.",
    ),
  "bad-grade": ({ found }) =>
    message(
      `"${found}" is no grade.`,
      "Write the credibility 1–6, or reliability and credibility such as B2.",
    ),
  "bad-id": ({ found }) => message(`"${found}" is no id.`, "Use letters, digits and hyphens only."),
  "bad-position": ({ found }) =>
    message(`"${found}" is no position.`, "Write latitude and longitude such as 11.6 N 43.1 E."),
  "bad-sha256": ({ found }) => message(`"${found}" is no SHA-256.`, "Write 64 digits 0–9 and a–f."),
  "baseline-has-levers": ({ found }) =>
    message(
      `The package "baseline" has ${found} levers.`,
      "The baseline has none; give this package another id.",
    ),
  "case-without-values": ({ fact }) =>
    message(
      `No value of the fact "${fact}" is named.`,
      "Add at least one, such as {case: FACT, VALUE: 6 h, otherwise: 1 d}.",
    ),
  "context-used": ({ found }) =>
    message(
      `${found} is told for context only, so nothing may rest on it.`,
      "Take the fact from something known by the baseline, or mark this as `context: true` too.",
    ),
  "csv-after-quote": ({ found }) =>
    message(
      `"${found}" follows a closing quote.`,
      "Write a comma after the quote, or double the quotes inside.",
    ),
  "csv-extra-cell": ({ found, columns }) =>
    message(
      `"${found}" is beyond the last of ${columns} columns.`,
      "Quote a cell that holds a comma, or add a column.",
    ),
  "csv-no-id": ({ found }) => message(`The first column is "${found}".`, "Name the first column id."),
  "csv-open-quote": () =>
    message("A quote is not closed.", "Close it, or double quotes that belong to the text."),
  "duplicate-id": ({ id }) => message(`${id} is written twice.`, "Rename or remove one of the two."),
  "duplicate-key": ({ key, id, other }) =>
    message(
      `${id} and ${other} have the same key "${key}".`,
      "A key names random draws: give each element its own.",
    ),
  "file-too-large": ({ found, limit }) =>
    message(`The file has ${found} characters; ${limit} are the most.`, "Split it."),
  "future-dimension": ({ uncertainty, found, expected, foundUnit, unit }) =>
    message(
      `${uncertainty} is a ${found}${foundUnit ? ` (${foundUnit})` : ""}; a ${expected}${unit ? ` (${unit})` : ""} is expected.`,
      "Refer to another uncertainty, or give its values the unit expected.",
    ),
  "grade-mismatch": ({ found, source, reliability }) =>
    message(
      source
        ? `The grade ${found} does not agree with ${source}, whose reliability is ${reliability}.`
        : `The grade ${found} has a letter but there is no source.`,
      "Write the credibility alone, or correct the reliability of the source.",
    ),
  "horizon-too-long": ({ found, limit }) =>
    message(`The horizon ${found} is longer than ${limit}.`, "Choose a shorter horizon."),
  "judgement-not-here": () =>
    message(
      "A judgement stands where no person is asked.",
      "Use facts and `within` here; judgements belong to authorities and tasks.",
    ),
  "key-not-text": () => message("A key is no word.", "Write a word before the colon."),
  "lever-breaks": ({ lever, problem, found }) =>
    message(
      `${lever} leaves the study with an error elsewhere: ${problem}${found ? ` (${found})` : ""}.`,
      "Change what depends on it in the same lever, or choose another patch.",
    ),
  "lever-excluded": ({ lever, other }) =>
    message(`${lever} excludes ${other}, and both are chosen.`, "Leave one of them out."),
  "lever-needs": ({ lever, needed }) =>
    message(`${lever} needs ${needed}, which is not chosen.`, `Add ${needed}.`),
  "lever-order-cycle": ({ lever }) =>
    message(`${lever} comes after itself.`, "Remove one `after` or `needs` from the circle."),
  "merge-key": () => message("A merge key << is used.", "Write the fields out."),
  "missing-field": ({ field, element }) => message(`${element}: "${field}" is missing.`, `Add "${field}".`),
  "missing-study": () =>
    message('There is no "study".', "Add a file with study: title, baseline and horizon."),
  "no-name": ({ element }) =>
    message(`${element} has no name; its id is shown instead.`, "Add name: {ja: …, en: …}."),
  "no-position": ({ place }) =>
    message(
      `${place} has no position, so the length of this route is unknown.`,
      "Give the place `at`, or the route a length.",
    ),
  "no-reliability": ({ source }) =>
    message(`${source} has no reliability; F (cannot be judged) is assumed.`, "Add reliability: A to F."),
  "no-source": ({ element, count }) =>
    message(
      `${element}: ${count} number(s) have no source; this is the first.`,
      "Add a source, or assumption: true, to the number or to anything around it.",
    ),
  "not-a-date": ({ found }) => message(`"${found}" is no date.`, "Write YYYY-MM-DD."),
  "not-ascending": ({ kind }) =>
    message(`The values of ${kind} do not ascend.`, "Write them from lowest to highest."),
  "not-in-package": ({ lever, package: one }) =>
    message(
      `${lever} is ordered but is no lever of ${one}.`,
      "Add it to the levers, or remove it from the order.",
    ),
  "lone-surrogate": () =>
    message(
      "The text holds half of a surrogate pair, which is no character.",
      "Write the character itself, or both halves.",
    ),
  "not-utf8": () => message("The file is not a UTF-8 text.", "Save it as UTF-8."),
  "not-whole": ({ found }) => message(`${found} is not a whole number.`, "Write a whole number."),
  "one-language": ({ field }) =>
    message(`${field} is given in one language; it stands for both.`, "Write {ja: …, en: …}."),
  "out-of-range": ({ found, least, most }) =>
    message(`${found} is outside ${least} to ${most}.`, "Write a value within."),
  "outcome-needs-expiry": ({ task }) =>
    message(`${task} is an outcome without "expires".`, "Add when it counts for nothing."),
  "outcome-needs-value": ({ task }) =>
    message(`${task} is an outcome without "value".`, "Add its value when met in full."),
  "patch-conflict": ({ lever, other, path }) =>
    message(
      `${lever} and ${other} both change ${path}.`,
      "Choose one; or let one need the other and come after it.",
    ),
  "patch-forbidden": ({ collection }) =>
    message(
      `A lever may not change ${collection}.`,
      "Levers change the world, not how the study is run or compared.",
    ),
  "patch-item-missing": ({ path, item }) =>
    message(`${path} does not contain ${item}.`, "Name an item that is in the list."),
  "patch-not-list": ({ path }) => message(`${path} exists and is no list.`, "Use set to replace it."),
  "patch-operation": ({ found }) =>
    message(`A patch has ${found} of set, add and remove.`, "Write exactly one."),
  "patch-path-missing": (args) =>
    message(
      `${args["path"]}: "${args["part"]}" does not exist.`,
      meant(args, "Correct the path, or use add to create it."),
    ),
  "patch-path-short": ({ path }) =>
    message(`The path ${path} does not name an element.`, "Write collection.id or collection.id.field."),
  "refers-to-itself": ({ found }) => message(`${found} refers to itself.`, "Remove it, or name another."),
  "repeated-field": ({ field }) => message(`"${field}" is written twice.`, "Remove one of the two."),
  "reserved-name": ({ field }) => message(`"${field}" cannot be a name.`, "Choose another."),
  "selects-nothing": ({ collection }) =>
    message(`Nothing in ${collection} is selected.`, "Widen the selector, or remove it."),
  "standard-after-expiry": ({ task }) =>
    message(`${task} expires before its standard.`, "Let `standard` come first."),
  "step-kind": ({ found, known }) => message(`A step has ${found} kinds.`, `Write exactly one of ${known}.`),
  "tag-not-allowed": ({ tag }) =>
    message(`The tag ${tag} is used.`, "Remove it; quote the value if it should be a text."),
  "too-deep": ({ limit }) => message(`Lists and maps are nested more than ${limit} deep.`, "Flatten them."),
  "too-few": ({ found, least }) =>
    message(`There are ${found} items; at least ${least} are needed.`, "Add the others."),
  "too-many-files": ({ found, limit }) =>
    message(`The study has ${found} files; ${limit} are the most.`, "Join some."),
  "uncertainty-depends": ({ element }) =>
    message(
      `${element} depends on another future or on a fact of a case.`,
      "Write plain quantities; use `with` for a correlation.",
    ),
  "unknown-collection": (args) =>
    message(
      `"${args["found"]}" is no collection.`,
      meant(args, "Move the elements into a collection of the language."),
    ),
  "unknown-field": (args) => message(`"${args["field"]}" is not known here.`, meant(args, "Remove it.")),
  "unknown-lever": ({ lever }) => message(`There is no lever ${lever}.`, "Name a lever of the study."),
  "unknown-package": ({ package: one }) =>
    message(`There is no package ${one}.`, "Name a package of the study, or baseline."),
  "unknown-reference": (args) =>
    message(
      `${args["found"]} is not in ${args["collection"]}.`,
      meant(args, "Add it there, or name one that exists."),
    ),
  "unknown-word": (args) =>
    message(`"${args["found"]}" is none of ${args["known"]}.`, meant(args, "Write one of them.")),
  "varies-where-fixed": ({ found }) =>
    message(
      `"${found}" varies from case to case, where one value is expected.`,
      "Write a quantity, or {future: UNCERTAINTY} if it is not known.",
    ),
  "weights-sum-to-nothing": () => message("All weights are 0.", "Give at least one value a weight."),
  "window-empty": () => message("It ends before it begins.", "Let `until` come after `from`."),
  "windows-overlap": () => message("Two times in force overlap.", "Join them, or separate them."),
  "wrong-form": ({ expected, found }) =>
    message(
      `${wordIn(kinds, found)} is written; expected: ${wordIn(forms, expected)}.`,
      `Write ${wordIn(forms, expected)}.`,
    ),
  "wrong-length": ({ found, expected }) =>
    message(`There are ${found} values; ${expected} are expected.`, `Write ${expected} values.`),
  "yaml-syntax": ({ problem }) =>
    message(`The file is not valid YAML: ${wordIn(syntax, problem)}.`, "Correct it here or just before."),
};
