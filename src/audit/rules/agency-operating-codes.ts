import type { FactRow } from "../../domain/records.ts";
import { cell } from "../cases.ts";
import { at, treeOf } from "../families/codes.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { groupBy } from "../group-by.ts";
import { identity } from "../identity.ts";
import type { CaseFact, Check, Rule } from "../types.ts";

export const agencyOperatingCodes: Rule = {
  id: "agency-operating-codes",
  category: "footing",
  severity: "error",
  holds: {
    zh: "机关运行经费表：合计等于各类之和，类等于其下各款之和。",
    en: "Table of agency operating cost: the total is the sum of its economic classes, a class the sum of its sections.",
  },
  inputs: {
    zh: "机关运行经费表的合计、类和款",
    en: "Total, classes and sections of the table of agency operating cost",
  },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const totals = ledger
      .find({ statement: "narrative", item: "expenditure.agency_operating", code: null })
      .filter(({ origin }) => origin === "table");
    if (totals.length === 0) return [];
    const cells = ledger.find({ statement: "narrative", item: "expenditure.economic", origin: "table" });
    const columns = groupBy(cells, columnOf);
    return totals.flatMap((total) => {
      const column = columns.get(columnOf(total)) ?? [];
      const { branches, tops } = treeOf(column.map(({ code }) => code));
      const checks = branches.flatMap(({ parent, children }) =>
        at(column, [parent]).map((fact) => identity({ left: [fact], right: at(column, children) })),
      );
      return tops.length === 0 ? checks : [...checks, identity({ left: [total], right: at(column, tops) })];
    });
  },
  cases: [
    { name: "classes and sections add up", expect: "passed", facts: table("92.07", "24.42") },
    {
      name: "a section is wrong",
      expect: "failed",
      facts: table("92.07", "27.42"),
      message:
        "《情况说明》第2行「302 商品和服务支出／机关运行经费支出」印为 82.83万元，而其组成部分之和为 85.83万元，相差 3万元：27.42（第3行） + 58.41（第4行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: table("92.08", "24.42") },
    { name: "a total without its classes", expect: "not_checkable", facts: table("92.07", "24.42").slice(0, 1) },
  ],
};

const columnOf = ({ column_label, measure, fiscal_year }: FactRow): string =>
  `${column_label}|${measure}|${fiscal_year}`;

/** 机关运行经费 of two classes: 82.83 of goods and services, 9.24 of equipment. */
function table(total: string, office: string): CaseFact[] {
  const economic = (code: string, label: string, value: string) =>
    cell("narrative", "expenditure.economic", value, { code, label, column_label: "机关运行经费支出" });
  return [
    cell("narrative", "expenditure.agency_operating", total, { label: "合计", column_label: "机关运行经费支出" }),
    economic("302", "商品和服务支出", "82.83"),
    economic("30201", "办公费", office),
    economic("30211", "差旅费", "58.41"),
    economic("310", "资本性支出", "9.24"),
  ];
}
