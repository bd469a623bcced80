/**
 * What can go wrong with a well-formed call.
 *
 * - `correlation`: the correlations between uncertainties are not those of any distribution.
 * - `unknown-package`: the study has no package of that id.
 * - `unknown-lever`: the study has no lever of that id.
 * - `levers`: the levers of the package, or some of them, do not make a study together.
 * - `name-collision`: two different static names of one program have the same 64-bit name.
 * - `horizon`: the study runs beyond the clock.
 * - `future`: a future has another number of values than the program has uncertainties, or a value that is no number or outside the range the study states.
 * - `program-digest`: the program is another than the one that was meant.
 * - `program-damaged`: the program's tables do not fit together; it was altered on its way.
 */
export type KernelErrorCode =
  | "correlation"
  | "unknown-package"
  | "unknown-lever"
  | "levers"
  | "name-collision"
  | "horizon"
  | "future"
  | "program-digest"
  | "program-damaged";

/** The kernel could not do what was asked although the study is well formed. */
export class KernelError extends Error {
  override readonly name = "KernelError";
  readonly code: KernelErrorCode;

  constructor(code: KernelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
