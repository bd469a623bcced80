import type { Definitions, JsonSchema } from "./form.ts";
import type { Expected } from "./quantity.ts";

const pattern = "^\\s*[-+]?[A-Z0-9.]";

/** Schema of a slot: a quantity, a future's value, a case, disputed figures; and distributions where chance is allowed. */
export function distributionSchema(
  expected: Expected,
  varies: boolean,
  definitions: Definitions,
): JsonSchema {
  const dimension = expected.dimension ?? "any";
  const name = `${varies ? "slot" : "level"}-${dimension}`;
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, slotSchema(name, dimension, varies));
  }
  return { $ref: `#/$defs/${name}` };
}

function slotSchema(name: string, dimension: string, varies: boolean): JsonSchema {
  const self = { $ref: `#/$defs/${name}` };
  const quantity = { type: ["string", "number"], description: `A quantity (${dimension})`, pattern };
  const list = (least: number, most?: number): JsonSchema => ({
    type: "array",
    items: self,
    minItems: least,
    ...(most === undefined ? {} : { maxItems: most }),
  });
  const pair = (...fields: string[]): JsonSchema => ({
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field, {}])),
    required: fields,
  });
  const amounts = {
    value: { description: "The value, with its own provenance beside it", ...self },
    future: { description: "Id of an uncertainty: one value per future", type: "string" },
    case: { description: "A fact of the case that decides; its values are the other fields", type: "string" },
    otherwise: self,
    disputed: {
      description: "Figures of several sources, each with `value` and `source`",
      type: "array",
      minItems: 2,
    },
    source: { type: "string" },
    grade: { type: ["string", "integer"] },
    assumption: { type: "boolean" },
    flag: { const: "check" },
    note: {},
  };
  const chances = {
    uniform: { description: "Lowest and highest", ...list(2, 2) },
    triangular: { description: "Lowest, most likely and highest", ...list(3, 3) },
    normal: pair("mean", "deviation"),
    lognormal: pair("median", "sigma"),
    exponential: { description: "The mean", ...self },
    gamma: pair("mean", "shape"),
    weibull: pair("scale", "shape"),
    observed: { description: "Observed values, each equally likely", anyOf: [list(1), quantity] },
    discrete: { description: "Map from value to weight", type: "object" },
  };
  return { anyOf: [quantity, { type: "object", properties: { ...amounts, ...(varies ? chances : {}) } }] };
}
