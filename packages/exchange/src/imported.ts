import type { CollectionName } from "@shikumi/model";
import type { PlainRecord } from "./plain.ts";
import type { Place, Remark } from "./remark.ts";

/** One element that an importer made, with the fields it knows; `null` takes a field away. Fields it does not know keep what the study has. */
export interface ImportedElement {
  readonly collection: CollectionName;
  readonly id: string;
  readonly fields: PlainRecord;
  readonly at: Place;
}

/** What an importer made of a file. Nothing is to be written where a remark refuses. */
export interface Imported {
  readonly elements: readonly ImportedElement[];
  /** Entries, rows or objects that the file holds. */
  readonly read: number;
  readonly remarks: readonly Remark[];
}

/** A file as it lies on the disk. */
export interface InputFile {
  /** Its name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
