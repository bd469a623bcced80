/** A statistic in units of its own standard deviation, so that one threshold serves all. */
export interface Score {
  readonly test: string;
  readonly z: number;
}

/** Standard deviations beyond which a score counts as failed: two-sided chance 2e-9 for one score of a perfect source. */
export const LIMIT = 6;

/** Scores of consecutive draws along one coordinate. Every test looks at what a weak mixer would leave behind. */
export function battery(draws: Float64Array): Score[] {
  const scores: Score[] = [
    { test: "high bits", z: chiSquare(draws, 256, (u) => Math.floor(u * 256)) },
    {
      test: "low bits",
      z: chiSquare(draws, 256, (u) => Math.floor((u * 2 ** 44 - Math.floor(u * 2 ** 44)) * 256)),
    },
    { test: "pairs", z: tuples(draws, 2, 32) },
    { test: "triples", z: tuples(draws, 3, 8) },
    { test: "gaps", z: gaps(draws) },
    { test: "birthday spacings", z: birthdaySpacings(draws) },
  ];
  for (const lag of [1, 2, 3, 16, 256])
    scores.push({ test: `lag ${lag}`, z: correlation(draws, draws, lag) });
  for (let bit = 1; bit <= 52; bit++) scores.push({ test: `bit ${bit}`, z: bitBalance(draws, bit) });
  return scores;
}

/** The scores beyond the limit. A score that is not a number counts as failed. */
export function failures(scores: readonly Score[]): Score[] {
  return scores.filter(({ z }) => !(Math.abs(z) <= LIMIT));
}

function chiSquareOf(counts: Float64Array, total: number): number {
  const expected = total / counts.length;
  let sum = 0;
  for (const count of counts) sum += (count - expected) ** 2 / expected;
  return (sum - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1));
}

function chiSquare(draws: Float64Array, cells: number, cell: (u: number) => number): number {
  const counts = new Float64Array(cells);
  for (const u of draws) counts[cell(u)] = (counts[cell(u)] as number) + 1;
  return chiSquareOf(counts, draws.length);
}

function tuples(draws: Float64Array, size: number, cells: number): number {
  const counts = new Float64Array(cells ** size);
  const total = Math.floor(draws.length / size);
  for (let at = 0; at < total * size; at += size) {
    let cell = 0;
    for (let place = 0; place < size; place++)
      cell = cell * cells + Math.floor((draws[at + place] as number) * cells);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return chiSquareOf(counts, total);
}

/** Correlation of `a[i]` with `b[i + lag]`, both taken as uniform on (0, 1). */
export function correlation(a: Float64Array, b: Float64Array, lag: number): number {
  const count = a.length - lag;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += ((a[i] as number) - 0.5) * ((b[i + lag] as number) - 0.5);
  return (12 * sum) / Math.sqrt(count);
}

function bitBalance(draws: Float64Array, bit: number): number {
  const weight = 2 ** bit;
  let ones = 0;
  for (const u of draws) ones += Math.floor(u * weight) % 2;
  return (ones - draws.length / 2) / Math.sqrt(draws.length / 4);
}

/** Lengths of runs outside [0, 1/8): chi-square over lengths 0 to 30 and the rest. */
function gaps(draws: Float64Array): number {
  const counts = new Float64Array(32);
  let length = 0;
  let total = 0;
  for (const u of draws) {
    if (u >= 0.125) {
      length++;
      continue;
    }
    const cell = Math.min(length, 31);
    counts[cell] = (counts[cell] as number) + 1;
    total++;
    length = 0;
  }
  let sum = 0;
  for (let cell = 0; cell < 32; cell++) {
    const share = cell < 31 ? 0.125 * 0.875 ** cell : 0.875 ** 31;
    sum += ((counts[cell] as number) - total * share) ** 2 / (total * share);
  }
  return (sum - 31) / Math.sqrt(62);
}

/**
 * Marsaglia's birthday spacings: 1,024 birthdays in a year of 2^26 days give 4 repeated spacings on average, a Poisson
 * count; summed over all blocks of 1,024 draws.
 */
function birthdaySpacings(draws: Float64Array): number {
  const size = 1024;
  const blocks = Math.floor(draws.length / size);
  let repeated = 0;
  for (let block = 0; block < blocks; block++) {
    const days = draws
      .slice(block * size, (block + 1) * size)
      .map((u) => Math.floor(u * 2 ** 26))
      .sort();
    const spacings = days.map((day, i) => day - (i > 0 ? (days[i - 1] as number) : 0)).sort();
    for (let i = 1; i < size; i++) if (spacings[i] === spacings[i - 1]) repeated++;
  }
  const expected = (blocks * size ** 3) / (4 * 2 ** 26);
  return (repeated - expected) / Math.sqrt(expected);
}
