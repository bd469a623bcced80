/**
 * Integers of 32 bits, a double, and what JavaScript and WebAssembly do differently with them. The files beside this one that use it are compiled for both (packages/kernel);
 * in WebAssembly another version stands here.
 */
export type i32 = number;
export type f64 = number;

/** The product of two integers, kept to 32 bits. */
export function times(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

/** The sum of two integers, kept to 32 bits. */
export function plus(a: i32, b: i32): i32 {
  return (a + b) | 0;
}

/** An integer, read as unsigned, as a double. */
export function unsignedToReal(a: i32): f64 {
  return a >>> 0;
}
