import type { Marking } from "@shikumi/model";
import { isRecord, type PlainRecord, wordOf } from "../plain.ts";

/** Ids of the marking definitions of the Traffic Light Protocol that STIX 2.1 (section 7.2.1.4) and the OASIS extension for TLP 2.0 fix. */
const fixed: Readonly<Record<string, Marking>> = {
  "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": "clear",
  "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
  "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": "amber",
  "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
  "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487": "clear",
  "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "green",
  "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421": "amber",
  "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003": "amber-strict",
  "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1": "red",
};

const extension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

/** Lowest first. */
export const markings: readonly Marking[] = ["clear", "green", "amber", "amber-strict", "red"];

/** What a marking definition of a bundle says: a colour, a statement such as a licence, or neither. */
export interface ReadMarking {
  readonly colour: Marking | undefined;
  readonly statement: string | undefined;
}

/** The markings of a bundle by id, with those the standards fix. */
export function markingsOf(objects: readonly PlainRecord[]): ReadonlyMap<string, ReadMarking> {
  const found = new Map<string, ReadMarking>(
    Object.entries(fixed).map(([id, colour]) => [id, { colour, statement: undefined }]),
  );
  for (const object of objects) {
    const id = wordOf(object["id"]);
    if (object["type"] !== "marking-definition" || id === undefined || id in fixed) continue;
    const read = markingOf(object);
    if (read !== undefined) found.set(id, read);
  }
  return found;
}

function markingOf(object: PlainRecord): ReadMarking | undefined {
  const { definition, extensions } = object;
  const within = isRecord(definition) ? definition : {};
  const extended = isRecord(extensions) ? extensions[extension] : undefined;
  const told =
    wordOf(within["tlp"]) ??
    (isRecord(extended) ? wordOf(extended["tlp_2_0"]) : undefined) ??
    wordOf(object["name"]);
  const colour = colourNamed(told ?? "");
  if (colour !== undefined) return { colour, statement: undefined };
  const statement = wordOf(within["statement"]);
  return statement === undefined ? undefined : { colour: undefined, statement };
}

function colourNamed(text: string): Marking | undefined {
  const word = text
    .toLowerCase()
    .replace(/^tlp:?\s*/, "")
    .replace(/[+_ ]/g, "-");
  if (word === "white") return "clear";
  return markings.find((one) => one === word);
}

/** The marking definition of TLP 2.0 for a colour, as the OASIS extension fixes it. */
export function definitionOf(colour: Marking): PlainRecord {
  const id = Object.entries(fixed).findLast(([, one]) => one === colour)?.[0] ?? "";
  const name = colour === "amber-strict" ? "AMBER+STRICT" : colour.toUpperCase();
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id,
    created: "2022-10-01T00:00:00.000Z",
    name: `TLP:${name}`,
    extensions: { [extension]: { extension_type: "property-extension", tlp_2_0: name.toLowerCase() } },
  };
}
