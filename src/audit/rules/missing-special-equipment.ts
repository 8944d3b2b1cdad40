import { said } from "../cases.ts";
import { disclosure, isFinal } from "../families/disclosure.ts";

export const missingSpecialEquipment = disclosure({
  id: "missing-special-equipment",
  // From 2022 on the outline asks for all equipment over a million in one number.
  items: [
    ["equipment.general_over_500k", "equipment.over_1m"],
    ["equipment.special_over_1m", "equipment.over_1m"],
  ],
  declared: /(?:无|没有)[^。]{0,40}专用设备/,
  declaredWith: ["专用设备"],
  when: isFinal,
  name: {
    zh: "单价50万元以上通用设备和单价100万元以上专用设备数量",
    en: "general equipment over 500 000 yuan and special equipment over 1 000 000 yuan",
  },
  holds: {
    zh: "决算同时披露单价 50 万元以上通用设备和 100 万元以上专用设备。",
    en: "A final account discloses both general equipment over 500 000 yuan and special equipment over 1 000 000 yuan.",
  },
  cases: [
    {
      name: "a stated zero is a disclosure",
      expect: "passed",
      facts: [said("equipment.general_over_500k", "0"), said("equipment.special_over_1m", "0")],
    },
    {
      name: "said in words",
      expect: "passed",
      facts: [],
      lines: ["我单位无单价50万元以上通用设备和单价100万元以上的专用设备。"],
    },
    {
      name: "nothing is said",
      expect: "failed",
      facts: [],
      message: "报告未披露单价50万元以上通用设备和单价100万元以上专用设备数量，也未作说明。",
    },
    { name: "a budget need not disclose it", expect: "not_checkable", facts: [], report: { report_kind: "budget" } },
  ],
});
