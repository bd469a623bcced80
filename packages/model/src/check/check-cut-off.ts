import { formatDate } from "@shikumi/core/date";
import type { Diagnostic } from "@shikumi/core/diagnostic";
import { isContext } from "../form/name-index.ts";
import { writtenTree } from "../lever/study-tree.ts";
import { collectionNames } from "../study/collection-name.ts";
import type { Study } from "../study/study.ts";
import { fieldOf, type Raw, type RawEntry, wordsOf } from "../tree/raw.ts";
import { finding } from "./check-code.ts";
import { isLater } from "./later-than.ts";

/** What is in reach of a value: whether it is supposed, and by when it was known. */
interface Reach {
  readonly element: string;
  readonly isSupposed: boolean;
  readonly isKnown: boolean;
  /** In the change of a lever, which is a proposal for later. */
  readonly isProposed: boolean;
  /** A date of an incident that no source tells: when it is supposed to happen in a run. */
  readonly isScenario: boolean;
}

/** Fields that say when a document was made or read, not when something happened. */
const ofDocuments: ReadonlySet<string> = new Set(["issued", "accessed"]);

/** Fields of words for people, in which a date is only told. */
const forPeople: ReadonlySet<string> = new Set(["title", "name", "note", "text", "case", "not-encoded"]);

/**
 * Facts that are later than the baseline, and citations of later documents that do not say of when the fact is. Elements marked
 * `context: true` are left out; so are the dates a lever sets. A study that this package did not read has nothing written to look at.
 */
export function checkCutOff(study: Study): Diagnostic[] {
  const root = writtenTree(study);
  if (root === undefined) return [];
  const walk = new Walk(study);
  const charter = fieldOf(root, "study");
  if (charter !== undefined) walk.citation("study", charter);
  for (const collection of collectionNames) {
    const written = fieldOf(root, collection);
    if (written?.kind !== "map") continue;
    for (const [id, entry] of written.entries) walk.element(`${collection}.${id}`, entry, collection);
  }
  for (const { id, span, issued, asOf } of study.sources.values()) {
    if (walk.cited.has(id) && issued === undefined && asOf === undefined)
      walk.found.push(finding("source-undated", span, { source: id }));
  }
  return walk.found;
}

class Walk {
  readonly found: Diagnostic[] = [];
  readonly cited = new Set<string>();
  readonly #study: Study;
  readonly #baseline: string;

  constructor(study: Study) {
    this.#study = study;
    this.#baseline = formatDate(study.charter.baseline, "en", "iso");
  }

  element(path: string, entry: RawEntry, collection: string): void {
    if (isContext(entry)) return;
    const isProposed = collection === "levers";
    const isScenario = collection === "incidents";
    this.#value(entry.value, { element: path, isSupposed: false, isKnown: false, isProposed, isScenario });
  }

  /** The citation a map holds itself, if any: of a document that is later, only with the date of the fact. */
  citation(element: string, raw: Raw): void {
    const written = fieldOf(raw, "source");
    const [id = ""] = wordsOf(written);
    const source = this.#study.sources.get(id);
    if (written === undefined || source === undefined) return;
    this.cited.add(id);
    const { issued = "", asOf } = source;
    if (!isLater(issued, this.#study.charter.baseline)) return;
    if (asOf !== undefined || fieldOf(raw, "as-of") !== undefined) return;
    const args = { element, source: id, issued, baseline: this.#baseline };
    this.found.push(finding("fact-date-missing", written.span, args));
  }

  #value(raw: Raw, reach: Reach): void {
    if (raw.kind === "list") for (const item of raw.items) this.#value(item, reach);
    else if (raw.kind === "map") this.#map(raw, reach);
    else if (!(reach.isSupposed || reach.isKnown || reach.isProposed)) this.#date(raw, reach);
  }

  #map(raw: Raw & { kind: "map" }, reach: Reach): void {
    this.citation(reach.element, raw);
    const inside = reachInside(raw, reach);
    for (const [field, entry] of raw.entries) {
      if (ofDocuments.has(field) || forPeople.has(field)) continue;
      if (field === "as-of") this.#date(entry.value, reach);
      else if (field === "tasks") this.#tasks(entry.value, inside);
      else if (field === "dates")
        this.#value(entry.value, { ...inside, isSupposed: inside.isSupposed || inside.isScenario });
      else this.#value(entry.value, inside);
    }
  }

  #tasks(raw: Raw, reach: Reach): void {
    if (raw.kind !== "map") return;
    for (const entry of raw.entries.values()) if (!isContext(entry)) this.#value(entry.value, reach);
  }

  #date(raw: Raw, { element }: Reach): void {
    const [date = ""] = wordsOf(raw);
    if (!/^\d{4}-\d{2}-\d{2}/.test(date)) return;
    if (!isLater(date.slice(0, 10), this.#study.charter.baseline)) return;
    this.found.push(
      finding("fact-later-than-baseline", raw.span, { element, date, baseline: this.#baseline }),
    );
  }
}

/** The nearest provenance holds, as for numbers: a citation takes a supposition away, and its date goes with it. */
function reachInside(raw: Raw, outer: Reach): Reach {
  const hasSource = fieldOf(raw, "source") !== undefined;
  const [assumption] = wordsOf(fieldOf(raw, "assumption"));
  const supposes = assumption === "true" || assumption === "yes";
  const isOwn = hasSource || supposes;
  return {
    ...outer,
    isSupposed: isOwn ? supposes : outer.isSupposed && assumption === undefined,
    isScenario: outer.isScenario && !hasSource,
    isKnown: fieldOf(raw, "as-of") !== undefined || (!isOwn && outer.isKnown),
  };
}
