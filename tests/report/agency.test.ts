import { describe, expect, it } from "vitest";
import { agencyOf } from "../../src/report/agency.ts";

const CASES: readonly (readonly [string, string, string | null, string | null, string | null, string | null])[] = [
  ["青禾市社会保险中心", "青禾", "prefecture", null, "青禾市", null],
  ["青禾市东山区社会保险事业服务中心", "东山", "county", null, "青禾市", "东山区"],
  ["内蒙古自治区青禾盟东山旗社会保险中心", "东山", "county", "内蒙古自治区", "青禾盟", "东山旗"],
  ["北京市东山区社会保险基金管理中心", "东山", "county", "北京市", "北京市", "东山区"],
  ["青禾自治州社会保险局", "青禾", "prefecture", null, "青禾自治州", null],
  ["青禾省社会保险局", "青禾", "province", "青禾省", null, null],
  ["青禾市人力资源和社会保障局", "青禾人社", "prefecture", null, "青禾市", null],
  ["青禾市医疗保障局", "青禾医保", "prefecture", null, "青禾市", null],
  ["青禾自治区人力资源和社会保障厅", "青禾人社", "province", "青禾自治区", null, null],
  ["东山县财政局（国有资产监督管理局）", "东山财政局", "county", null, null, "东山县"],
  ["中共青禾市东山区委政法委员会", "东山区委政法委员会", "county", null, "青禾市", "东山区"],
  ["中国民主建国会青禾市委员会", "中国民主建国会青禾市委员会", "prefecture", null, "青禾市", null],
  ["东山县城市管理局", "东山城市管理局", "county", null, null, "东山县"],
  ["青禾市社区服务中心", "青禾社区服务中心", "prefecture", null, "青禾市", null],
  ["东山县", "东山", "county", null, null, "东山县"],
  ["青禾镇人民政府", "青禾镇人民政府", null, null, null, null],
];

describe("agencyOf(name, directory)", () => {
  it.each(CASES)("reads the place of %s and calls it %s", (name, short, level, province, prefecture, county) => {
    expect(agencyOf(name, { agencies: [] })).toMatchObject({
      name,
      short_name: short,
      level,
      province,
      prefecture,
      county,
    });
  });

  it("gives each name an id of its own that stays", () => {
    const ids = CASES.map(([name]) => agencyOf(name, { agencies: [] }).agency_id);
    expect(new Set(ids).size).toBe(CASES.length);
    expect(ids.every((id) => /^[a-z0-9-]+$/.test(id))).toBe(true);
    expect(CASES.map(([name]) => agencyOf(name, { agencies: [] }).agency_id)).toEqual(ids);
  });
});
