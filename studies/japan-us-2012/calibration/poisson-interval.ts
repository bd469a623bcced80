/** Exact 95 % interval of the mean of a Poisson count (F. Garwood, 1936). Of a count of 0 the lower limit is 0. */
export function poissonInterval(count: number): readonly [number, number] {
  return [
    count === 0 ? 0 : meanWithTail((mean) => 1 - poissonCdf(count - 1, mean), 0.025),
    meanWithTail((mean) => 1 - poissonCdf(count, mean), 0.975),
  ];
}

function poissonCdf(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

/** The mean at which a rising function takes a value, by bisection to 1e-9. */
function meanWithTail(tail: (mean: number) => number, value: number): number {
  let low = 0;
  let high = 500;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (tail(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
