import { describe, expect, it } from "vitest";
import { decodeReport } from "../../src/compile/decode.ts";
import { ReportError } from "../../src/report/error.ts";

const TEXT = "某某市社会保险中心\n2021年度部门决算\n支出合计 12.50 万元\n";

/** GBK bytes of the characters of TEXT, from the decoder itself: every two-byte code is tried once. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
    }
  }
  return new Uint8Array([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((character) => character.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(units.length * 2));
  units.forEach((unit, index) => view.setUint16(index * 2, unit, littleEndian));
  return new Uint8Array(view.buffer);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(bytes: Uint8Array): ReportError {
  try {
    decodeReport(bytes, "a.txt");
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error("the bytes were accepted");
}

describe("decodeReport(bytes, sourceName)", () => {
  it.each([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${TEXT}`)],
    ["GBK", gbk(TEXT)],
    ["UTF-16 little endian with a mark", utf16(TEXT, true, true)],
    ["UTF-16 big endian with a mark", utf16(TEXT, false, true)],
    ["UTF-16 little endian without a mark", utf16(TEXT, true, false)],
    ["UTF-16 big endian without a mark", utf16(TEXT, false, false)],
  ])("reads %s", (_, bytes) => {
    expect(decodeReport(bytes, "a.txt")).toEqual({ sourceName: "a.txt", text: TEXT });
  });

  it("gives every kind of line end as a line feed", () => {
    expect(decodeReport(utf8("一\r\n二\r三\n"), "a.txt").text).toBe("一\n二\n三\n");
  });

  it("keeps a stray control character of an extraction", () => {
    expect(decodeReport(utf8(TEXT.repeat(20) + "\u0007"), "a.txt").text).toContain("\u0007");
  });

  it("refuses an empty file", () => {
    expect(refusal(new Uint8Array())).toMatchObject({ sourceName: "a.txt", line: null });
    expect(refusal(new Uint8Array()).message).toMatch(/a\.txt: the file is empty; expected .* Extract/);
  });

  it("refuses white space only", () => {
    expect(refusal(utf8(" \n\t\n")).reason).toMatch(/only white space/);
  });

  it.each([
    ["a PDF", utf8("%PDF-1.7\n")],
    ["an old Word or Excel file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ["a Word, Excel or ZIP file", new Uint8Array([0x50, 0x4b, 3, 4, 0])],
  ])("names %s and says what to do", (what, bytes) => {
    expect(refusal(bytes).reason).toContain(what);
    expect(refusal(bytes).remedy).toContain("Extract the text");
  });

  it("refuses bytes with zeros that are no UTF-16", () => {
    expect(refusal(new Uint8Array([1, 0, 0, 200, 0, 0, 0, 255, 3, 0]).map((byte) => byte)).reason).toMatch(/binary/);
  });

  it("refuses noise without zeros", () => {
    const noise = Uint8Array.from({ length: 999 }, (_, index) => ((index * 7919) % 255) + 1);
    expect(refusal(noise).reason).toMatch(/binary|neither/);
  });

  it("names the line of a broken byte in otherwise good UTF-8", () => {
    const bytes = utf8(TEXT.repeat(30));
    const second = bytes.indexOf(0x0a) + 1;
    bytes[second] = 0xff;
    const error = refusal(bytes);
    expect(error.line).toBe(2);
    expect(error.message).toMatch(/^a\.txt:2: .*UTF-8/);
  });
});
