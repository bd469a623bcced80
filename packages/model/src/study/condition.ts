import type { Id } from "./element.ts";
import type { Level } from "./slot.ts";

/** What `when` and `unless` may ask. A list of conditions means all of them. */
export type Condition =
  /** The fact of the case has one of these values; unknown where the study does not give the fact. */
  | { readonly kind: "fact"; readonly fact: string; readonly is: readonly string[] }
  /** An open norm that a person decides: true with chance `given`. */
  | { readonly kind: "judgement"; readonly judgement: string; readonly by: Id; readonly given: Level }
  /** No more than this long since the incident's onset. */
  | { readonly kind: "within"; readonly time: Level }
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition };
