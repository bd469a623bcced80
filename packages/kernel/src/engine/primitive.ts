/**
 * What the two targets of the engine do differently; `webassembly/primitive.as` is the other version. Addresses are bytes in one memory; doubles lie at multiples of eight.
 * In WebAssembly `i32` and `f64` are types of their own; here both are numbers, so the rules of the dialect (docs/kernel.md) keep them apart.
 */
export type i32 = number;
export type f64 = number;

const firstBytes = 1 << 20;

let ints: Int32Array = new Int32Array(firstBytes >> 2);
let reals: Float64Array = new Float64Array(ints.buffer);

/** The memory itself, for the host. It is replaced when it grows. */
export function memoryBuffer(): ArrayBufferLike {
  return ints.buffer;
}

/** Bytes of the memory now. */
export function memoryBytes(): i32 {
  return ints.length << 2;
}

/** Makes the memory at least `bytes` long, keeping what it holds. */
export function growMemory(bytes: i32): void {
  if (bytes <= memoryBytes()) return;
  let length = memoryBytes();
  while (length < bytes) length *= 2;
  const grown = new Int32Array(length >> 2);
  grown.set(ints);
  ints = grown;
  reals = new Float64Array(grown.buffer);
}

export function getInt(address: i32): i32 {
  return ints[address >> 2] as number;
}

export function setInt(address: i32, value: i32): void {
  ints[address >> 2] = value;
}

/** Writes one integer, 0 or −1, to all words from one address up to another. */
export function fillInts(from: i32, end: i32, value: i32): void {
  ints.fill(value, from >> 2, end >> 2);
}

export function getReal(address: i32): f64 {
  return reals[address >> 3] as number;
}

export function setReal(address: i32, value: f64): void {
  reals[address >> 3] = value;
}

/** The product of two integers, kept to 32 bits. */
export function times(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

/** The sum of two integers, kept to 32 bits. */
export function plus(a: i32, b: i32): i32 {
  return (a + b) | 0;
}

/** The quotient of two integers, rounded towards zero. */
export function over(a: i32, b: i32): i32 {
  return (a / b) | 0;
}

/** Shift to the right that fills with zeros, kept as a signed integer. */
export function shiftRight(a: i32, by: i32): i32 {
  return (a >>> by) | 0;
}

/** Whether a is less than b, both read as unsigned. */
export function isBelow(a: i32, b: i32): boolean {
  return a >>> 0 < b >>> 0;
}

/** An integer as a double. */
export function toReal(a: i32): f64 {
  return a;
}

/** An integer, read as unsigned, as a double. */
export function unsignedToReal(a: i32): f64 {
  return a >>> 0;
}

/** A double that holds a value of an int32, as an integer. */
export function toInt(a: f64): i32 {
  return a | 0;
}

export function minInt(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

export function maxInt(a: i32, b: i32): i32 {
  return a > b ? a : b;
}

/** Whether a double is `NaN`. */
export function isMissing(a: f64): boolean {
  return Number.isNaN(a);
}

export function countLeadingZeros(a: i32): i32 {
  return Math.clz32(a);
}

/**
 * A key of a calendar: tick × 2²² + payload, below 2⁵³. A double here, a 64-bit integer in WebAssembly, whose comparison needs no branch; so keys are made, read and compared by
 * these functions only.
 */
export type Key = number;

export function keyOf(tick: i32, payload: i32): Key {
  return tick * 4194304 + payload;
}

/** A key after every other. */
export function lastKey(): Key {
  return 9007199254740991;
}

export function tickOfKey(key: Key): i32 {
  return Math.floor(key / 4194304);
}

export function payloadOfKey(key: Key): i32 {
  return key % 4194304;
}

export function leastKey(a: Key, b: Key): Key {
  return a < b ? a : b;
}

export function getKey(address: i32): Key {
  return reals[address >> 3] as number;
}

export function setKey(address: i32, key: Key): void {
  reals[address >> 3] = key;
}

/** Upper and lower 32 bits of a double. */
export function highBits(a: f64): i32 {
  scratch[0] = a;
  return words[1] as number;
}

export function lowBits(a: f64): i32 {
  scratch[0] = a;
  return words[0] as number;
}

export function fromBits(high: i32, low: i32): f64 {
  words[1] = high;
  words[0] = low;
  return scratch[0] as number;
}

const scratch = new Float64Array(1);
const words = new Int32Array(scratch.buffer);
