import { cell, row } from "../cases.ts";
import { HELD } from "../check.ts";
import { nameOf, placeOf } from "../describe.ts";
import { displacedRowsOf } from "../displaced-rows.ts";
import { ownCodes } from "../families/codes.ts";
import { valueOf } from "../tolerance.ts";
import type { CaseFact, Check, Rule } from "../types.ts";

export const rowsDisplaced: Rule = {
  id: "rows-displaced",
  category: "cross_table",
  severity: "error",
  ofPrint: true,
  holds: {
    zh: "支出类各表和基本支出表中，数字与科目在同一行，没有整体上移或下移。",
    en: "In the tables of expenditure by function and in the basic expenditure table every figure stands beside its own class and has not slid up or down.",
  },
  inputs: {
    zh: "支出表与一般公共预算支出表中的功能科目；基本支出表的经济分类款级科目与“三公”经费、会议费、培训费",
    en: "Function classes of the expenditure and general budget tables; economic sections of the basic expenditure table and the three-public, meeting and training costs",
  },
  message: {
    zh: "{place}一带，数字与科目错行：「{what}」所印 {stated} 是{rightPlace}「{rightName}」的数字，共 {count} 行如此。这些行的其他核查不再逐项列出。",
    en: "Around {place} figures stand beside the wrong classes: “{what}” prints {stated}, which is the figure of “{rightName}” ({rightPlace}); {count} rows are so. Other checks of these rows are not listed.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    const found = ledger.derived(displacedRowsOf);
    for (const { first, witness, facts, count } of found) {
      const slid = facts.filter((fact) => fact !== first);
      checks.push({
        verdict: "failed",
        facts: [first, witness, ...slid],
        questioned: [first, ...slid],
        stated: valueOf(first),
        expected: null,
        unit: first.unit,
        fill: { count: String(count), rightPlace: placeOf(witness), rightName: nameOf(witness) },
      });
    }
    if (found.length > 0) return checks;
    const printed = (["expenditure", "general_budget_expenditure"] as const).map(
      (statement) => ownCodes(ledger, statement, "expenditure.function").size,
    );
    if (printed.every((codes) => codes > 1)) checks.push(HELD);
    return checks;
  },
  cases: [
    {
      name: "the same rows in both tables",
      expect: "passed",
      facts: [...rowsOf("expenditure", 0), ...rowsOf("general_budget_expenditure", 0)],
    },
    {
      name: "figures two rows too high",
      expect: "failed",
      facts: [...rowsOf("expenditure", 0), ...rowsOf("general_budget_expenditure", 2)],
      message:
        "《一般公共预算财政拨款支出表》第10行一带，数字与科目错行：「20801 支出（按功能分类）」所印 20.10万元 是《支出表》第4行「2080109 支出（按功能分类）」的数字，共 7 行如此。这些行的其他核查不再逐项列出。",
    },
    {
      name: "sections of an economic class a row too high",
      expect: "failed",
      facts: [...sectionsOf(1), ...threePublicOf("1.35", "6.20")],
      message:
        "《一般公共预算财政拨款基本支出表》第4行一带，数字与科目错行：「30216 支出（按经济分类）」所印 1.35万元 是《“三公”经费支出表》第12行「公务接待费」的数字，共 2 行如此。这些行的其他核查不再逐项列出。",
    },
    {
      name: "sections in their rows, and three-public costs that projects pay too",
      expect: "passed",
      facts: [
        ...sectionsOf(0),
        ...threePublicOf("1.35", "7.70"),
        ...rowsOf("expenditure", 0),
        ...rowsOf("general_budget_expenditure", 0),
      ],
    },
    { name: "a single table", expect: "not_checkable", facts: rowsOf("expenditure", 0) },
  ],
};

/** Ten classes; from the second row on the figures stand `up` rows too high. */
function rowsOf(statement: "expenditure" | "general_budget_expenditure", up: number): CaseFact[] {
  const codes = ["208", "20801", "2080101", "2080109", "20805", "2080501", "2080505", "210", "21011", "2101101"];
  const amounts = ["90.40", "60.30", "40.20", "20.10", "30.10", "12.05", "18.05", "25.00", "24.00", "23.00"];
  const from = statement === "expenditure" ? 1 : 9;
  return codes.flatMap((code, index) => {
    const amount = index === 0 ? amounts[0] : amounts[index + up];
    return amount === undefined ? [] : row(statement, from + index, code, { "expenditure.function": amount });
  });
}

/** Class 302 with eight sections; from the first section on the figures stand `up` rows too high. */
function sectionsOf(up: number): CaseFact[] {
  const codes = ["30201", "30202", "30216", "30217", "30228", "30231", "30239", "30299"];
  const amounts = ["12.40", "0.85", "2.15", "1.35", "4.05", "6.20", "3.30", "0.90", "31.20"];
  return [
    ...row("general_budget_basic", 1, "302", { "expenditure.economic": "31.20" }),
    ...codes.flatMap((code, index) =>
      row("general_budget_basic", index + 2, code, { "expenditure.economic": amounts[index + up] ?? "0.00" }),
    ),
  ];
}

function threePublicOf(reception: string, vehicles: string): CaseFact[] {
  return [
    cell("three_public", "three_public.reception", reception, { source_line: 12 }),
    cell("three_public", "three_public.vehicle_operation", vehicles, { source_line: 12 }),
  ];
}
