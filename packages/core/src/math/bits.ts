/** The only file that looks inside a double. Words are int32; the high word holds sign, exponent and 20 bits of fraction. */
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

const TWO_54 = 18014398509481984;
const TWO_MINUS_1022 = 2.2250738585072014e-308;
const TWO_1023 = 8.98846567431158e307;

/** Sign, exponent and the upper 20 bits of the fraction, as int32. */
export function highWord(x: number): number {
  double[0] = x;
  return words[HIGH] as number;
}

/** The lower 32 bits of the fraction, as int32. */
export function lowWord(x: number): number {
  double[0] = x;
  return words[LOW] as number;
}

/** The double of two words. */
export function fromWords(high: number, low: number): number {
  words[HIGH] = high;
  words[LOW] = low;
  return double[0] as number;
}

/** The double with its lower 32 bits cleared: at most 21 significant bits, so its square is exact. */
export function truncated(x: number): number {
  return fromWords(highWord(x), 0);
}

/** The integer e with 2^e <= |x| < 2^(e+1), for finite x other than zero, subnormal numbers included. */
export function exponentOf(x: number): number {
  const high = highWord(x) & 0x7fffffff;
  if (high >= 0x00100000) return (high >> 20) - 1023;
  return ((highWord(x * TWO_54) & 0x7fffffff) >> 20) - 1077;
}

/** 2^n, for an integer -1022 <= n <= 1023. */
export function powerOfTwo(n: number): number {
  return fromWords((n + 1023) << 20, 0);
}

/** x times 2^n for an integer -2100 <= n <= 2100: exact unless the result is subnormal, where it is rounded once. */
export function timesPowerOfTwo(x: number, n: number): number {
  let scaled = x;
  let rest = n;
  while (rest > 1023) {
    scaled *= TWO_1023;
    rest -= 1023;
  }
  // Steps of 2^-968 leave 54 bits above the subnormal range, so only the last multiplication can round.
  while (rest < -1022) {
    scaled *= TWO_MINUS_1022 * TWO_54;
    rest += 968;
  }
  return scaled * powerOfTwo(rest);
}
