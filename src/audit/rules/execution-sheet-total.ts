import type { FactRow } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { namedSum } from "../families/footing.ts";

const MEASURES = ["budget", "executed"] as const;

export const executionSheetTotal = namedSum({
  id: "execution-sheet-total",
  holds: {
    zh: "预算执行情况表：合计等于基本支出加项目支出（预算额、执行额、结转结余额各自成立）。",
    en: "Execution sheet: the total is basic plus project, for budget, executed and left over.",
  },
  inputs: { zh: "同一栏的合计、基本支出、项目支出", en: "Total, basic and project of one column" },
  sums: (ledger) => {
    const cells = ledger.told.filter((fact) => fact.origin === "annex" && fact.unit === "万元" && fact.code === null);
    const amounts = MEASURES.map((measure) => {
      const find = (item: FactRow["item"]) => cells.find((fact) => fact.item === item && fact.measure === measure);
      const parts = [find("expenditure.basic"), find("expenditure.project")];
      return { total: parts.includes(undefined) ? undefined : find("expenditure.total"), parts };
    });
    const left = cells.filter((fact) => fact.item === "balance.carried_out" && fact.measure === ledger.own);
    const named = (pattern: RegExp) => left.find((fact) => pattern.test(fact.label));
    const parts = [named(/基本支出/), named(/项目支出/)];
    return [...amounts, { total: parts.includes(undefined) ? undefined : named(/合计/), parts }];
  },
  cases: [
    { name: "basic and project make the total", expect: "passed", facts: sheet("38.40", "29.80", "8.60") },
    {
      name: "they do not",
      expect: "failed",
      facts: sheet("37.40", "29.80", "7.90"),
      message:
        "附件第1行「合计」印为 37.40万元，而其组成部分之和为 37.70万元，相差 0.30万元：29.80（第2行） + 7.90（第3行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: sheet("38.41", "29.80", "8.60") },
    { name: "a part is not printed", expect: "not_checkable", facts: sheet("38.40", "29.80", "8.60").slice(0, 2) },
  ],
});

function sheet(total: string, basic: string, project: string) {
  const cell = { statement: "annex", origin: "annex", measure: "executed" } as const;
  return [
    said("expenditure.total", total, { ...cell, label: "合计" }),
    said("expenditure.basic", basic, { ...cell, label: "基本支出" }),
    said("expenditure.project", project, { ...cell, label: "项目支出" }),
  ];
}
