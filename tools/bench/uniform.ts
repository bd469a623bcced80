/** A uniform of [0, 1) from a seed and an index: two rounds of the finaliser of MurmurHash3 (A. Appleby). Good enough to choose damages. */
export function drawUniform(seed: number, index: number): number {
  let hash = finalised(Math.imul(seed, 0x9e3779b1) ^ index);
  hash = finalised(hash ^ Math.imul(index, 0x85ebca77));
  return (hash >>> 0) / 4294967296;
}

function finalised(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
