import type { Definitions, JsonSchema } from "../form/form.ts";
import { collectionNames } from "../study/collection-name.ts";
import { tables } from "../table/all-tables.ts";
import { charterForm } from "../table/charter-table.ts";

/**
 * The JSON Schema (2020-12) of one file of a study, for completion in editors. It accepts every file the language accepts; what needs
 * the whole study (references, provenance, agreement of units) only `parseStudy` can see.
 */
export function studyJsonSchema(): unknown {
  const definitions: Definitions = new Map();
  const { required: _, ...charter } = charterForm.schema(definitions);
  const collections: Record<string, JsonSchema> = {};
  for (const name of collectionNames) {
    const { about, form } = tables[name];
    const element = {
      anyOf: [
        form.schema(definitions),
        ...(requiresNothing(form.schema(definitions)) ? [{ type: "null" }] : []),
      ],
    };
    definitions.set(name, element.anyOf.length === 1 ? (element.anyOf[0] as JsonSchema) : element);
    collections[name] = {
      description: about,
      type: ["object", "null"],
      additionalProperties: { $ref: `#/$defs/${name}` },
    };
  }
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A file of a Shikumi study",
    type: ["object", "null"],
    properties: {
      $schema: { type: "string" },
      study: {
        description: "Title, question, people, dates and the numbers that govern every run",
        ...charter,
      },
      ...collections,
    },
    additionalProperties: false,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function requiresNothing(schema: JsonSchema): boolean {
  return schema["required"] === undefined;
}
