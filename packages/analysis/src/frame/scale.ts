import { AnalysisError } from "./analysis-error.ts";

/** 2^240 and 2^-240: sums of fourth powers (squares of variances, which intervals are made of) of what lies between neither overflow nor vanish. */
const largest = 1.7668470647783843e72;
const smallest = 1 / largest;

/**
 * Throws `AnalysisError` `out-of-scale` if a finite value is larger than 2^240: variances and their intervals would overflow, and figures made of them would be wrong without a word. Another unit helps.
 * Values that are not finite are passed over. Returns the largest size.
 */
export function checkLargest(what: string, values: Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at] as number);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  if (most > largest) throw outOfScale(what, most);
  return most;
}

/** As `checkLargest`, and also if no value but 0 is larger than 2^-240: for figures that divide by a variance, which would vanish. */
export function checkScale(what: string, values: Float64Array): void {
  const most = checkLargest(what, values);
  if (most > 0 && most < smallest) throw outOfScale(what, most);
}

function outOfScale(what: string, most: number): AnalysisError {
  return new AnalysisError("out-of-scale", `"${what}" has values of size ${most}; choose another unit`);
}
