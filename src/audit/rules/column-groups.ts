import type { FactRow } from "../../domain/records.ts";
import { cell } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import { balance } from "../tolerance.ts";
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
      // Columns that do not make the subtotal of most rows are «of which».
      const holding = equations.filter((equation) => balance(equation).verdict !== "failed").length;
      return holding >= LEAST_ROWS && holding * 2 > equations.length ? equations.map((one) => identity(one)) : [];
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
const SUBTOTAL_LENGTH = 2;
const SLASH = 47;

/** The subtotals other than 0 with the other columns of their group, by table and group. */
function groupsOf(ledger: Ledger): ReadonlyMap<string, readonly Equation[]> {
  const groups = new Map<string, Equation[]>();
  for (let at = 0; at < ledger.facts.length; at += 1) {
    const whole = ledger.facts[at];
    if (whole === undefined) break;
    const slash = whole.column_label.length - SUBTOTAL_LENGTH - 1;
    // Asked of every figure of a report: of most columns the letter before the last two says no.
    if (slash <= 0 || whole.column_label.charCodeAt(slash) !== SLASH) continue;
    if (!SUBTOTALS.includes(whole.column_label.slice(slash + 1))) continue;
    if (whole.origin !== "table" || whole.unit !== "万元" || Number(whole.value) === 0) continue;
    const group = whole.column_label.slice(0, slash + 1);
    const right = membersOf(ledger, at, whole, group);
    if (right === null) continue;
    const name = `${whole.statement}|${whole.measure}|${whole.fiscal_year}|${group}`;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [{ left: [whole], right }]);
    else known.push({ left: [whole], right });
  }
  return groups;
}

/** The other columns of the group in a subtotal's row; null where they are none or one of them is «of which». */
function membersOf(ledger: Ledger, at: number, whole: FactRow, group: string): FactRow[] | null {
  const members: FactRow[] = [];
  for (let next = at + 1; next < ledger.facts.length; next += 1) {
    const fact = ledger.facts[next];
    if (fact === undefined || fact.source_line !== whole.source_line || !fact.column_label.startsWith(group)) break;
    const own = fact.column_label.slice(group.length);
    if (own.startsWith("其中") || SUBTOTALS.includes(own)) return null;
    if (!own.includes("/") && fact.unit === whole.unit) members.push(fact);
  }
  return members.length === 0 ? null : members;
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
