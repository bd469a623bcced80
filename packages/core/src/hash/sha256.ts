/** SHA-256 as defined by FIPS 180-4. */
const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103,
  107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223,
  227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311,
] as const;

/** The first 32 bits of the fraction of the square or cube root of n: the largest r with r^degree <= n 2^(32 degree). */
function rootFraction(n: number, degree: 2n | 3n): number {
  const radicand = BigInt(n) << (32n * degree);
  let root = 0n;
  for (let bit = 1n << 37n; bit > 0n; bit >>= 1n) {
    const trial = root | bit;
    if ((degree === 2n ? trial * trial : trial * trial * trial) <= radicand) root = trial;
  }
  return Number(root & 0xffffffffn) | 0;
}

const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => rootFraction(prime, 2n));
const ROUND = Int32Array.from(PRIMES, (prime) => rootFraction(prime, 3n));

function rotate(x: number, by: number): number {
  return (x >>> by) | (x << (32 - by));
}

function absorb(state: Int32Array, block: Uint8Array, at: number, schedule: Int32Array): void {
  for (let t = 0; t < 16; t++) {
    const from = at + 4 * t;
    schedule[t] =
      ((block[from] as number) << 24) |
      ((block[from + 1] as number) << 16) |
      ((block[from + 2] as number) << 8) |
      (block[from + 3] as number);
  }
  for (let t = 16; t < 64; t++) {
    const early = schedule[t - 15] as number;
    const late = schedule[t - 2] as number;
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[t] = (schedule[t - 16] as number) + small + (schedule[t - 7] as number) + large;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const mixed = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + mixed + choice + (ROUND[t] as number) + (schedule[t] as number)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const words = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = (state[i] as number) + (words[i] as number);
}

/** The SHA-256 digest of some bytes as 64 lower-case hexadecimal digits. O(length). */
export function sha256HexOfBytes(bytes: Uint8Array): string {
  const state = INITIAL.slice();
  const schedule = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) absorb(state, bytes, at, schedule);

  const rest = bytes.length - whole;
  const last = new Uint8Array(rest < 56 ? 64 : 128);
  last.set(bytes.subarray(whole));
  last[rest] = 0x80;
  let bits = bytes.length * 8;
  for (let at = last.length - 1; bits > 0; at--) {
    last[at] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  for (let at = 0; at < last.length; at += 64) absorb(state, last, at, schedule);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The SHA-256 digest of a text's UTF-8 form as 64 lower-case hexadecimal digits; a lone surrogate counts as U+FFFD. */
export function sha256Hex(text: string): string {
  return sha256HexOfBytes(utf8(text));
}

/** The UTF-8 form of a text; a lone surrogate becomes U+FFFD, as the Encoding Standard does. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) {
      bytes[length++] = scalar;
      continue;
    }
    const tail = scalar < 0x800 ? 1 : scalar < 0x10000 ? 2 : 3;
    const lead = tail === 1 ? 0xc0 : tail === 2 ? 0xe0 : 0xf0;
    bytes[length++] = lead | (scalar >>> (6 * tail));
    for (let place = tail - 1; place >= 0; place--)
      bytes[length++] = 0x80 | ((scalar >>> (6 * place)) & 0x3f);
  }
  return bytes.subarray(0, length);
}
