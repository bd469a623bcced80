import type { Edition } from "@shikumi/assessment/edition";

/**
 * One part of an edition on its way from the thread that reads it to the one that draws: a field, a field of the study or of the assessment, or one item of a long list there. Each is small enough to be taken
 * without holding up the page.
 */
export interface EditionPart {
  readonly of: "edition" | "study" | "assessment";
  readonly field: string;
  /** `item` is added to the list of the field. */
  readonly as: "whole" | "item";
  readonly value: unknown;
}

/** Lists longer than this are taken item by item. */
const longList = 4;

/** The parts of an edition, what the first view needs first. */
export function* partsOf(edition: Edition): Generator<EditionPart> {
  const { study, assessment, ...rest } = edition;
  for (const [field, value] of Object.entries(rest)) yield { of: "edition", field, as: "whole", value };
  yield* fieldsOf("study", study);
  yield* fieldsOf("assessment", assessment);
}

function* fieldsOf(of: "study" | "assessment", value: object | undefined): Generator<EditionPart> {
  if (value === undefined) return;
  for (const [field, one] of Object.entries(value)) {
    if (!Array.isArray(one) || one.length <= longList) {
      yield { of, field, as: "whole", value: one };
      continue;
    }
    yield { of, field, as: "whole", value: [] };
    const size = field === "packages" ? 1 : Math.ceil(one.length / Math.ceil(one.length / 40));
    for (let at = 0; at < one.length; at += size)
      yield { of, field, as: "item", value: one.slice(at, at + size) };
  }
}

/** Puts parts together again. */
export class EditionJoin {
  readonly #fields = {
    edition: {} as Record<string, unknown>,
    study: {} as Record<string, unknown>,
    assessment: {} as Record<string, unknown>,
  };

  take({ of, field, as, value }: EditionPart): void {
    const fields = this.#fields[of];
    if (as === "whole") fields[field] = value;
    else (fields[field] as unknown[]).push(...(value as unknown[]));
  }

  /** The edition of all parts taken. */
  finish(): Edition {
    const { edition, study, assessment } = this.#fields;
    const isThere = (fields: object): boolean => Object.keys(fields).length > 0;
    return {
      ...edition,
      study: isThere(study) ? study : undefined,
      assessment: isThere(assessment) ? assessment : undefined,
    } as unknown as Edition;
  }
}
