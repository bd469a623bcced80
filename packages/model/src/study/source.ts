import type { Element, Reliability, Text } from "./element.ts";

/** Where facts come from, in the shape of CSL-JSON, with names in several scripts. */
export interface Source extends Element {
  readonly type: string;
  readonly title: Text;
  readonly author: string | undefined;
  readonly publisher: Text | undefined;
  /** As written: `2012`, `2012-03`, `2012-03-31`. */
  readonly issued: string | undefined;
  /** Date of the latest fact taken from it, as written like `issued`. */
  readonly asOf?: string;
  readonly url: string | undefined;
  readonly reliability: Reliability;
  readonly sha256: string | undefined;
  readonly licence: string | undefined;
}

export interface Term extends Element {
  readonly ja: string;
  readonly en: string;
  readonly locked: boolean;
}
