import { describe, expect, it } from "vitest";
import { compareNames } from "../../src/i18n/name-order.ts";

describe("compareNames(a, b)", () => {
  it("orders places by pinyin, with the reading that place names take", () => {
    const names = ["株洲", "长春", "雁江", "厦门", "重庆", "忻州", "成都", "番禺", "青岛"];
    expect(names.toSorted(compareNames)).toEqual([
      "长春",
      "成都",
      "重庆",
      "番禺",
      "青岛",
      "厦门",
      "忻州",
      "雁江",
      "株洲",
    ]);
  });
  it("orders English names by the alphabet", () => {
    expect(["Zhuzhou", "Changchun", "Xinzhou"].toSorted(compareNames)).toEqual(["Changchun", "Xinzhou", "Zhuzhou"]);
  });
  it("tells different names apart that are read alike", () => {
    expect(compareNames("长宁", "常宁")).not.toBe(0);
    expect(compareNames("长宁", "长宁")).toBe(0);
  });
});
