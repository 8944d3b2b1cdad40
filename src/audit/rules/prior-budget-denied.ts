import { cell } from "../cases.ts";
import { priorOf, reportName } from "../families/prior-report.ts";
import { valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

const DENIED = /年初(?:无|没有|未安排|未申请)[^，。；]{0,6}预算/;

export const priorBudgetDenied: Rule = {
  id: "prior-budget-denied",
  category: "between_reports",
  severity: "warning",
  holds: {
    zh: "项目申报表列有上年预算的资金，上年决算不会称其年初无预算。",
    en: "Money for which a project sheet gives a budget of last year is not said to have had none in last year's account.",
  },
  inputs: {
    zh: "项目上年预算、上年决算中同一金额的原因说明",
    en: "A project's budget of last year, and an explanation of the same amount in last year's account",
  },
  message: {
    zh: "{place}项目「{what}」列有上年预算 {stated}，而{prior}第{priorLine}行就 {amount} 万元称「{denial}」。",
    en: "{place}: project “{what}” had a budget of {stated} last year, while line {priorLine} of {prior} says of {amount} ¥10k: “{denial}”.",
  },
  check(ledger, others): readonly Check[] {
    const checks: Check[] = [];
    const last = priorOf(ledger, others, "final");
    if (last === undefined) return checks;
    for (const stated of ledger.find({ item: "project", measure: "prior_budget" })) {
      const amount = valueOf(stated).toFixed();
      const told = last.facts.find((fact) => fact.unit === "万元" && fact.item === null && fact.value === amount);
      if (told === undefined) continue;
      const sentence = last
        .text(told.source_line)
        .slice(told.source_to)
        .split(/[。；;]/)[0];
      const denial = DENIED.exec(sentence ?? "")?.[0];
      checks.push({
        verdict: denial === undefined ? "passed" : "failed",
        facts: [stated, told],
        stated: valueOf(stated),
        expected: null,
        unit: stated.unit,
        fill: {
          prior: reportName(last),
          priorLine: `${told.source_line}`,
          amount,
          denial: denial ?? "",
          what: stated.label,
        },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "told without a denial",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: [cell("performance", "project", "76", { label: "贷款贴息", measure: "prior_budget" })],
      other: prior("贴息资金76万元，按期支付。"),
    },
    {
      name: "said to have had no budget",
      expect: "failed",
      report: { report_kind: "budget" },
      facts: [cell("performance", "project", "76", { label: "贷款贴息", measure: "prior_budget" })],
      other: prior("贴息资金76万元，该部分支出年初无部门预算。"),
      message:
        "《项目支出绩效表》第1行项目「贷款贴息」列有上年预算 76万元，而2029 年度决算第1行就 76 万元称「年初无部门预算」。",
    },
    {
      name: "no account of the year before",
      expect: "not_checkable",
      facts: [cell("performance", "project", "76", { label: "贷款贴息", measure: "prior_budget" })],
    },
  ],
};

function prior(text: string) {
  const told = { value: "76", item: null, label: "贴息资金", source_line: 1, source_from: 4, source_to: 6 } as const;
  return { report: { fiscal_year: 2029, report_kind: "final" }, facts: [told], lines: [text] } as const;
}
