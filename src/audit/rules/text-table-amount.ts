import type { FactRow } from "../../domain/records.ts";
import { cell, said } from "../cases.ts";
import { EQUAL_MESSAGE } from "../families/cross-table.ts";
import { isComparable, likeliestTwin, tableTwins } from "../families/twins.ts";
import { equality } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

export const textTableAmount: Rule = {
  id: "text-table-amount",
  category: "narrative",
  severity: "error",
  holds: {
    zh: "文字所述金额与表中同一项目、同一口径的金额相同（与任一表相同即可）。",
    en: "An amount told in the text is the same in at least one table that prints the same item.",
  },
  inputs: { zh: "文字中的金额和表中的同一项目", en: "An amount in the text and the same item in a table" },
  message: EQUAL_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const told of ledger.told) {
      if (told.unit !== "万元") continue;
      const twins = tableTwins(ledger, told);
      if (twins.length === 0) continue;
      const agreeing = agreement(told, twins);
      const other =
        agreeing === undefined
          ? likeliestTwin(
              told,
              twins.filter((twin) => isComparable(ledger, told, twin)),
            )
          : undefined;
      if (agreeing !== undefined) checks.push(agreeing);
      else if (other !== undefined) checks.push(disagreeing(ledger, told, other));
    }
    return checks;
  },
  cases: [
    {
      name: "text and table agree",
      expect: "passed",
      facts: [
        cell("expenditure", "expenditure.total", "2,315.60", { value: "2315.60" }),
        said("expenditure.total", "2315.6"),
      ],
    },
    {
      name: "text and table differ",
      expect: "failed",
      facts: [cell("expenditure", "expenditure.basic", "133.65"), said("expenditure.basic", "136.35")],
      message: "情况说明第2行「基本支出」印为 136.35万元，《支出表》第1行同一数字印为 133.65万元，相差 2.70万元。",
    },
    {
      name: "a digit left out is held against the figure it was copied from",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "expenditure.grand_total", "8124.60"),
        cell("appropriation_summary", "expenditure.total", "7302.57"),
        said("expenditure.fiscal", "732.57"),
      ],
      message:
        "情况说明第3行「财政拨款支出」印为 732.57万元，《财政拨款收入支出总表》第2行同一数字印为 7302.57万元，相差 6570万元。",
    },
    {
      name: "the text counts what was carried in as income of the year",
      expect: "failed",
      facts: [
        cell("appropriation_summary", "income.total", "72.00"),
        cell("appropriation_summary", "income.grand_total", "78.00"),
        said("income.fiscal", "78.00"),
      ],
      message:
        "情况说明第3行「财政拨款收入」印为 78.00万元，《财政拨款收入支出总表》第1行同一数字印为 72.00万元，相差 6万元。",
    },
    {
      name: "a class told of the general budget is held against that fund's part of it",
      expect: "passed",
      lines: ["三、一般公共预算财政拨款支出决算情况说明", "城乡社区支出849.15万元。"],
      facts: [
        said("expenditure.function", "849.15", { code: "212", source_line: 2 }),
        cell("appropriation_summary", "expenditure.function", "975.15", { code: "212", source_line: 3 }),
        cell("appropriation_summary", "expenditure.general_budget", "849.15", { code: "212", source_line: 3 }),
      ],
    },
    {
      name: "a class told of this year's money is less than a row with what was carried in",
      expect: "not_checkable",
      report: { report_kind: "budget" },
      lines: ["（二）一般公共预算当年拨款结构情况", "农林水支出714.04万元。"],
      facts: [
        said("expenditure.function", "714.04", { code: "213", source_line: 2 }),
        cell("appropriation_summary", "expenditure.function", "732.04", { code: "213", source_line: 3 }),
        cell("appropriation_summary", "balance.carried_in", "18.00", { source_line: 4 }),
      ],
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [cell("expenditure", "expenditure.basic", "133.65"), said("expenditure.basic", "133.66")],
    },
    { name: "no table prints it", expect: "not_checkable", facts: [said("expenditure.basic", "133.66")] },
  ],
};

/** The first twin that is the same, else the first that is within rounding. */
function agreement(told: FactRow, twins: readonly FactRow[]): Check | undefined {
  let near: Check | undefined;
  for (const twin of twins) {
    const check = equality(told, twin);
    if (check.verdict === "passed") return check;
    if (check.verdict === "rounding") near ??= check;
  }
  return near;
}

/** Income told as the grand total is a matter of words: the amount itself stands in the table. */
function disagreeing(ledger: Ledger, told: FactRow, other: FactRow): Check {
  const grand = ledger.first({ statement: "appropriation_summary", item: "income.grand_total" });
  const wording = told.item === "income.fiscal" && grand?.value === told.value;
  return { ...equality(told, other), ...(wording ? { severity: "warning" as const } : {}) };
}
