import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { FactRow } from "../../domain/records.ts";
import type { StatementId } from "../../domain/statements.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import type { Bilingual, Check, Rule } from "../types.ts";
import { columnsOf, functionColumnsOf } from "./columns.ts";
import type { NamedRows } from "./named-rows.ts";
import { likeTotal, namedRowsOf } from "./named-rows.ts";

/** Rules on sums inside one table. They differ in the table and the columns only. */

/** «支出表第174行…印为…，其组成之和为…». */
export const SUM_MESSAGE: Bilingual = {
  zh: "{place}「{what}」印为 {stated}，而其组成部分之和为 {expectedInUnit}，相差 {differenceInUnit}：{parts}。",
  en: "{place}: “{what}” is printed as {stated}, while its parts add up to {expectedInUnit}, a difference of {differenceInUnit}: {parts}.",
};

type Described = Pick<Rule, "id" | "holds" | "inputs" | "cases"> & Partial<Pick<Rule, "category" | "severity">>;

/** Parent code = Σ child codes, in every column of a table. */
export function codeFooting(rule: Described & { readonly statement: StatementId }): Rule {
  return {
    ...described(rule),
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const { cells, branches } of columnsOf(ledger, rule.statement)) {
        if (isOfRates(cells)) continue;
        for (const { parent, children } of branches) checks.push(identity({ left: [parent], right: children }));
      }
      return checks;
    },
  };
}

const RATES: ReadonlySet<MeasureId> = new Set(["change_rate", "budget_change_rate", "completion_rate"]);

/** Whether a column prints rates, which do not add up: 增减%. */
function isOfRates([sample]: readonly FactRow[]): boolean {
  return sample !== undefined && RATES.has(sample.measure);
}

/** The items of a total row, by the item of the column whose codes it sums. */
const TOTAL_ITEMS: Partial<Record<ItemId, readonly ItemId[]>> = {
  "income.function": ["income.total", "income.grand_total"],
  "expenditure.function": ["expenditure.total", "expenditure.fiscal", "expenditure.general_budget"],
};

/** What the total row of a fund's own table is called. */
const FUND_TOTALS: Partial<Record<StatementId, readonly ItemId[]>> = {
  government_fund: ["expenditure.government_fund"],
};

/** 合计 = Σ 类, in every column of a table by function. */
export function totalRowFooting(rule: Described & { readonly statement: StatementId }): Rule {
  return {
    ...described(rule),
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      const columns = functionColumnsOf(ledger, rule.statement);
      if (columns.length === 0) return checks;
      // Totals have no code: a row or two of the table.
      const facts = ledger.find({ statement: rule.statement, code: null });
      for (const { cells, tops } of columns) {
        const [sample] = cells;
        if (sample === undefined || tops.length === 0 || isOfRates(cells)) continue;
        if (sample.item === null) {
          const total = namedTotal(facts, sample);
          if (total !== undefined) checks.push(identity({ left: [total], right: tops }));
          continue;
        }
        const items = TOTAL_ITEMS[sample.item] ?? [sample.item];
        const ofFund = sample.item === "expenditure.function" ? (FUND_TOTALS[rule.statement] ?? []) : [];
        const total = totalOf(facts, sample, [...items, ...ofFund]);
        if (total !== undefined) {
          checks.push(identity({ left: [total], right: tops }));
          continue;
        }
        // A budget's summary may print 支出总计 only; what is carried on to next year is then no class.
        const grand = totalOf(facts, sample, ["expenditure.grand_total"]);
        if (grand === undefined || !sample.item.startsWith("expenditure.")) continue;
        const carried = ledger
          .find({ statement: rule.statement, item: "balance.carried_out" })
          .find((fact) => fact.column_label === sample.column_label);
        checks.push(identity({ left: [grand], right: carried === undefined ? tops : [...tops, carried] }));
      }
      return checks;
    },
  };
}

function totalOf(facts: readonly FactRow[], sample: FactRow, items: readonly ItemId[]): FactRow | undefined {
  const matching = facts.filter(
    (fact) =>
      fact.code === null &&
      fact.item !== null &&
      items.includes(fact.item) &&
      fact.measure === sample.measure &&
      fact.fiscal_year === sample.fiscal_year &&
      fact.column_label === sample.column_label,
  );
  return matching.length === 1 ? matching[0] : undefined;
}

/** 合计 of a column that no item names: 单位资金, 工资福利支出. */
function namedTotal(facts: readonly FactRow[], sample: FactRow): FactRow | undefined {
  const { column_label, measure, fiscal_year } = sample;
  const matching = facts.filter(
    (fact) =>
      fact.item === null &&
      fact.label === "合计" &&
      fact.column_label === column_label &&
      fact.measure === measure &&
      fact.fiscal_year === fiscal_year,
  );
  return matching.length === 1 ? matching[0] : undefined;
}

/** Total column = Σ component columns, in every row of a table. */
export function rowFooting(
  rule: Described & {
    readonly statement: StatementId;
    readonly total: readonly ItemId[];
    /** The component cells of a row, none of them a total; null when the row cannot be judged. */
    readonly parts: (row: readonly FactRow[], ledger: Ledger) => readonly FactRow[] | null;
    /** A sum of some of the parts that a row may print between its total and them. */
    readonly within?: { readonly total: ItemId; readonly holds: (part: FactRow) => boolean };
  },
): Rule {
  const { within } = rule;
  const outer = within === undefined ? rule.total : rule.total.filter((item) => item !== within.total);
  return {
    ...described(rule),
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const row of rowsOf(ledger, rule.statement)) {
        const subtotal = within === undefined ? undefined : onlyOf(row, [within.total]);
        const total = onlyOf(row, subtotal === undefined ? rule.total : outer) ?? subtotal;
        if (total === undefined) continue;
        const parts = rule.parts(row, ledger);
        if (parts !== null && parts.length > 1) checks.push(identity({ left: [total], right: parts }));
        if (parts === null || within === undefined || subtotal === undefined || subtotal === total) continue;
        const inner = parts.filter(within.holds);
        if (inner.length > 0) checks.push(identity({ left: [subtotal], right: inner }));
      }
      for (const table of namedRowsOf(ledger)) {
        if (table.total[0]?.statement === rule.statement) checks.push(...namedRowChecks(table, rule, ledger));
      }
      return checks;
    },
  };
}

/** The rows of bodies under a row of totals add up by the same columns as it does. */
function namedRowChecks(
  { total, rows }: NamedRows,
  rule: Pick<Parameters<typeof rowFooting>[0], "total" | "parts">,
  ledger: Ledger,
): Check[] {
  const whole = onlyOf(total, rule.total);
  const parts = whole === undefined ? null : rule.parts(total, ledger);
  if (whole === undefined || parts === null || parts.length < 2) return [];
  return rows.flatMap((row) => {
    const [own, ...others] = likeTotal(row, [whole, ...parts]) ?? [];
    return own === undefined ? [] : [identity({ left: [own], right: others })];
  });
}

/** The one figure of a row whose item is one of `items`; undefined where there are none or several. */
function onlyOf(row: readonly FactRow[], items: readonly ItemId[]): FactRow | undefined {
  let only: FactRow | undefined;
  for (const fact of row) {
    if (fact.item === null || !items.includes(fact.item)) continue;
    if (only !== undefined) return undefined;
    only = fact;
  }
  return only;
}

/** The rows of a table, one per printed line. */
export function rowsOf(ledger: Ledger, statement: StatementId): readonly (readonly FactRow[])[] {
  return ledger.derivedFor(rowsFrom, statement);
}

function rowsFrom(ledger: Ledger, statement: StatementId): readonly (readonly FactRow[])[] {
  const rows: FactRow[][] = [];
  let row: FactRow[] = [];
  let line = -1;
  for (const fact of ledger.ofStatement(statement)) {
    if (fact.origin !== "table") continue;
    if (fact.source_line === line) row.push(fact);
    else rows.push((row = [fact]));
    line = fact.source_line;
  }
  return rows;
}

/**
 * The cells of a row whose item is one of `items`; null when the row also holds a figure other
 * than zero in a column that no item names, since it may belong to the sum.
 */
export function cellsOf(row: readonly FactRow[], items: readonly ItemId[]): FactRow[] | null {
  const cells: FactRow[] = [];
  for (const fact of row) {
    if (fact.item === null) {
      if (Number(fact.value) !== 0) return null;
    } else if (items.includes(fact.item)) cells.push(fact);
  }
  return cells;
}

function described(rule: Described): Omit<Rule, "check"> {
  const { id, holds, inputs, cases, category = "footing", severity = "error" } = rule;
  return { id, holds, inputs, cases, category, severity, message: SUM_MESSAGE };
}

/** A sum named item by item inside one table: «总计 = 本年收入合计 + 年初结转和结余». */
export function namedSum(
  rule: Described & {
    readonly sums: (ledger: Ledger) => readonly {
      readonly total: FactRow | undefined;
      readonly parts: readonly (FactRow | undefined)[];
      readonly minus?: readonly (FactRow | undefined)[];
    }[];
  },
): Rule {
  return {
    ...described(rule),
    check(ledger: Ledger): readonly Check[] {
      const checks: Check[] = [];
      for (const { total, parts, minus: taken = [] } of rule.sums(ledger)) {
        if (total === undefined) continue;
        const right = parts.filter((fact) => fact !== undefined);
        const minus = taken.filter((fact) => fact !== undefined);
        if (right.length + minus.length > 1) checks.push(identity({ left: [total], right, minus }));
      }
      return checks;
    },
  };
}
