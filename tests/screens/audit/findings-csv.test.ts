import { describe, expect, it } from "vitest";
import { findingsCsv } from "../../../src/screens/audit/findings-csv.ts";
import { findingRow } from "./rows.ts";

describe("findingsCsv(rows, fingerprint)", () => {
  it("begins with a byte order mark and a header, and ends every row with CRLF", () => {
    const text = findingsCsv([], "abc");
    expect(text.startsWith("\uFEFFfinding_id,report_id,")).toBe(true);
    expect(text.endsWith("data_fingerprint\r\n")).toBe(true);
  });

  it("keeps numbers bare, quotes commas and quotation marks, and leaves a missing number empty", () => {
    const [, row] = findingsCsv(
      [findingRow("a-2020-final:r:1", { stated: 1234.5, expected: null, message_zh: '称"完成",实为' })],
      "abc",
    ).split("\r\n");
    expect(row).toContain(",1234.5,,-6,万元,,3 5,");
    expect(row).toContain('"称""完成"",实为"');
    expect(row?.endsWith(",abc")).toBe(true);
  });

  it("says nothing of a fingerprint that is not known", () => {
    expect(
      findingsCsv([findingRow("a-2020-final:r:1")], null)
        .trimEnd()
        .endsWith(","),
    ).toBe(true);
  });
});
