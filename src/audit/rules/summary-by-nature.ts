import { EXPENDITURE_KINDS, type ItemId } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { cell } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { groupBy } from "../group-by.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import type { Check, Rule } from "../types.ts";

const HALVES: readonly ItemId[] = ["expenditure.personnel", "expenditure.operating"];

export const summaryByNature: Rule = {
  id: "summary-by-nature",
  category: "footing",
  severity: "error",
  holds: {
    zh: "按性质列示支出的收支总表：本年支出合计等于基本支出、项目支出及上缴上级、经营、对附属单位补助支出之和；基本支出等于人员经费与公用经费之和。",
    en: "Summary by nature of expenditure: the total is basic, project, remitted, business and affiliated; basic is personnel plus operating.",
  },
  inputs: {
    zh: "收支总表同一列的支出合计、基本支出、项目支出；基本支出、人员经费、公用经费",
    en: "Total, basic and project expenditure of one column of the summary; basic, personnel and operating",
  },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const items: readonly ItemId[] = ["expenditure.total", ...EXPENDITURE_KINDS, ...HALVES];
    const found = ledger.find({
      statement: "income_expenditure_summary",
      item: items,
      code: null,
      measure: ledger.own,
    });
    const columns = groupBy(found, ({ column_label, fiscal_year }) => `${column_label}|${fiscal_year}`);
    return [...columns.values()].flatMap((column) => checksOf(column, ledger));
  },
  cases: [
    {
      name: "the kinds make the total and the halves basic expenditure",
      expect: "passed",
      facts: [
        cell("income_expenditure_summary", "expenditure.basic", "80.00"),
        cell("income_expenditure_summary", "expenditure.personnel", "70.00"),
        cell("income_expenditure_summary", "expenditure.operating", "10.00"),
        cell("income_expenditure_summary", "expenditure.project", "50.00"),
        cell("income_expenditure_summary", "expenditure.business", "1.00"),
        cell("income_expenditure_summary", "expenditure.total", "131.00"),
      ],
    },
    {
      name: "a half is wrong",
      expect: "failed",
      facts: [
        cell("income_expenditure_summary", "expenditure.basic", "80.00"),
        cell("income_expenditure_summary", "expenditure.personnel", "71.00"),
        cell("income_expenditure_summary", "expenditure.operating", "10.00"),
      ],
      message:
        "《收入支出总表》第1行「基本支出」印为 80.00万元，而其组成部分之和为 81.00万元，相差 1万元：71.00（第2行） + 10.00（第3行）。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        cell("income_expenditure_summary", "expenditure.basic", "80.00"),
        cell("income_expenditure_summary", "expenditure.project", "50.00"),
        cell("income_expenditure_summary", "expenditure.total", "130.01"),
      ],
    },
    {
      name: "without the total nothing is held against the kinds",
      expect: "not_checkable",
      facts: [
        cell("income_expenditure_summary", "expenditure.basic", "80.00"),
        cell("income_expenditure_summary", "expenditure.project", "50.00"),
      ],
    },
  ],
};

/** The checks of one column; none of what it prints twice. */
function checksOf(column: readonly FactRow[], ledger: Ledger): readonly Check[] {
  const only = (item: ItemId): FactRow | null => {
    const [one, another] = column.filter((fact) => fact.item === item && fact.parent_label === null);
    return one === undefined || another !== undefined ? null : one;
  };
  const checks: Check[] = [];
  const [total, basic, project] = [only("expenditure.total"), only("expenditure.basic"), only("expenditure.project")];
  if (total !== null && basic !== null && project !== null) {
    const check = identity({ left: [total], right: EXPENDITURE_KINDS.map(only).filter((fact) => fact !== null) });
    if (check.verdict !== "failed" || !hasOther(ledger, total)) checks.push(check);
  }
  const [personnel, operating] = HALVES.map(only);
  if (basic !== null && personnel && operating) checks.push(identity({ left: [basic], right: [personnel, operating] }));
  return checks;
}

/** Whether a row that no item names may be a further kind. */
function hasOther(ledger: Ledger, { column_label }: FactRow): boolean {
  return ledger
    .find({ statement: "income_expenditure_summary" })
    .some((fact) => fact.item === null && fact.column_label === column_label && fact.value !== "0");
}
