import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex, sha256HexOfBytes } from "../../src/hash/index.ts";

const scale = Number(process.env["SHIKUMI_TEST_SCALE"] ?? 1);
const runs = { numRuns: 500 * scale, seed: 2012 };

describe("sha256Hex", () => {
  // NIST, "Cryptographic Standards and Guidelines: examples with intermediate values", SHA-256.
  it("[H1] gives the published digests", () => {
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(sha256Hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    );
    expect(sha256Hex("a".repeat(1000000))).toBe(
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    );
  });

  it("[H1] agrees with Node for every length around the size of a block", () => {
    for (let length = 0; length <= 200; length++) {
      const text = "x".repeat(length);
      expect(sha256Hex(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }
  });

  it("[H1] agrees with Node for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256HexOfBytes(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
      runs,
    );
  });

  it("[H2] takes a text in UTF-8, a lone surrogate as U+FFFD", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        expect(sha256Hex(text)).toBe(
          createHash("sha256").update(new TextEncoder().encode(text)).digest("hex"),
        );
      }),
      runs,
    );
    for (const text of ["しくみ", "é", "\u{1f6a2}", "\ud800", "a\udc00b", "\udc00\ud800"]) {
      expect(sha256Hex(text)).toBe(createHash("sha256").update(new TextEncoder().encode(text)).digest("hex"));
    }
  });
});
