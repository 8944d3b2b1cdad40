import { cell } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { columnChecks, namedRowsOf } from "../families/named-rows.ts";
import type { CaseFact, Check, Rule } from "../types.ts";

export const namedRowsTotal: Rule = {
  id: "named-rows-total",
  category: "footing",
  severity: "error",
  holds: {
    zh: "分单位、分项目列示的表：每一栏的合计等于其下（其上）各单位、各项目之和。",
    en: "Tables by bodies or projects: the total of every column is the sum of the bodies or projects below or above it.",
  },
  inputs: {
    zh: "合计行和各单位、各项目的行（多数栏相符）",
    en: "A row of totals and the rows of bodies or projects, most columns of which agree",
  },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    return namedRowsOf(ledger).flatMap(columnChecks);
  },
  cases: [
    { name: "the bodies make the total", expect: "passed", facts: bodies("120.00", "30.00", "50.00") },
    {
      name: "a body's figure breaks its column",
      expect: "failed",
      facts: bodies("120.00", "30.00", "56.00"),
      message:
        "《收入表》第1行「合计／财政拨款收入」印为 100.00万元，而其组成部分之和为 106.00万元，相差 6万元：50.00（第2行） + 56.00（第3行）。",
    },
    {
      name: "the first body is the whole again",
      expect: "passed",
      facts: [
        ...line(1, "合计", { "income.total": "120.00", "income.fiscal": "100.00" }),
        ...named(2, "示例局", "120.00", "100.00"),
        ...named(3, "示例局（本级）", "90.00", "70.00"),
        ...named(4, "示例中心", "30.00", "30.00"),
      ],
    },
    {
      name: "goods and services stand over what is bought of them",
      expect: "passed",
      facts: [
        bought(1, "合计", "procurement.total", "202.00", "142.00"),
        bought(2, "货物", "procurement.goods", "122.00", "62.00"),
        bought(3, "训练器材购置", null, "100.00", "40.00"),
        bought(4, "办公设备购置", null, "22.00", "22.00"),
        bought(5, "服务", "procurement.services", "80.00", "80.00"),
        bought(6, "物业管理", null, "80.00", "80.00"),
      ].flat(),
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: bodies("120.00", "30.00", "50.01") },
    {
      name: "no column agrees: the rows are not all of it",
      expect: "not_checkable",
      facts: bodies("170.00", "30.00", "30.00"),
    },
  ],
};

function line(
  no: number,
  label: string,
  values: Readonly<Record<"income.total" | "income.fiscal", string>>,
): CaseFact[] {
  return [
    cell("income", "income.total", values["income.total"], { source_line: no, label, column_label: "本年收入合计" }),
    cell("income", "income.fiscal", values["income.fiscal"], { source_line: no, label, column_label: "财政拨款收入" }),
  ];
}

function named(no: number, label: string, total: string, fiscal: string): CaseFact[] {
  return [
    cell("income", null, total, { source_line: no, label, column_label: "本年收入合计" }),
    cell("income", null, fiscal, { source_line: no, label, column_label: "财政拨款收入" }),
  ];
}

function bought(no: number, label: string, item: CaseFact["item"], total: string, general: string): CaseFact[] {
  return [
    cell("narrative", item ?? null, total, { source_line: no, label, column_label: "总计" }),
    cell("narrative", null, general, { source_line: no, label, column_label: "一般公共预算" }),
  ];
}

/** A table of two bodies with a total of 120.00, of which 100.00 are appropriations. */
function bodies(total: string, second: string, fiscal: string): CaseFact[] {
  return [
    ...line(1, "合计", { "income.total": total, "income.fiscal": "100.00" }),
    ...named(2, "示例局（本级）", "90.00", "50.00"),
    ...named(3, "示例中心", second, fiscal),
  ];
}
