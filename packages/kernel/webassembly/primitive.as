// The version of `src/engine/primitive.ts` for WebAssembly, in AssemblyScript. It takes the place of the other when `npm run fix` builds the engine.

export function memoryBytes(): i32 {
  return memory.size() << 16;
}

export function growMemory(bytes: i32): void {
  const missing = bytes - memoryBytes();
  if (missing > 0) memory.grow(((missing + 65535) >>> 16) + memory.size() / 2);
}

@inline
export function getInt(address: i32): i32 {
  return load<i32>(<usize>address);
}

@inline
export function setInt(address: i32, value: i32): void {
  store<i32>(<usize>address, value);
}

@inline
export function fillInts(from: i32, end: i32, value: i32): void {
  if (end > from) memory.fill(<usize>from, <u8>value, <usize>(end - from));
}

@inline
export function getReal(address: i32): f64 {
  return load<f64>(<usize>address);
}

@inline
export function setReal(address: i32, value: f64): void {
  store<f64>(<usize>address, value);
}

@inline
export function times(a: i32, b: i32): i32 {
  return a * b;
}

@inline
export function plus(a: i32, b: i32): i32 {
  return a + b;
}

@inline
export function over(a: i32, b: i32): i32 {
  return a / b;
}

@inline
export function shiftRight(a: i32, by: i32): i32 {
  return a >>> by;
}

@inline
export function isBelow(a: i32, b: i32): bool {
  return <u32>a < <u32>b;
}

@inline
export function toReal(a: i32): f64 {
  return <f64>a;
}

@inline
export function unsignedToReal(a: i32): f64 {
  return <f64>(<u32>a);
}

@inline
export function toInt(a: f64): i32 {
  return <i32>a;
}

@inline
export function minInt(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

@inline
export function maxInt(a: i32, b: i32): i32 {
  return a > b ? a : b;
}

@inline
export function countLeadingZeros(a: i32): i32 {
  return clz(a);
}

@inline
export function highBits(a: f64): i32 {
  return <i32>(reinterpret<i64>(a) >>> 32);
}

@inline
export function lowBits(a: f64): i32 {
  return <i32>reinterpret<i64>(a);
}

@inline
export function fromBits(high: i32, low: i32): f64 {
  return reinterpret<f64>(((<i64>high) << 32) | <i64>(<u32>low));
}

@inline
export function isMissing(a: f64): bool {
  return a != a;
}

export type Key = i64;

@inline
export function keyOf(tick: i32, payload: i32): Key {
  return (<i64>tick << 22) | <i64>payload;
}

@inline
export function lastKey(): Key {
  return 9007199254740991;
}

@inline
export function tickOfKey(key: Key): i32 {
  return <i32>(key >> 22);
}

@inline
export function payloadOfKey(key: Key): i32 {
  return <i32>key & 4194303;
}

@inline
export function leastKey(a: Key, b: Key): Key {
  return select<i64>(a, b, a < b);
}

@inline
export function getKey(address: i32): Key {
  return load<i64>(<usize>address);
}

@inline
export function setKey(address: i32, key: Key): void {
  store<i64>(<usize>address, key);
}
