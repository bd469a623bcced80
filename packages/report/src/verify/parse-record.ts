import type { Figure, RunReference } from "@shikumi/assessment";
import { type BoundPlace, type BriefRecord, type RecordPlan, recordFormat } from "../record/brief-record.ts";

/** The place in a record that is not what it should be. */
export class MalformedRecord extends Error {
  override readonly name = "MalformedRecord";
  readonly path: string;

  constructor(path: string) {
    super(`malformed at ${path}`);
    this.path = path;
  }
}

type Json = Readonly<Record<string, unknown>>;

/** A record from its parsed JSON. Throws `MalformedRecord` naming the first place that is not as `writeRecord` writes it. */
export function parseRecord(value: unknown): BriefRecord {
  const json = object(value, "$");
  const language = text(json, "language");
  if (language !== "ja" && language !== "en") throw new MalformedRecord("language");
  return {
    format: recordFormat,
    language,
    study: text(json, "study"),
    digest: text(json, "digest"),
    engine: text(json, "engine"),
    seed: count(json, "seed"),
    plan: parsePlan(object(json["plan"], "plan")),
    runs: list(json["runs"], "runs").map((run, index) =>
      parseRun(object(run, `runs.${index}`), `runs.${index}`),
    ),
    figures: new Map(
      Object.entries(object(json["figures"], "figures")).map(([id, figure]) => [id, parseFigure(id, figure)]),
    ),
    places: list(json["places"], "places").map((place, index) =>
      parsePlace(object(place, `places.${index}`)),
    ),
    body: json["body"] === undefined ? undefined : text(json, "body"),
  };
}

function parsePlan(json: Json): RecordPlan {
  const names = (field: string): readonly string[] =>
    list(json[field], `plan.${field}`).map((name) => {
      if (typeof name !== "string") throw new MalformedRecord(`plan.${field}`);
      return name;
    });
  return {
    ...(json["futures"] === undefined ? {} : { futures: count(json, "futures") }),
    ...(json["replications"] === undefined ? {} : { replications: count(json, "replications") }),
    packages: names("packages"),
    levers: names("levers"),
    causes: json["causes"] === true,
    removal: json["removal"] === true,
    ...(json["validation"] === true ? { validation: true } : {}),
    ...(json["weakest"] === undefined ? {} : { weakest: count(json, "weakest") }),
    ...(json["hypotheses"] === true ? { hypotheses: true } : {}),
  };
}

function parseRun(json: Json, path: string): RunReference {
  const mode = text(json, "mode");
  const undetermined = text(json, "undetermined");
  if (mode !== "in-force" && mode !== "timed") throw new MalformedRecord(`${path}.mode`);
  if (undetermined !== "refused" && undetermined !== "granted")
    throw new MalformedRecord(`${path}.undetermined`);
  return {
    key: text(json, "key"),
    digest: text(json, "digest"),
    engine: text(json, "engine"),
    package: text(json, "package"),
    levers: list(json["levers"], `${path}.levers`).map(String),
    mode,
    undetermined,
    relaxed: json["relaxed"] === true,
    without: json["without"] === undefined ? undefined : text(json, "without"),
    seed: count(json, "seed"),
    futures: count(json, "futures"),
    replications: count(json, "replications"),
  };
}

const units: readonly string[] = ["share", "hours", "count", "value", "points"] satisfies Figure["unit"][];

function parseFigure(id: string, json: unknown): Figure {
  const path = `figures.${id}`;
  const [value, low, high, unit, run, ...rest] = list(json, path);
  if (typeof unit !== "string" || !units.includes(unit) || typeof run !== "string" || rest.length > 0) {
    throw new MalformedRecord(path);
  }
  const number = (written: unknown): number => {
    if (typeof written === "number") return written;
    if (written === null) return Number.NaN;
    if (written === "Infinity" || written === "-Infinity" || written === "-0") return Number(written);
    throw new MalformedRecord(path);
  };
  return {
    id,
    value: number(value),
    low: number(low),
    high: number(high),
    unit: unit as Figure["unit"],
    run,
  };
}

function parsePlace(json: Json): BoundPlace {
  return { figure: text(json, "figure"), style: text(json, "style"), text: text(json, "text") };
}

function object(value: unknown, path: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new MalformedRecord(path);
  return value as Json;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new MalformedRecord(path);
  return value;
}

function text(json: Json, field: string): string {
  const value = json[field];
  if (typeof value !== "string") throw new MalformedRecord(field);
  return value;
}

function count(json: Json, field: string): number {
  const value = json[field];
  if (typeof value !== "number") throw new MalformedRecord(field);
  return value;
}
