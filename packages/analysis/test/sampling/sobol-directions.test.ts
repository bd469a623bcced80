import { sobolDimensions } from "@shikumi/analysis/sampling";
import { describe, expect, it } from "vitest";
import { sobolDirections, sobolParameters } from "../../src/sampling/sobol-directions.ts";

const dimensions = Array.from({ length: sobolDimensions }, (_, at) => at);

/** x to the power `exponent` modulo a polynomial over GF(2); bit k is the coefficient of x^k. */
function powerOfX(exponent: number, polynomial: number, degree: number): number {
  let power = 1;
  for (const bit of exponent.toString(2)) {
    power = times(power, power, polynomial, degree);
    if (bit === "1") power = times(power, 2, polynomial, degree);
  }
  return power;
}

function times(a: number, b: number, polynomial: number, degree: number): number {
  let sum = 0;
  let shifted = a;
  if (((shifted >> degree) & 1) === 1) shifted ^= polynomial;
  for (let rest = b; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) sum ^= shifted;
    shifted <<= 1;
    if (((shifted >> degree) & 1) === 1) shifted ^= polynomial;
  }
  return sum;
}

function primeDivisors(value: number): number[] {
  return Array.from({ length: value }, (_, at) => at + 1).filter(
    (divisor) => divisor > 1 && value % divisor === 0 && !hasDivisor(divisor),
  );
}

function hasDivisor(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return true;
  return false;
}

describe("directions of Sobol' points", () => {
  it("[P2] come from distinct primitive polynomials", () => {
    const polynomials = dimensions.slice(1).map((dimension) => sobolParameters(dimension).polynomial);

    expect(new Set(polynomials).size).toBe(sobolDimensions - 1);
    for (const polynomial of polynomials) {
      const degree = 31 - Math.clz32(polynomial);
      const order = 2 ** degree - 1;
      expect(polynomial & 1).toBe(1);
      expect(powerOfX(order, polynomial, degree), `${polynomial}`).toBe(1);
      for (const divisor of primeDivisors(order)) {
        expect(powerOfX(order / divisor, polynomial, degree), `${polynomial}, ${divisor}`).not.toBe(1);
      }
    }
  });

  it("[P2] use every primitive polynomial up to degree 10", () => {
    const byDegree = new Map<number, number>();
    for (const dimension of dimensions.slice(1)) {
      const degree = sobolParameters(dimension).initial.length;
      byDegree.set(degree, (byDegree.get(degree) ?? 0) + 1);
    }

    // Numbers of primitive polynomials over GF(2): OEIS A011260.
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((degree) => byDegree.get(degree))).toEqual([
      1, 1, 2, 2, 6, 6, 18, 16, 48, 60,
    ]);
  });

  it("[P2] begin with odd numbers m_k below 2^k, as many as the degree", () => {
    for (const dimension of dimensions.slice(1)) {
      const { polynomial, initial } = sobolParameters(dimension);
      expect(initial.length).toBe(31 - Math.clz32(polynomial));
      expect(initial.every((m, at) => m % 2 === 1 && m < 2 ** (at + 1))).toBe(true);
      const directions = sobolDirections(dimension);
      expect(directions.every((direction, at) => ((direction >>> (31 - at)) & 1) === 1)).toBe(true);
    }
  });

  // All leading minors of the matrix of first digits are 1 over GF(2), seen by elimination without exchanges.
  it("[P2] have Sobol's property A in all dimensions kept: 2^d points hold one in each orthant of d dimensions", () => {
    const upper: bigint[] = [];
    for (const dimension of dimensions) {
      let row = firstDigits(dimension, sobolDimensions);
      upper.forEach((pivot, at) => {
        if (((row >> BigInt(at)) & 1n) === 1n) row ^= pivot;
      });
      expect((row >> BigInt(dimension)) & 1n, `dimension ${dimension}`).toBe(1n);
      upper.push(row);
    }
  });
});

/** First binary digits of the direction numbers v_1 … v_count of a dimension, in big integers by the recurrence of m: bit k − 1 is the digit of v_k. */
function firstDigits(dimension: number, count: number): bigint {
  const { polynomial, initial } = sobolParameters(dimension);
  const degree = initial.length;
  const numbers = initial.map(BigInt);
  for (let k = degree; k < count; k++) {
    if (degree === 0) {
      numbers.push(1n);
      continue;
    }
    let next = (numbers[k - degree] as bigint) ^ ((numbers[k - degree] as bigint) << BigInt(degree));
    for (let j = 1; j < degree; j++) {
      if (((polynomial >> (degree - j)) & 1) === 1) next ^= (numbers[k - j] as bigint) << BigInt(j);
    }
    numbers.push(next);
  }
  return numbers.reduce((bits, m, k) => bits | (((m >> BigInt(k)) & 1n) << BigInt(k)), 0n);
}
