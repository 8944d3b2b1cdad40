import { describe, expect, it } from "vitest";
import { agencyRow } from "../../src/compile/agency.ts";

const HASH = "0123456789abcdef";

describe("agencyRow(name, sourceName, reference, nameHash)", () => {
  it.each([
    ["平川市社会保险事业管理局（本级）", "平川", "prefecture", null, "平川市", null],
    ["平川市北湾区社会保险事业管理局", "北湾", "county", null, "平川市", "北湾区"],
    ["北原省社会保险局", "北原", "province", "北原省", null, null],
    ["北原省平川市社会保险中心", "平川", "prefecture", "北原省", "平川市", null],
    ["北原自治区平川地区石河县社会保险中心", "石河", "county", "北原自治区", "平川地区", "石河县"],
    ["社会保险中心", "社会保险中心", null, null, null, null],
  ])("finds the places in %s", (name, short_name, level, province, prefecture, county) => {
    expect(agencyRow(name, "x.txt", [], HASH)).toMatchObject({ short_name, level, province, prefecture, county });
  });

  it("finds an agency in the reference list by any of its printed names", () => {
    const cells = { agency_id: "pingchuan", name: "平川市社会保险中心", aliases: "平川社保局|平川市社会保险局" };
    const reference = [{ line: 2, cells }];
    expect(agencyRow("平川市社会保险局（本级）", "x.txt", reference, HASH)).toMatchObject({
      agency_id: "pingchuan",
      name: "平川市社会保险局（本级）",
      prefecture: "平川市",
    });
    expect(agencyRow("北山市社会保险局", "x.txt", reference, HASH).agency_id).toBe("agency-01234567");
  });

  it("takes the id from a well-named file", () => {
    expect(agencyRow("平川市社会保险中心", "ping-chuan-2020-final.txt", [], HASH).agency_id).toBe("ping-chuan");
  });

  it("else hashes the name", () => {
    expect(agencyRow("平川市社会保险中心", "决算.txt", [], HASH).agency_id).toBe("agency-01234567");
  });
});
