import type { Id, Package, Study } from "@shikumi/model";
import { KernelError } from "../kernel-error.ts";

/**
 * The package that is meant: one of the study by its id, or one made for levers on their own, whose id names
 * them by key. `packaged` knows it; it serves to read packages and levers only, never to apply levers.
 * Throws `KernelError` `unknown-lever` for a lever the study does not have.
 */
export function choicePackage(
  study: Study,
  choice: Id | readonly Id[],
): { readonly packageId: Id; readonly packaged: Study } {
  if (typeof choice === "string") return { packageId: choice, packaged: study };
  const unknown = choice.find((id) => !study.levers.has(id));
  if (unknown !== undefined) throw new KernelError("unknown-lever", `the study has no lever "${unknown}"`);
  const levers = [...study.levers.keys()].filter((id) => choice.includes(id));
  const [first] = levers.map((id) => study.levers.get(id));
  if (first === undefined) return { packageId: "baseline", packaged: study };
  const packageId = `levers:${levers.join("+")}`;
  const { name, note, provenance, marking, span } = first;
  const made: Package = {
    ...{ id: packageId, key: packageId, name, note, provenance, marking, span },
    ...{ levers, order: [], budget: undefined, effort: undefined },
  };
  return { packageId, packaged: { ...study, packages: new Map([...study.packages, [packageId, made]]) } };
}
