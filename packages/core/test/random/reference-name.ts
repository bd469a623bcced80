/**
 * The definition of SPEC.md written a second time over one unsigned 64-bit integer per name. It shares no code with
 * the sources. `rounds` weakens both permutations for tests of the tests; the definition has four.
 */
const MASK_32 = 0xffffffffn;
const CHILD_KEYS = [0x243f6a88n, 0x85a308d3n, 0x13198a2en, 0x03707344n];
const DRAW_KEYS = [0xa4093822n, 0x299f31d0n, 0x082efa98n, 0xec4e6c89n];
const ROOT = 0x452821e638d01377n;
const TEXT = 0xbe5466cf34e90c6cn;

function scramble(value: bigint): bigint {
  let x = value & MASK_32;
  x = ((x ^ (x >> 16n)) * 0x21f0aaadn) & MASK_32;
  x = ((x ^ (x >> 15n)) * 0xd35a2d97n) & MASK_32;
  return x ^ (x >> 15n);
}

function permute(name: bigint, keys: readonly bigint[]): bigint {
  let changed = name & MASK_32;
  let other = name >> 32n;
  for (const key of keys) {
    changed ^= scramble(other + key);
    [changed, other] = [other, changed];
  }
  const swapped = keys.length % 2 === 1;
  return swapped ? (changed << 32n) | other : (other << 32n) | changed;
}

export function referenceChild(parent: bigint, part: bigint): bigint {
  const partHi = part >> 32n;
  const partLo = part & MASK_32;
  return permute(parent ^ (partLo << 32n) ^ (partHi ^ partLo), CHILD_KEYS);
}

export function referenceNameOf(text: string): bigint {
  let name = referenceChild(TEXT, BigInt(text.length));
  for (let block = 0; block * 4 < text.length; block++) {
    const units = [0, 1, 2, 3].map((place) => BigInt(text.charCodeAt(block * 4 + place) || 0));
    const [a = 0n, b = 0n, c = 0n, d = 0n] = units;
    name = referenceChild(name, (((b << 16n) | a) << 32n) | (d << 16n) | c);
  }
  return name | (1n << 63n);
}

export function referenceNameOfParts(...parts: readonly (string | number)[]): bigint {
  return parts.reduce<bigint>(
    (name, part) => referenceChild(name, typeof part === "string" ? referenceNameOf(part) : BigInt(part)),
    ROOT,
  );
}

/** The numerator of the uniform over 2^53: an odd integer. */
export function referenceUniformOver53(name: bigint): bigint {
  return ((permute(name, DRAW_KEYS) >> 12n) << 1n) | 1n;
}
