import { linesText } from "../describe.ts";
import { groupBy } from "../group-by.ts";
import type { Check, Rule } from "../types.ts";

const NUMERAL = /[一二两三四五六七八九十]{1,3}(?=[个项家名人次])/g;
/** Shorter clauses are alike by chance. */
const LEAST = 10;

export const explanationRepeat: Rule = {
  id: "explanation-repeat",
  category: "explanation",
  severity: "warning",
  holds: {
    zh: "同一原因在各处所述的个数相同。",
    en: "One explanation gives the same count wherever it is told.",
  },
  inputs: { zh: "两处以上措辞相同、含有个数的原因说明", en: "The same explanation with a count, told at least twice" },
  message: {
    zh: "第{where}行同一原因说明的个数不一：{wordings}。",
    en: "Line {where}: the same explanation is told with different counts: {wordings}.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const counted = ledger.source.reasons.filter(
      (reason) => reason.text.length >= LEAST && reason.text.search(NUMERAL) >= 0,
    );
    for (const reasons of groupBy(counted, (reason) => reason.text.replace(NUMERAL, "#")).values()) {
      if (reasons.length < 2) continue;
      const wordings = [...groupBy(reasons, (reason) => reason.text).keys()];
      checks.push({
        verdict: wordings.length === 1 ? "passed" : "failed",
        facts: [],
        lines: [...new Set(reasons.map((reason) => reason.source_line))],
        stated: null,
        expected: null,
        unit: null,
        fill: {
          where: linesText(reasons.map((reason) => reason.source_line)),
          wordings: wordings.map((text) => `「${text}」`).join(" / "),
        },
      });
    }
    return checks;
  },
  cases: [
    { name: "the same count", expect: "passed", facts: [], reasons: [reason("三", 1), reason("三", 5)] },
    {
      name: "another count",
      expect: "failed",
      facts: [],
      reasons: [reason("三", 1), reason("四", 5)],
      message:
        "第1、5行同一原因说明的个数不一：「原追加安排的三个项目本年列入预算」 / 「原追加安排的四个项目本年列入预算」。",
    },
    { name: "told once", expect: "not_checkable", facts: [], reasons: [reason("三", 1)] },
  ],
};

function reason(count: string, line: number) {
  return { text: `原追加安排的${count}个项目本年列入预算`, source_line: line };
}
