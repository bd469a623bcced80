import { canonicalJson, sha256Hex } from "@shikumi/core/hash";
import type { Program } from "./program.ts";

/**
 * SHA-256 of everything a program is made of: programs with the same digest give the same runs. 64
 * hexadecimal digits.
 */
export function programDigest(program: Program): string {
  return sha256Hex(canonicalJson(plain(program)));
}

/** The same content without typed arrays and numbers that JSON has not. */
function plain(value: unknown): unknown {
  if (value instanceof Int32Array || value instanceof Float64Array)
    return Array.from(value, plainNumber).join();
  if (typeof value === "number") return plainNumber(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

function plainNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
