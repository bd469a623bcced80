import type { CalendarDate } from "@shikumi/core/date";
import { sha256Hex } from "@shikumi/core/hash";
import type { Marking, Study } from "@shikumi/model";
import type { Exported } from "../exported.ts";
import { compact, type Plain, type PlainRecord, wordOf } from "../plain.ts";
import { readDate } from "../source/issued.ts";
import { writtenElements } from "../study/written.ts";
import { definitionOf, markings } from "./marking.ts";

/**
 * Parties and organisations as identities and sources as reports of a STIX 2.1 bundle, with their markings in TLP 2.0. A report keeps the study's fields under `x_shikumi`, its id
 * under `x_shikumi_id`. Ids and times depend on the study's id, its elements' ids and its baseline alone.
 */
export function exportStix(study: Study): Exported {
  const time = `${dayText(study.charter.baseline)}T00:00:00.000Z`;
  const idOf = (type: string, name: string): string => `${type}--${uuidOf(`${study.charter.id}/${name}`)}`;
  const shared = { spec_version: "2.1", created: time, modified: time } as const;
  const author = idOf("identity", "study");
  const identity = (
    name: string,
    title: string,
    identityClass: string,
    more: PlainRecord = {},
  ): PlainRecord => ({
    type: "identity",
    id: idOf("identity", name),
    ...shared,
    name: title,
    identity_class: identityClass,
    ...more,
  });
  const identities = [
    identity("study", study.charter.title.en, "system"),
    ...[...study.parties.values()].map(({ id, name, marking }) =>
      identity(`parties/${id}`, name.en, "group", { x_shikumi_id: id, ...markedBy(marking) }),
    ),
    ...[...study.organisations.values()].map(({ id, name, marking }) =>
      identity(`organisations/${id}`, name.en, "organization", { x_shikumi_id: id, ...markedBy(marking) }),
    ),
  ];
  const written = writtenElements(study, "sources");
  const reports = [...study.sources.values()].map((source): PlainRecord => {
    const own = written.get(source.id) ?? {};
    const known = wordOf(own["number"]);
    const isStix = known !== undefined && /^report--[0-9a-f-]{36}$/.test(known);
    return compact({
      type: "report",
      id: isStix ? known : idOf("report", source.id),
      ...shared,
      created_by_ref: author,
      name: source.title.en,
      description: source.note?.en,
      published: publishedOf(source.issued) ?? time,
      object_refs: [author],
      external_references:
        source.url === undefined ? undefined : [{ source_name: source.id, url: source.url }],
      ...markedBy(source.marking),
      x_shikumi_id: source.id,
      x_shikumi: { ...own, ...ownName(own) },
    });
  });
  const used = markings.filter((one) =>
    [...study.sources.values(), ...study.organisations.values(), ...study.parties.values()].some(
      ({ marking }) => marking === one,
    ),
  );
  const objects: readonly Plain[] = [...used.map(definitionOf), ...identities, ...reports];
  const bundle = {
    type: "bundle",
    id: `bundle--${uuidOf(`${study.charter.id}/bundle/${study.digest}`)}`,
    objects,
  };
  return { content: `${JSON.stringify(bundle, undefined, 2)}\n`, written: objects.length, remarks: [] };
}

/** A name that the study wrote as `name` is read back as `title`. */
function ownName(own: PlainRecord): PlainRecord {
  return own["title"] === undefined && own["name"] !== undefined ? { title: own["name"] } : {};
}

function markedBy(marking: Marking | undefined): PlainRecord {
  return marking === undefined ? {} : { object_marking_refs: [wordOf(definitionOf(marking)["id"]) ?? ""] };
}

function publishedOf(issued: string | undefined): string | undefined {
  const date = issued === undefined ? undefined : readDate(issued)?.date;
  if (date === undefined) return undefined;
  return `${date}${"-01-01".slice((date.length - 4) as 0 | 3 | 6)}T00:00:00.000Z`;
}

function dayText({ year, month, day }: CalendarDate): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
}

/** A UUID in the form of version 8 (RFC 9562) from the SHA-256 of a name. */
function uuidOf(name: string): string {
  const hex = sha256Hex(name);
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
