import { describe, expect, it } from "vitest";
import { Compact } from "../../../src/report/narrative/compact.ts";
import { Paragraph } from "../../../src/report/paragraphs.ts";

const paragraph = (text: string): Paragraph =>
  new Paragraph(text.split("\n").map((line, index) => ({ no: index + 1, text: line })));

describe("Compact(paragraph)", () => {
  it("leaves out white space, but keeps one blank between two figures", () => {
    const compact = new Compact(paragraph("支出决算为 0\n\n万元，指标 1 100 人"));
    expect(compact.text).toBe("支出决算为0万元，指标1 100人");
  });

  it("takes a line of a hundred thousand figures in one pass", () => {
    const compact = new Compact(paragraph(`其他支出 ${"12.00 ".repeat(100_000)}。`));
    expect(compact.text.length).toBe("其他支出".length + 6 * 100_000);
    expect(compact.printed(4, 9)).toBe("12.00");
  });
});
