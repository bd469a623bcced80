// The version of `src/engine/primitive.ts` for WebAssembly, in AssemblyScript. It takes the place of the other when `npm run fix` builds the engine.

export function memoryBytes(): i32 {
  return memory.size() << 16;
}

export function growMemory(bytes: i32): void {
  const missing = bytes - memoryBytes();
  if (missing > 0) memory.grow(((missing + 65535) >>> 16) + memory.size() / 2);
}

// @ts-ignore: decorator
@inline
export function getInt(address: i32): i32 {
  return load<i32>(<usize>address);
}

// @ts-ignore: decorator
@inline
export function setInt(address: i32, value: i32): void {
  store<i32>(<usize>address, value);
}

// @ts-ignore: decorator
@inline
export function getReal(address: i32): f64 {
  return load<f64>(<usize>address);
}

// @ts-ignore: decorator
@inline
export function setReal(address: i32, value: f64): void {
  store<f64>(<usize>address, value);
}

// @ts-ignore: decorator
@inline
export function times(a: i32, b: i32): i32 {
  return a * b;
}

// @ts-ignore: decorator
@inline
export function plus(a: i32, b: i32): i32 {
  return a + b;
}

// @ts-ignore: decorator
@inline
export function over(a: i32, b: i32): i32 {
  return a / b;
}

// @ts-ignore: decorator
@inline
export function shiftRight(a: i32, by: i32): i32 {
  return a >>> by;
}

// @ts-ignore: decorator
@inline
export function isBelow(a: i32, b: i32): bool {
  return <u32>a < <u32>b;
}

// @ts-ignore: decorator
@inline
export function toReal(a: i32): f64 {
  return <f64>a;
}

// @ts-ignore: decorator
@inline
export function unsignedToReal(a: i32): f64 {
  return <f64>(<u32>a);
}

// @ts-ignore: decorator
@inline
export function toInt(a: f64): i32 {
  return <i32>a;
}

// @ts-ignore: decorator
@inline
export function minInt(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

// @ts-ignore: decorator
@inline
export function maxInt(a: i32, b: i32): i32 {
  return a > b ? a : b;
}

// @ts-ignore: decorator
@inline
export function countLeadingZeros(a: i32): i32 {
  return clz(a);
}

// @ts-ignore: decorator
@inline
export function highBits(a: f64): i32 {
  return <i32>(reinterpret<i64>(a) >>> 32);
}

// @ts-ignore: decorator
@inline
export function lowBits(a: f64): i32 {
  return <i32>reinterpret<i64>(a);
}

// @ts-ignore: decorator
@inline
export function fromBits(high: i32, low: i32): f64 {
  return reinterpret<f64>(((<i64>high) << 32) | <i64>(<u32>low));
}

// @ts-ignore: decorator
@inline
export function isMissing(a: f64): bool {
  return a != a;
}
