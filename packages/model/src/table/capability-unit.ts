import { type Table, table } from "../form/element-table.ts";
import { optional, otherwise } from "../form/field.ts";
import type { Form } from "../form/form.ts";
import type { Expected } from "../form/quantity.ts";
import type { Reading } from "../form/reading.ts";
import { choice, text } from "../form/scalar.ts";
import { level, slot } from "../form/slot.ts";
import type { Capability } from "../study/actor.ts";
import type { Id } from "../study/element.ts";
import type { Level, Slot } from "../study/slot.ts";
import { fieldOf, wordsOf } from "../tree/raw.ts";

export const capabilities: Table<Capability> = table(
  "capabilities",
  "What can be done, and in which units it comes",
  {
    unit: otherwise(text, "unit", "What is counted, in the singular; `people` and `t` are measured"),
    moves: otherwise(
      choice(["air", "sea", "road", "none"]),
      "none",
      "How it travels; `none` is at once where it is needed",
    ),
    speed: optional(level("speed", { sign: "positive" }), "Needed unless it moves by `none`"),
    range: optional(level("distance", { sign: "positive" }), "Farthest it travels; no limit when absent"),
  },
  ({ unit, moves, speed, range }, { base, raw, reading }) => {
    if (moves !== "none" && speed === undefined) {
      reading.error("missing-field", raw.span, { field: "speed", element: reading.path.join(".") });
    }
    return { ...base, unit, moves, speed, range };
  },
  { shown: true },
);

/** What a quantity of a capability may be written in: its unit, bare or named; people and masses in their own units. */
export function unitOf(capability: Id | undefined, reading: Reading): Expected {
  const written = capability === undefined ? undefined : reading.world.names.raw("capabilities", capability);
  const unit = fieldOf(written, "unit");
  const names =
    unit?.kind === "map" ? [...wordsOf(fieldOf(unit, "en")), ...wordsOf(fieldOf(unit, "ja"))] : wordsOf(unit);
  const [first = "unit"] = names;
  if (first === "people" || first === "person")
    return { dimension: "people", sign: "nonnegative", bareUnit: "people" };
  if (first === "t" || first === "kg") return { dimension: "mass", sign: "nonnegative", bareUnit: first };
  return { dimension: "count", sign: "nonnegative", units: names.length === 0 ? ["unit"] : names };
}

/** Units of the capability that the element around it names in `what`. */
export function capabilityLevel(): Form<Level> {
  const plain = level("count");
  return {
    ...plain,
    words: "number of units",
    read(raw, reading) {
      const [collection, id] = reading.path;
      const [what] = collection === "holdings" ? reading.world.names.words("holdings", id ?? "", "what") : [];
      const { dimension, ...options } = unitOf(what, reading);
      return level(dimension, options).read(raw, reading);
    },
  };
}

/** Units of a named capability; of whatever is written where several capabilities can meet the need. */
export function needSlot(capability: Id | undefined, reading: Reading): Form<Slot> {
  if (capability === undefined) return slot(undefined);
  const { dimension, ...options } = unitOf(capability, reading);
  return slot(dimension, options);
}
