/**
 * A zero of a function between two points at which its signs differ, to within `tolerance` of the argument: the ITP method, which needs no more evaluations than bisection plus one
 * in the worst case and far fewer where the function is smooth. A jump across 0 counts as a zero. `ends` are [point, value] with values of opposite sign, in any order of points.
 * Source: I. F. D. Oliveira, R. H. C. Takahashi, "An enhancement of the bisection method average performance preserving minmax optimality", ACM TOMS 47 (2021), with κ₁ = 0.2 ÷ (b − a), κ₂ = 2,
 * n₀ = 1.
 */
export function bracketedRoot(
  evaluate: (x: number) => number,
  ends: readonly [readonly [x: number, value: number], readonly [x: number, value: number]],
  tolerance: number,
): { readonly x: number; readonly low: number; readonly high: number } {
  const [first, second] = ends[0][0] < ends[1][0] ? ends : [ends[1], ends[0]];
  let [low, atLow] = first;
  let [high, atHigh] = second;
  const width = high - low;
  let halvings = 0;
  for (let reach = tolerance * 2; reach < width; reach *= 2) halvings += 1;
  let radius = tolerance;
  for (let step = 0; step < halvings + 1; step++) radius *= 2;
  for (let step = 0; high - low > 2 * tolerance && step < halvings + 3; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const projected = nextPoint(low, atLow, high, atHigh, { middle, width, radius });
    const x = projected > low && projected < high ? projected : middle;
    const value = evaluate(x);
    if (value === 0) return { x, low: x, high: x };
    if (value > 0 === atHigh > 0) [high, atHigh] = [x, value];
    else [low, atLow] = [x, value];
    radius /= 2;
  }
  return { x: low + (high - low) / 2, low, high };
}

/** Interpolation, truncated towards the middle and projected into the ball bisection would have reached. */
function nextPoint(
  low: number,
  atLow: number,
  high: number,
  atHigh: number,
  { middle, width, radius }: { readonly middle: number; readonly width: number; readonly radius: number },
): number {
  const falsi = (atHigh * low - atLow * high) / (atHigh - atLow);
  const towards = Math.sign(middle - falsi);
  const shift = (0.2 * (high - low) * (high - low)) / width;
  const truncated = shift <= Math.abs(middle - falsi) ? falsi + towards * shift : middle;
  const reach = Math.max(0, radius - (high - low) / 2);
  return Math.abs(truncated - middle) <= reach ? truncated : middle - towards * reach;
}
