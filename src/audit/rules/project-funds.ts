import type { FactRow } from "../../domain/records.ts";
import type { MeasureId } from "../../domain/measures.ts";
import { cell } from "../cases.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { groupBy } from "../group-by.ts";
import { identity } from "../identity.ts";
import type { CaseFact, Check, Rule } from "../types.ts";

const MEASURES: readonly MeasureId[] = ["budget", "initial_budget", "adjusted_budget", "executed"];

/** Where a project's money comes from, each name once in a form: parts of one another are none of these. */
const FUNDS: readonly (readonly [string, RegExp])[] = [
  ["appropriation", /^(?:当年|本年|年度)?财政(?:拨款|资金|拨款资金)$/],
  ["carried_in", /^(?:上年|年初)?(?:财政拨款)?结转(?:和)?(?:结余)?(?:资金)?$/],
  ["other", /^(?:其他|单位|自有|非财政|自筹)(?:拨款|资金)$/],
  ["account", /^财政专户(?:管理)?资金$/],
];

/** A form of one cell a line has its funds so many lines below their total. */
const FURTHEST = 60;

/** The column of the cases' forms. */
const COLUMN = { parent_label: "甲", measure: "adjusted_budget", column_label: "全年预算数" } as const;

export const projectFunds: Rule = {
  id: "project-funds",
  category: "performance",
  severity: "error",
  holds: {
    zh: "项目绩效表：年度资金总额等于当年财政拨款、上年结转资金和其他资金之和。",
    en: "Project form: the funds of the year are the sum of appropriation, what was carried in and other money.",
  },
  inputs: { zh: "年度资金总额和各项资金来源", en: "The funds of the year and where they come from" },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const money = ledger.find({ item: "project" }).filter(({ unit, measure }) => unit === "万元" && isMoney(measure));
    const columns = groupBy(money, columnOf);
    // One row more than there are kinds of funds is a kind twice.
    return [...columns.values()].flatMap((facts) =>
      facts.flatMap((fact, at) => checkOf(fact, facts.slice(at + 1, at + 2 + FUNDS.length))),
    );
  },
  cases: [
    { name: "the funds make the total", expect: "passed", facts: form("318.60", "310.10", "8.50") },
    {
      name: "a fund is missing from the total",
      expect: "failed",
      facts: form("310.10", "310.10", "8.50"),
      message:
        "《项目支出绩效表》第1行「甲／全年预算数」印为 310.10万元，而其组成部分之和为 318.60万元，相差 8.50万元：310.10（第2行） + 8.50（第3行）。",
    },
    { name: "a hundredth is rounding", expect: "rounding", facts: form("318.61", "310.10", "8.50") },
    { name: "one fund alone is printed", expect: "not_checkable", facts: form("318.60", "310.10", "8.50").slice(0, 2) },
    {
      name: "a fund and what a level of government gives of it",
      expect: "not_checkable",
      facts: [...form("318.60", "310.10", "8.50"), fund(4, "省级资金", "100.00")],
    },
  ],
};

const isMoney = (measure: MeasureId): boolean => MEASURES.includes(measure);

const columnOf = ({ statement, origin, measure, column_label: column, label, parent_label: parent }: FactRow): string =>
  [statement, origin, measure, column, parent ?? label].join("|");

/** The check of one total against the funds below it, up to the next total; none for a fund. */
function checkOf(total: FactRow, behind: readonly FactRow[]): readonly Check[] {
  if (total.parent_label !== null) return [];
  const end = behind.findIndex(
    ({ parent_label: parent, source_line: line }) => parent === null || line > total.source_line + FURTHEST,
  );
  const parts = end === -1 ? behind : behind.slice(0, end);
  const kinds = parts.map(({ label }) => kindOf(label));
  if (parts.length < 2 || kinds.includes(null) || new Set(kinds).size < kinds.length) return [];
  return kinds.includes("appropriation") ? [identity({ left: [total], right: parts })] : [];
}

function kindOf(label: string): string | null {
  const name = label.replace(/^其中[:：]?/, "").replace(/[:：]$/, "");
  return FUNDS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

function fund(no: number, label: string, amount: string): CaseFact {
  return cell("performance", "project", amount, { ...COLUMN, source_line: no, label });
}

function form(total: string, appropriation: string, other: string): CaseFact[] {
  return [
    cell("performance", "project", total, { ...COLUMN, source_line: 1, label: "甲", parent_label: null }),
    fund(2, "其中：当年财政拨款", appropriation),
    fund(3, "其他资金", other),
  ];
}
