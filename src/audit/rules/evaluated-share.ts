import { said } from "../cases.ts";
import { figure, printed } from "../describe.ts";
import { before } from "../families/nearby.ts";
import { judgeRate, precisionOf, quotient, rounded, valueOf } from "../tolerance.ts";
import type { Check, Rule } from "../types.ts";

/**
 * «占一般公共预算项目支出总额的 100%»; a 部门预算 or 年初预算 total is another base, which no report prints, as is
 * 财政性资金（…项目支出除外）总额.
 */
const OF_PROJECTS = /占(?!部门预算|年初预算)[^，。]*项目支出(?!除外)/;

export const evaluatedShare: Rule = {
  id: "evaluated-share",
  category: "stated_ratio",
  severity: "warning",
  holds: {
    zh: "自评涉及资金占项目支出总额的比例与项目支出相符。",
    en: "The share of project expenditure said to be evaluated fits project expenditure.",
  },
  inputs: { zh: "自评涉及资金、所述占比、项目支出", en: "The amount covered, the share told, project expenditure" },
  message: {
    zh: "{place}称 {otherStated} 占项目支出总额的 {stated}，而{thirdPlace}项目支出为 {thirdStated}，复算为 {recomputed}%，基数恐非项目支出。",
    en: "{place}: {otherStated} is said to be {stated} of project expenditure, which is {thirdStated} ({thirdPlace}); that would be {recomputed}%, so the base is probably another.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const shares = ledger
      .find({ measure: "share" })
      .filter(({ item, column_label: words }) => item === null && OF_PROJECTS.test(words));
    if (shares.length === 0) return checks;
    const wanted = { item: "expenditure.project", code: null, measure: ledger.own } as const;
    const all = ledger.first(wanted);
    const general = ledger.first({ ...wanted, statement: "general_budget_expenditure" });
    for (const share of shares) {
      const isOfGeneral = share.column_label.includes("一般公共预算");
      const spent = (isOfGeneral ? general : undefined) ?? all;
      const amount = before(ledger, share, ["budget", "final"]);
      if (spent === undefined || valueOf(spent).isZero() || amount === undefined) continue;
      const verdict = judgeRate(valueOf(share), precisionOf(share), rounded(amount), rounded(spent));
      // A part of all projects is that fund's: only more than all of them can be no share of that part.
      const isWithin = quotient(valueOf(amount), valueOf(spent)).lte(valueOf(share));
      if (verdict === "different" && isOfGeneral && general === undefined && isWithin) continue;
      checks.push({
        verdict: verdict === "equal" ? "passed" : verdict === "different" ? "failed" : "rounding",
        facts: [share, amount, spent],
        stated: valueOf(share),
        expected: quotient(valueOf(amount), valueOf(spent)).round(2),
        unit: "%",
        fill: {
          thirdPlace: { zh: `第${spent.source_line}行`, en: `line ${spent.source_line}` },
          thirdStated: printed(spent),
          recomputed: figure(quotient(valueOf(amount), valueOf(spent)).round(2)),
        },
      });
    }
    return checks;
  },
  cases: [
    {
      name: "all of project expenditure",
      expect: "passed",
      facts: told("78.85", "78.85"),
    },
    {
      name: "far more than project expenditure",
      expect: "failed",
      facts: told("78.85", "2208.60"),
      message:
        "情况说明第3行称 2208.60万元 占项目支出总额的 100%，而第1行项目支出为 78.85万元，复算为 2801.01%，基数恐非项目支出。",
    },
    {
      name: "the general budget's projects, of which only all projects are printed",
      expect: "not_checkable",
      facts: told("86.20", "78.85"),
    },
    {
      name: "a share of all money but projects",
      expect: "not_checkable",
      facts: told("86.20", "387.00", "占财政性资金(人员类项目支出除外)总额的比例为"),
    },
    { name: "no share is told", expect: "not_checkable", facts: told("78.85", "78.85").slice(0, 2) },
  ],
};

function told(spent: string, amount: string, words = "占一般公共预算项目支出总额的") {
  return [
    said("expenditure.project", spent),
    said(null, amount, { label: "涉及预算金额", measure: "budget" }),
    said(null, "100%", {
      label: "涉及预算金额",
      measure: "share",
      column_label: words,
    }),
  ];
}
