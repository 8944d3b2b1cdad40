import type { FactRow } from "../../domain/records.ts";
import { cell } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { moneyWithoutItem } from "../families/named-rows.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import type { CaseFact, Check, Equation, Rule } from "../types.ts";

export const columnGroups: Rule = {
  id: "column-groups",
  category: "footing",
  severity: "error",
  holds: {
    zh: "表头分组的各栏：每一行的小计等于同组其余各栏之和。",
    en: "Columns under one heading: the subtotal of every row is the sum of the other columns of its group.",
  },
  inputs: {
    zh: "同一表头下的小计栏和其余各栏（多数行相符）",
    en: "The subtotal and the other columns under one heading, where most rows agree",
  },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    return [...groupsOf(ledger).values()].flatMap((equations) => {
      if (equations.length < LEAST_ROWS) return [];
      // Columns that do not make the subtotal of most rows are «of which».
      const checks = equations.map((equation) => identity(equation));
      const holding = checks.filter(({ verdict }) => verdict !== "failed").length;
      return holding >= LEAST_ROWS && holding * 2 > checks.length ? checks : [];
    });
  },
  cases: [
    { name: "the columns make the subtotal", expect: "passed", facts: rows("30.00") },
    {
      name: "one row does not add up",
      expect: "failed",
      facts: rows("36.00"),
      message:
        "《支出表》第3行「类丙／基本支出」印为 40.00万元，而其组成部分之和为 46.00万元，相差 6万元：36.00（第3行） + 10.00（第3行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: rows("30.01") },
    {
      name: "columns that are only some of it",
      expect: "not_checkable",
      facts: rows("30.00").map((fact) => (fact.column_label === "基本支出/小计" ? { ...fact, value: "99.00" } : fact)),
    },
  ],
};

/** Fewer rows may agree by chance. */
const LEAST_ROWS = 2;
const SUBTOTALS: readonly string[] = ["小计", "合计"];

/**
 * The subtotals other than 0 with the other columns of their group, by table and group. Columns that
 * have items are added up by the rules of their tables.
 */
function groupsOf(ledger: Ledger): ReadonlyMap<string, readonly Equation[]> {
  const groups = new Map<string, Equation[]>();
  let line = -1;
  for (const { source_line, column_label } of ledger.derived(moneyWithoutItem)) {
    if (source_line === line || !column_label.includes("/")) continue;
    line = source_line;
    const row = ledger.onLine(line);
    for (const [at, whole] of row.entries()) {
      const group = groupOf(whole);
      const right = group === null ? null : membersOf(row.slice(at + 1), whole, group);
      if (group === null || right === null) continue;
      const name = `${whole.statement}|${whole.measure}|${whole.fiscal_year}|${group}`;
      const known = groups.get(name);
      if (known === undefined) groups.set(name, [{ left: [whole], right }]);
      else known.push({ left: [whole], right });
    }
  }
  return groups;
}

/** «基本支出/» of a figure in the column «基本支出/小计»; null for other columns and zeros. */
function groupOf({ column_label, unit, value }: FactRow): string | null {
  const slash = column_label.lastIndexOf("/");
  if (slash <= 0 || unit !== "万元" || Number(value) === 0) return null;
  return SUBTOTALS.includes(column_label.slice(slash + 1)) ? column_label.slice(0, slash + 1) : null;
}

/** The other columns of the group behind a subtotal; null where they are none or one of them is «of which». */
function membersOf(behind: readonly FactRow[], whole: FactRow, group: string): FactRow[] | null {
  const members: FactRow[] = [];
  for (const fact of behind) {
    if (!fact.column_label.startsWith(group)) break;
    const own = fact.column_label.slice(group.length);
    if (own.startsWith("其中") || SUBTOTALS.includes(own)) return null;
    if (!own.includes("/") && fact.unit === whole.unit) members.push(fact);
  }
  return members.some(({ item }) => item === null) ? members : null;
}

/** Three rows of 40.00 each, whose columns add up but for the last one's salaries. */
function rows(salaries: string): CaseFact[] {
  return ["类甲", "类乙", "类丙"].flatMap((label, index) => {
    const own = (value: string, column: string) =>
      cell("expenditure", null, value, { label, source_line: index + 1, column_label: `基本支出/${column}` });
    return [
      own("40.00", "小计"),
      own(index === 2 ? salaries : "25.00", "工资福利支出"),
      own(index === 2 ? "10.00" : "15.00", "商品和服务支出"),
    ];
  });
}
