import { HELD } from "../check.ts";
import { linesText } from "../describe.ts";
import type { Check, Rule } from "../types.ts";

/** Names of function classes that the classification replaced, with the first year of the new name. */
const REPLACED: readonly (readonly [old: string, now: string, from: number])[] = [
  ["医疗卫生与计划生育", "卫生健康", 2019],
  ["文化体育与传媒", "文化旅游体育与传媒", 2019],
  ["国土海洋气象等支出", "自然资源海洋气象等支出", 2019],
  ["资源勘探信息等支出", "资源勘探工业信息等支出", 2020],
];

export const abolishedName: Rule = {
  id: "abolished-name",
  category: "label",
  severity: "info",
  holds: {
    zh: "功能科目使用报告年度现行的名称。",
    en: "Function classes bear the names in force in the report's year.",
  },
  inputs: { zh: "印有曾经更名的功能科目（新名或旧名）", en: "A class that was renamed, under its old or new name" },
  message: {
    zh: "第{where}行仍称「{old}」，该科目自 {from} 年起改称「{now}」。",
    en: "Line {where}: “{old}” is the name in use before {from}; it is “{now}” since.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const [old, now, from] of REPLACED) {
      if (ledger.year < from) continue;
      const printing = ledger.linesWith(old);
      if (printing.length === 0) {
        if (ledger.linesWith(now).length > 0) checks.push(HELD);
        continue;
      }
      checks.push({
        verdict: "failed",
        facts: [],
        lines: printing.map((line) => line.no),
        stated: null,
        expected: null,
        unit: null,
        fill: { old, now, from: `${from}`, where: linesText(printing.map((line) => line.no)) },
      });
    }
    return checks;
  },
  cases: [
    { name: "the name in force", expect: "passed", facts: [], lines: ["九、卫生健康支出"] },
    {
      name: "a name given up",
      expect: "failed",
      facts: [],
      lines: ["九、卫生健康支出", "九、医疗卫生与计划生育支出"],
      message: "第2行仍称「医疗卫生与计划生育」，该科目自 2019 年起改称「卫生健康」。",
    },
    { name: "no such class", expect: "not_checkable", facts: [], lines: ["八、社会保障和就业支出"] },
  ],
};
