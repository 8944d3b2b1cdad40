import { describe, expect, it } from "vitest";
import { isText } from "../../src/state/is-text.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("isText(bytes)", () => {
  it("takes text of any encoding that offices use", () => {
    expect(isText(new TextEncoder().encode("单位,人数\n株洲,59\n"))).toBe(true);
    expect(isText(Uint8Array.of(0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0x31))).toBe(true); // GBK
    expect(isText(Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x2c, 0x00))).toBe(true); // UTF-16 with its mark
  });
  it("refuses documents and binaries under the name of a text", () => {
    expect(isText(bytes("%PDF-1.4\n1 0 obj"))).toBe(false);
    expect(isText(bytes("PK\u0003\u0004rest"))).toBe(false);
    expect(isText(bytes("\u00d0\u00cf\u0011\u00e0rest"))).toBe(false);
    expect(isText(bytes("a,b\u0000\u0001"))).toBe(false);
  });
});
