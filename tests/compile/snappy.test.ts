import { snappyUncompress } from "hyparquet";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import { describe, expect, it } from "vitest";
import { ByteSink } from "../../src/compile/byte-sink.ts";
import { appendSnappy } from "../../src/compile/snappy.ts";

/** Bytes in no order, the same for every run (xorshift of 32 bits). */
function unordered(length: number): Uint8Array {
  let state = 0x9e3779b9;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}

function packed(bytes: Uint8Array, before: Uint8Array = new Uint8Array(0)): Uint8Array {
  // What stands around a page in its buffer is no part of it.
  const around = new Uint8Array(bytes.length + 96);
  around.set(bytes.subarray(0, 32));
  around.set(bytes, 32);
  around.set(bytes.subarray(0, 64), bytes.length + 32);
  const out = new ByteSink();
  out.append(before);
  appendSnappy(out, around.subarray(32, bytes.length + 32));
  expect(Buffer.compare(out.bytes.subarray(0, before.length), before)).toBe(0);
  return out.taken().slice(before.length);
}

/** The bytes of a block that begins with its length in seven bits a byte. */
function unpacked(block: Uint8Array): Uint8Array {
  let length = 0;
  let at = 0;
  for (let more = true; more; at += 1) {
    const byte = block[at] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * at);
    more = byte > 0x7f;
  }
  const bytes = new Uint8Array(length);
  if (length > 0) snappyUncompress(block, bytes);
  return bytes;
}

const SMALL = [0, 1, 4, 14, 15, 16, 17, 59, 60, 61, 64, 65, 67, 68, 69, 256, 257, 2047, 2048, 2049];
const LARGE = [65_535, 65_536, 65_537, 200_000, 2 ** 24, 2 ** 24 + 3];

describe("appendSnappy(out, source)", () => {
  it.each([...SMALL, ...LARGE])("packs %i bytes so that a reader has them again, repeated or not", (length) => {
    const random = unordered(length);
    const kinds = [random, new Uint8Array(length).fill(7), random.map((_, index) => random[index % 70_001] ?? 0)];
    for (const bytes of kinds) {
      const block = packed(bytes);
      expect(Buffer.compare(unpacked(block), bytes)).toBe(0);
      expect(block.length).toBeLessThanOrEqual(32 + length + Math.floor(length / 6));
    }
  });

  it("finds what stands 65,535 bytes back and leaves what stands one further", () => {
    const pattern = unordered(24);
    const lengthAt = (back: number) => {
      const bytes = new Uint8Array(back + pattern.length);
      bytes.set(unordered(bytes.length).map((byte) => byte | 0x80));
      const signed = pattern.map((byte) => byte & 0x7f);
      bytes.set(signed, 0);
      bytes.set(signed, back);
      const block = packed(bytes);
      expect(Buffer.compare(unpacked(block), bytes)).toBe(0);
      return block.length - bytes.length;
    };
    expect(lengthAt(65_536)).toBeGreaterThanOrEqual(lengthAt(65_535));
  });

  it("gives the bytes of hyparquet-writer's own", () => {
    for (const length of [...SMALL, ...LARGE.slice(0, 4)].filter((count) => count > 0)) {
      const bytes = unordered(length).map((byte, index) => (index % 7 < 5 ? index % 11 : byte));
      expect(Buffer.compare(packed(bytes), snappyCompress(bytes))).toBe(0);
    }
  });

  it("leaves what stands before it in the buffer", () => {
    const bytes = unordered(70_000);
    expect(Buffer.compare(packed(bytes, unordered(1000)), packed(bytes))).toBe(0);
  });
});
