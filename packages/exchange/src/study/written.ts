import { type CollectionName, canonicalStudy, type Study } from "@shikumi/model";
import { isRecord, type PlainRecord } from "../plain.ts";

/** The elements of a collection as a person wrote them, ascending by id. Throws `TypeError` for a study not made by `parseStudy`. */
export function writtenElements(study: Study, collection: CollectionName): ReadonlyMap<string, PlainRecord> {
  return elementsOf(writtenStudy(study), collection);
}

/** Everything a person wrote, by collection. */
export function writtenStudy(study: Study): PlainRecord {
  return JSON.parse(canonicalStudy(study)) as PlainRecord;
}

export function elementsOf(written: PlainRecord, collection: string): ReadonlyMap<string, PlainRecord> {
  const elements = written[collection];
  if (!isRecord(elements)) return new Map();
  return new Map(
    Object.entries(elements).filter((entry): entry is [string, PlainRecord] => isRecord(entry[1])),
  );
}
