import { collectionNames, type Id, type Provenance, type Study } from "@shikumi/model";

/** An element with citations that still have to be checked. */
export interface UncheckedCitation {
  /** `authorities.L-X`. */
  readonly element: string;
  readonly file: string;
  readonly offset: number;
  readonly sources: readonly Id[];
}

/** The elements that hold a provenance marked `flag: check`, in the order of collections and keys. */
export function uncheckedCitations(study: Study): readonly UncheckedCitation[] {
  const found: UncheckedCitation[] = [];
  for (const collection of collectionNames) {
    for (const element of study[collection].values()) {
      const sources = new Set<Id>();
      let isUnchecked = false;
      visitProvenance(element, ({ unchecked, source }) => {
        if (!unchecked) return;
        isUnchecked = true;
        if (source !== undefined) sources.add(source);
      });
      if (isUnchecked)
        found.push({
          element: `${collection}.${element.id}`,
          file: element.span.file,
          offset: element.span.start,
          sources: [...sources].sort(),
        });
    }
  }
  return found;
}

function visitProvenance(value: unknown, visit: (provenance: Provenance) => void): void {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Map) {
    for (const one of value.values()) visitProvenance(one, visit);
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) visitProvenance(one, visit);
    return;
  }
  for (const [key, one] of Object.entries(value)) {
    if (key === "provenance" && isProvenance(one)) visit(one);
    else visitProvenance(one, visit);
  }
}

function isProvenance(value: unknown): value is Provenance {
  return typeof value === "object" && value !== null && "unchecked" in value;
}
