import type { Marking, Study } from "@shikumi/model";
import { freeId, idFromName } from "../identifier.ts";
import type { Imported, ImportedElement, InputFile } from "../imported.ts";
import { compact, isRecord, type Plain, type PlainRecord, wordOf } from "../plain.ts";
import { type Place, Remarks } from "../remark.ts";
import { readText } from "../sheet/read-text.ts";
import { readDate } from "../source/issued.ts";
import { writtenElements } from "../study/written.ts";
import { markings, markingsOf, type ReadMarking } from "./marking.ts";

/** Objects that become sources, with the type of each. What is known of a threat is a source of what a study says of it. */
const carried: Readonly<Record<string, string>> = {
  report: "report",
  note: "document",
  campaign: "entry",
  "intrusion-set": "entry",
  "threat-actor": "entry",
  malware: "entry",
  tool: "entry",
  "attack-pattern": "entry",
  vulnerability: "entry",
  "course-of-action": "entry",
};

/** Objects that are used by others and are no entries of their own. */
const helping = new Set(["identity", "marking-definition", "extension-definition"]);

/**
 * Sources of a STIX 2.1 or 2.0 bundle: reports, notes and what it says of threats, with author, date, address and marking. The strictest colour of an object holds; an
 * object with a marking that cannot be told is left out. An object that the study has keeps its id, whatever it is called. Of several versions the latest counts; revoked objects are passed over.
 */
export function importStix(file: InputFile, study: Study): Imported {
  const remarks = new Remarks();
  const objects = objectsOf(file, remarks);
  if (objects === undefined) return { elements: [], read: 0, remarks: remarks.all };
  const bundle: Bundle = { file: file.name, markings: markingsOf(objects), names: namesOf(objects), remarks };
  const taken = new Map<string, ImportedElement>();
  const written = writtenElements(study, "sources");
  const known = new Map([...written].map(([id, fields]) => [wordOf(fields["number"]) ?? "", id]));
  for (const { object, at } of latest(objects, file.name, remarks)) {
    const type = wordOf(object["type"]) ?? "";
    const name = wordOf(object["name"]) ?? wordOf(object["abstract"]);
    if (helping.has(type)) continue;
    const stixId = wordOf(object["id"]) ?? "";
    if (carried[type] === undefined || name === undefined) {
      remarks.add("object-not-carried", at, { type, object: stixId });
      continue;
    }
    const fields = fieldsOf(object, name, at, bundle);
    if (fields === undefined) continue;
    const told = wordOf(object["x_shikumi_id"]) ?? known.get(stixId);
    const others = { has: (one: string) => taken.has(one) || (told === undefined && written.has(one)) };
    const id = freeId(told ?? idFromName(name), others);
    if (fields["reliability"] === undefined) remarks.add("without-reliability", at, { id });
    taken.set(id, { collection: "sources", id, fields, at });
  }
  if (taken.size === 0) remarks.add("no-entries", { file: file.name });
  return { elements: [...taken.values()], read: objects.length, remarks: remarks.all };
}

interface Bundle {
  readonly file: string;
  readonly markings: ReadonlyMap<string, ReadMarking>;
  /** Names of identities by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly remarks: Remarks;
}

/** The objects of a bundle, of a list of objects, or the only object of a file. */
function objectsOf(file: InputFile, remarks: Remarks): readonly PlainRecord[] | undefined {
  const text = readText(file, remarks);
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    remarks.add("not-json", { file: file.name }, { problem: error instanceof Error ? error.message : "" });
    return undefined;
  }
  const inside = isRecord(data) && data["objects"] !== undefined ? data["objects"] : data;
  const items: readonly unknown[] = Array.isArray(inside) ? inside : [inside];
  const objects = items.filter(
    (item): item is PlainRecord => isRecord(item) && wordOf(item["type"]) !== undefined,
  );
  if (objects.length === 0) remarks.add("no-entries", { file: file.name });
  return objects.length === 0 ? undefined : objects;
}

function namesOf(objects: readonly PlainRecord[]): ReadonlyMap<string, string> {
  return new Map(
    objects
      .filter(({ type }) => type === "identity")
      .map(({ id, name }) => [wordOf(id) ?? "", wordOf(name) ?? ""] as const),
  );
}

function latest(
  objects: readonly PlainRecord[],
  file: string,
  remarks: Remarks,
): readonly { readonly object: PlainRecord; readonly at: Place }[] {
  const newest = new Map<string, PlainRecord>();
  const version = (object: PlainRecord): string =>
    wordOf(object["modified"]) ?? wordOf(object["created"]) ?? "";
  for (const object of objects) {
    const id = wordOf(object["id"]) ?? "";
    const before = newest.get(id);
    if (before === undefined || version(object) >= version(before)) newest.set(id, object);
  }
  return objects.flatMap((object, index) => {
    const at: Place = { file, row: index + 1 };
    const id = wordOf(object["id"]) ?? "";
    if (newest.get(id) !== object) {
      remarks.add("older-version", at, { object: id });
      return [];
    }
    if (object["revoked"] !== true && object["x_mitre_deprecated"] !== true) return [{ object, at }];
    remarks.add("revoked", at, { object: id });
    return [];
  });
}

/** `undefined`, with a remark, where a marking cannot be told. */
function fieldsOf(object: PlainRecord, name: string, at: Place, bundle: Bundle): PlainRecord | undefined {
  const { remarks } = bundle;
  const stixId = wordOf(object["id"]) ?? "";
  const refs = listOf(object["object_marking_refs"]).map((ref) => wordOf(ref) ?? "");
  const found: ReadMarking[] = [];
  for (const ref of refs) {
    const marking = bundle.markings.get(ref);
    if (marking === undefined) {
      remarks.add("marking-unknown", at, { object: stixId, marking: ref });
      return undefined;
    }
    found.push(marking);
  }
  const strictest = Math.max(
    -1,
    ...found.map(({ colour }) => (colour === undefined ? -1 : markings.indexOf(colour))),
  );
  const marking: Marking | undefined = markings[strictest];
  const written = wordOf(object["published"]) ?? wordOf(object["first_seen"]) ?? wordOf(object["created"]);
  const own = object["x_shikumi"];
  if (isRecord(own)) return compact({ ...own, marking: marking ?? own["marking"] });
  return compact({
    type: carried[wordOf(object["type"]) ?? ""],
    title: name,
    author: bundle.names.get(wordOf(object["created_by_ref"]) ?? ""),
    issued: written === undefined ? undefined : readDate(written)?.date,
    URL: addressOf(object["external_references"]),
    number: stixId,
    note: wordOf(object["description"]) ?? wordOf(object["content"]),
    marking,
    licence: found.map(({ statement }) => statement).find((statement) => statement !== undefined),
  });
}

function listOf(value: Plain | undefined): readonly Plain[] {
  return Array.isArray(value) ? (value as readonly Plain[]) : [];
}

function addressOf(references: Plain | undefined): string | undefined {
  for (const reference of listOf(references)) {
    const url = isRecord(reference) ? wordOf(reference["url"]) : undefined;
    if (url !== undefined) return url;
  }
  return undefined;
}
