/**
 * Error terms of one addition or multiplication, from doubles alone. With them a number is carried as an unevaluated
 * sum of two doubles, about 106 bits (T. J. Dekker, "A floating-point technique for extending the available precision", 1971).
 */
const SPLITTER = 134217729;

/** (a + b) - sum exactly, where `sum` is a + b rounded. For finite values of any order (D. E. Knuth's two-sum). */
export function sumError(a: number, b: number, sum: number): number {
  const bVirtual = sum - a;
  return a - (sum - bVirtual) + (b - bVirtual);
}

/** a b - product exactly, where `product` is a b rounded. For |a|, |b| below 2^970 and a product above 2^-960. */
export function productError(a: number, b: number, product: number): number {
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}
