import { describe, expect, it } from "vitest";
import { LinesIndex } from "../../src/audit/lines-index.ts";

const LINES = ["2030年度部门决算", "支出合计\t12.00", "", "年末结余 3 万元，比上年增加。", "合计", "年"].map(
  (text, index) => ({
    no: index + 1,
    text,
  }),
);

function found(...words: readonly string[]): number[] {
  return new LinesIndex(LINES).withAny(words).map(({ no }) => no);
}

describe("withAny(words)", () => {
  it("finds the lines that hold a word, in printed order", () => {
    expect(found("年")).toEqual([1, 4, 6]);
    expect(found("合计")).toEqual([2, 5]);
    expect(found("年末结余", "合计", "决算")).toEqual([1, 2, 4, 5]);
  });

  it("tells words with the same beginning apart", () => {
    expect(found("年度")).toEqual([1]);
    expect(found("年末结余")).toEqual([4]);
    expect(found("年末结转")).toEqual([]);
  });

  it("finds no word over the end of a line or of the text", () => {
    expect(found("算支")).toEqual([]);
    expect(found("年末")).toEqual([4]);
  });

  it("knows a word that comes up after others were asked for", () => {
    const index = new LinesIndex(LINES);
    expect(index.withAny(["合计"]).map(({ no }) => no)).toEqual([2, 5]);
    expect(index.withAny(["万元，比"]).map(({ no }) => no)).toEqual([4]);
    expect(index.withAny(["合计"]).map(({ no }) => no)).toEqual([2, 5]);
  });
});
