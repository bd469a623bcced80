import { type Table, table } from "../form/element-table.ts";
import { optional, otherwise, otherwiseValue, required } from "../form/field.ts";
import { type Form, mapped, wordOf, wrongForm } from "../form/form.ts";
import { listOf, mapOf } from "../form/list.ts";
import { record } from "../form/record.ts";
import { reference } from "../form/reference.ts";
import { choice, date, word } from "../form/scalar.ts";
import { level, share, slot } from "../form/slot.ts";
import { window } from "../form/window.ts";
import type {
  Access,
  Beneficiary,
  Decider,
  Holding,
  Kind,
  Organisation,
  Party,
  Place,
  Route,
} from "../study/actor.ts";
import { capabilityLevel } from "./capability-unit.ts";

export const parties: Table<Party> = table(
  "parties",
  "States or groupings whose equality is judged",
  {
    wants: otherwiseValue(
      mapOf(word, "definition of equality"),
      [],
      "nothing",
      "What it wants, by definition of equality",
    ),
  },
  ({ wants }, { base }) => ({
    ...base,
    wants: wants.map(({ name, value }) => ({ definition: name, want: value })),
  }),
  { shown: true },
);

export const kinds: Table<Kind> = table(
  "kinds",
  "Kinds of organisation",
  {
    default: required(
      choice(["needs-basis", "free-unless-barred"]),
      "Whether it acts only on an authority, or may do what nothing forbids",
    ),
  },
  (values, { base }) => ({ ...base, default: values.default }),
);

export const organisations: Table<Organisation> = table(
  "organisations",
  "Actors of one party",
  {
    party: required(reference("parties"), "The party it belongs to"),
    kind: required(reference("kinds"), "Its kind, which says what holds where no law fits"),
    under: optional(reference("organisations"), "Its superior"),
    at: optional(reference("places"), "Where it is"),
  },
  ({ party, kind, under, at }, { base }) => ({ ...base, party, kind, under, at }),
  { shown: true },
);

const sitting = record({
  "per-year": required(level("number"), "How many levers it passes a calendar year"),
  closed: otherwiseValue(listOf(window), [], "never", "When it passes none"),
});

export const deciders: Table<Decider> = table(
  "deciders",
  "Persons or bodies whose steps queue",
  {
    party: required(reference("parties"), "The party it decides for"),
    attention: optional(
      attention(),
      "Steps it handles per time (`6 /d`), or the time one step takes; no queue when absent",
    ),
    members: otherwiseValue(
      listOf(reference("deciders", "organisations", "parties")),
      [],
      "none",
      "Bodies that act as one here",
    ),
    sits: optional(sitting, "How many levers a year it passes, and when none"),
  },
  ({ party, attention, members, sits }, { base }) => ({
    ...base,
    party,
    attention,
    members,
    sits: sits && { perYear: sits["per-year"], closed: sits.closed },
  }),
  { shown: true },
);

/** A rate, or a time per step: whichever was written. */
function attention(): Form<Decider["attention"]> {
  const rate = slot("rate", { sign: "positive" });
  const either = slot(undefined, { sign: "positive" });
  return {
    ...rate,
    words: "rate, or time per step",
    read(raw, reading) {
      const found = either.read(raw, reading);
      const fits = found.dimension === "rate" || found.dimension === "time";
      if (!fits) reading.error("wrong-form", raw.span, { expected: "rate-or-time", found: raw.kind });
      return found;
    },
  };
}

export const holdings: Table<Holding> = table(
  "holdings",
  "How much of a capability an organisation holds, where, how fast, how sustained",
  {
    of: required(reference("organisations"), "Who holds it"),
    what: required(reference("capabilities"), "The capability"),
    quantity: required(capabilityLevel(), "How many units"),
    at: required(reference("places"), "Where they are"),
    ready: otherwise(slot("time"), "0 h", "From the order to moving off"),
    endures: optional(level("time"), "Longest time on scene of one unit"),
    recovers: otherwise(slot("time"), "0 h", "From coming home to being free"),
    arrives: otherwiseValue(
      listOf(
        record({
          quantity: required(capabilityLevel(), "Further units"),
          at: optional(date, "From this date"),
          after: optional(level("time"), "From this time after the start"),
        }),
      ),
      [],
      "never",
      "Further units, from a date (`at`) or a time (`after`) on",
    ),
    "shared-with": otherwiseValue(
      listOf(reference("organisations")),
      [],
      "nobody",
      "Others that may draw on it",
    ),
  },
  (values, { base, raw, reading }) => ({
    ...base,
    of: values.of,
    what: values.what,
    quantity: values.quantity,
    at: values.at,
    ready: values.ready,
    endures: values.endures,
    recovers: values.recovers,
    arrives: values.arrives.map(({ quantity, at, after }) => {
      if ((at === undefined) === (after === undefined)) {
        reading.error("missing-field", raw.span, { field: "at, after", element: reading.path.join(".") });
      }
      const hours = { kind: "number", value: at ?? 0 } as const;
      const dated = {
        dimension: "time",
        unit: undefined,
        amount: hours,
        provenance: reading.provenance,
      } as const;
      return { quantity, at: after ?? dated };
    }),
    sharedWith: values["shared-with"],
  }),
);

export const places: Table<Place> = table(
  "places",
  "Where things are and happen",
  {
    at: optional(position(), "Latitude and longitude, such as `11.6 N 43.1 E`"),
    state: optional(reference("parties"), "The party whose territory it is; the high seas when absent"),
    inside: optional(reference("places"), "The region it lies in"),
    access: optional(
      access(),
      "`open`, `closed`, or `{consent: WHOM, takes, hesitates, given}`; closed where `state` is given, else open",
    ),
  },
  ({ at, state, inside, access }, { base }) => ({
    ...base,
    at,
    state,
    inside,
    access: access ?? (state === undefined ? { kind: "open" } : { kind: "closed" }),
  }),
  { shown: true },
);

function position(): Form<Place["at"]> {
  return {
    blank: undefined,
    words: "position such as `11.6 N 43.1 E`",
    schema: () => ({ type: "string", pattern: "^[0-9.]+ ?[NS],? [0-9.]+ ?[EW]$" }),
    read(raw, reading) {
      const written = wordOf(raw);
      const parts = /^(\d+(?:\.\d+)?)\s*([NS])[\s,]+(\d+(?:\.\d+)?)\s*([EW])$/.exec(written ?? "");
      const latitude = Number(parts?.[1] ?? 0) * (parts?.[2] === "S" ? -1 : 1);
      const longitude = Number(parts?.[3] ?? 0) * (parts?.[4] === "W" ? -1 : 1);
      if (written === undefined) wrongForm(raw, reading, "position");
      else if (parts === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
        reading.error("bad-position", raw.span, { found: written });
      }
      return { latitude, longitude };
    },
  };
}

function access(): Form<Access | undefined> {
  const simple = choice(["open", "closed"]);
  const consent = record({
    consent: required(reference("deciders", "organisations"), "Who consents"),
    takes: otherwise(slot("time"), "0 h", "How long the answer takes"),
    hesitates: otherwise(slot("time"), "0 h", "How long it is held back besides"),
    given: otherwise(share(), "1", "Chance that it is given"),
  });
  return {
    blank: undefined,
    words: "`open`, `closed` or `{consent: WHOM}`",
    schema: (definitions) => ({ anyOf: [simple.schema(definitions), consent.schema(definitions)] }),
    read(raw, reading) {
      if (raw.kind !== "map") return { kind: simple.read(raw, reading) };
      const { consent: by, takes, hesitates, given } = consent.read(raw, reading);
      return { kind: "consent", by, takes, hesitates, given };
    },
  };
}

export const routes: Table<Route> = table(
  "routes",
  "Legs of the sea and road networks",
  {
    joins: required(
      mapped(listOf(reference("places"), { atLeast: 2 }), twoPlaces, ["", ""]),
      "The two places it joins",
    ),
    mode: otherwise(choice(["sea", "road"]), "sea", "Network it belongs to"),
    length: optional(level("distance"), "Its length; the great circle between its ends when absent"),
    closed: optional(share(), "Closed in a future where this is at least one half"),
  },
  ({ joins, mode, length, closed }, { base, raw, reading }) => {
    for (const id of new Set(joins)) {
      const isMissing = length === undefined && reading.world.names.words("places", id, "at").length === 0;
      if (isMissing && reading.world.names.has("places", id))
        reading.error("no-position", raw.span, { place: id });
    }
    return { ...base, joins, mode, length, closed };
  },
);

function twoPlaces(
  ids: readonly string[],
  raw: Parameters<Form<unknown>["read"]>[0],
  reading: Parameters<Form<unknown>["read"]>[1],
): readonly [string, string] {
  const [from = "", to = ""] = ids;
  if (ids.length > 2 || (ids.length === 2 && from === to)) {
    reading.error("wrong-length", raw.span, { found: new Set(ids).size, expected: 2 });
  }
  return [from, to];
}

export const beneficiaries: Table<Beneficiary> = table(
  "beneficiaries",
  "For whom things are done: parties, or classes of persons or things",
  { party: optional(reference("parties"), "The party it belongs to") },
  ({ party }, { base }) => ({ ...base, party }),
);
