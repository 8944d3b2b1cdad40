import type { Decimal } from "../../domain/decimal.ts";
import type { FactRow, Severity } from "../../domain/records.ts";
import { said } from "../cases.ts";
import { topOf } from "../families/codes.ts";
import { SUM_MESSAGE } from "../families/footing.ts";
import { identity } from "../identity.ts";
import type { Ledger } from "../ledger.ts";
import { balance, valueOf } from "../tolerance.ts";
import type { Check, Equation, Rule } from "../types.ts";
import { hasBlank } from "./blank-amount.ts";

const TOTALS = new Set([
  "expenditure.total",
  "expenditure.fiscal",
  "expenditure.general_budget",
  "expenditure.grand_total",
]);
const FUND_TOTALS = new Set(["expenditure.government_fund", "expenditure.state_capital"]);
const MEASURES = new Set(["final", "budget", "initial_budget", "adjusted_budget"]);
/** One numbered entry with its explanation rarely fills more lines. */
const GAP = 14;
/** What is not spent stands in the entries behind the last class. */
const NEXT_ENTRIES = 4;

export const toldFunctions: Rule = {
  id: "told-functions",
  category: "footing",
  severity: "error",
  holds: {
    zh: "文字所述支出（决算数、年初预算数各自）等于其后逐项所述功能科目之和。",
    en: "Expenditure told in the text (final and initial budget each) is the sum of the function classes told after it.",
  },
  inputs: {
    zh: "支出合计及其后的功能科目金额（两项以上）",
    en: "A total and at least two function classes told after it",
  },
  message: SUM_MESSAGE,
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    for (const total of ledger.told) {
      if (!TOTALS.has(total.item ?? "") || !MEASURES.has(total.measure)) continue;
      const { parts, complete } = functionsAfter(ledger, total);
      if (parts.length < 2) continue;
      const whole = wholeOf(ledger, total, parts);
      const equation: Equation = { left: [whole], right: [...parts, ...balancesAmong(ledger, whole, parts)] };
      const check = identity(equation);
      if (check.verdict === "passed") {
        checks.push(check);
        continue;
      }
      // Some classes of many are told as examples: «主要包括».
      if (isOfExamples(equation) || isBlankBelow(ledger, total, parts)) continue;
      const severity = complete ? severityOf(equation) : "warning";
      checks.push(severity === null ? check : { ...check, severity });
    }
    return checks;
  },
  cases: [
    {
      name: "the classes make the total",
      expect: "passed",
      facts: [
        said("expenditure.fiscal", "50.00"),
        said("expenditure.function", "30.00", { code: "208" }),
        said("expenditure.function", "20.00", { code: "221" }),
      ],
    },
    {
      name: "two digits of a budget are turned round",
      expect: "failed",
      facts: [
        said("expenditure.fiscal", "48.81", { measure: "initial_budget" }),
        said("expenditure.function", "30.06", { code: "208", measure: "initial_budget" }),
        said("expenditure.function", "18.57", { code: "221", measure: "initial_budget" }),
      ],
      message:
        "情况说明第1行「财政拨款支出」印为 48.81万元，而其组成部分之和为 48.63万元，相差 0.18万元：30.06（第2行） + 18.57（第3行）。若第3行「支出（按功能分类）」18.57 为 18.75（两位数字颠倒），则相符。",
    },
    {
      name: "a hundredth is rounding",
      expect: "rounding",
      facts: [
        said("expenditure.fiscal", "50.01"),
        said("expenditure.function", "30.00", { code: "208" }),
        said("expenditure.function", "20.00", { code: "221" }),
      ],
    },
    {
      name: "a class without its budget leaves the sum open",
      expect: "failed",
      severity: "warning",
      facts: [
        said("expenditure.fiscal", "50.00", { measure: "initial_budget" }),
        said("expenditure.function", "30.00", { code: "208", measure: "initial_budget" }),
        said("expenditure.function", "10.00", { code: "210", measure: "initial_budget" }),
        said("expenditure.function", "10.00", { code: "221" }),
      ],
    },
    {
      name: "a class whose amount is left blank",
      expect: "not_checkable",
      facts: [
        said("expenditure.fiscal", "50.00", { source_line: 1 }),
        said("expenditure.function", "25.00", { code: "208", source_line: 2 }),
        said("expenditure.function", "5.00", { code: "210", source_line: 3 }),
      ],
      lines: [
        "支出50.00万元。",
        "1.社会保障和就业支出25.00万元。",
        "2.卫生健康支出5.00万元。",
        "3.住房保障支出XX万元。",
      ],
    },
    {
      name: "a few classes are told of many",
      expect: "not_checkable",
      facts: [
        said("expenditure.fiscal", "90.00"),
        said("expenditure.function", "20.00", { code: "20801" }),
        said("expenditure.function", "10.00", { code: "20805" }),
      ],
    },
    {
      name: "classes of all funds follow the total of one",
      expect: "passed",
      facts: [
        said("expenditure.fiscal", "60.00"),
        said("expenditure.general_budget", "50.00"),
        said("expenditure.function", "30.00", { code: "208" }),
        said("expenditure.function", "30.00", { code: "212" }),
      ],
    },
    {
      name: "the 项 of a 类 told above it stand below it, with or without a code",
      expect: "passed",
      facts: [
        said("expenditure.fiscal", "50.00"),
        said("expenditure.function", "30.00", { code: "208" }),
        said("expenditure.function", "20.00", { code: "221" }),
        said("expenditure.function", "12.00", { code: null, label: "项目甲", parent_label: "就业补助" }),
      ],
    },
    {
      name: "the list of another fund comes after",
      expect: "passed",
      facts: [
        said("expenditure.general_budget", "50.00"),
        said("expenditure.function", "30.00", { code: "208" }),
        said("expenditure.function", "20.00", { code: "221" }),
        said("expenditure.government_fund", "7.00"),
        said("expenditure.function", "7.00", { code: "212" }),
      ],
    },
    {
      name: "what is carried out stands among the classes of the grand total",
      expect: "passed",
      facts: [
        said("expenditure.grand_total", "57.00"),
        said("expenditure.function", "30.00", { code: "208" }),
        said("expenditure.function", "20.00", { code: "221" }),
        said("balance.carried_out", "7.00"),
      ],
    },
    {
      name: "one class is no list",
      expect: "not_checkable",
      facts: [said("expenditure.fiscal", "50.00"), said("expenditure.function", "30.00", { code: "208" })],
    },
  ],
};

/**
 * «财政拨款支出 50 万元，其中一般公共预算 40 万元，政府性基金 10 万元，主要用于：» – the classes may be those
 * of any total told just before them: of the one that they make, else of the one that is not less.
 */
function wholeOf(ledger: Ledger, nearest: FactRow, parts: readonly FactRow[]): FactRow {
  const makes = (total: FactRow): boolean => identity({ left: [total], right: parts }).verdict !== "failed";
  const holds = (total: FactRow): boolean => balance({ left: [total], right: parts }).difference.sign >= 0;
  const before: FactRow[] = [];
  for (let index = ledger.indexOf(nearest); index >= 0; index -= 1) {
    const fact = ledger.facts[index];
    if (fact === undefined || fact.statement !== "narrative" || nearest.source_line - fact.source_line > GAP) break;
    if (fact.item === "expenditure.function" || fact.measure === "share") break;
    if (TOTALS.has(fact.item ?? "") && fact.measure === nearest.measure && fact.code === null) before.push(fact);
  }
  const rest = (total: FactRow): Decimal => balance({ left: [total], right: parts }).difference.abs();
  const larger = before.find(holds);
  // Where none is right the one that is least off is meant.
  const likeliest = larger === undefined || rest(nearest).lt(rest(larger)) ? nearest : larger;
  return before.find(makes) ?? (holds(nearest) ? nearest : likeliest);
}

/** The classes told after a total, until another total begins or the text has moved on. */
function functionsAfter(ledger: Ledger, total: FactRow): { readonly parts: FactRow[]; readonly complete: boolean } {
  const told: FactRow[] = [];
  /** Every class of the list, with or without this measure. */
  const listed = new Set<string>();
  let last = total.source_line;
  for (let index = ledger.indexOf(total) + 1; index < ledger.facts.length; index += 1) {
    const fact = ledger.facts[index];
    // What a table below prints is told by nobody.
    if (fact === undefined || fact.statement !== "narrative" || fact.source_line > last + GAP) break;
    const anotherPlace = fact.source_line !== total.source_line || fact.source_from !== total.source_from;
    const nextTotal =
      TOTALS.has(fact.item ?? "") && fact.measure === total.measure && fact.code === null && anotherPlace;
    if (nextTotal || fact.item === "expenditure.basic") break;
    // «六、政府性基金支出300万元：» begins another list, «政府性基金支出300万元，主要用于：» before any class does not.
    if (told.length > 0 && FUND_TOTALS.has(fact.item ?? "") && fact.measure === total.measure && fact.code === null)
      break;
    if (fact.item !== "expenditure.function") continue;
    last = fact.source_line;
    listed.add(fact.code ?? fact.label);
    // An explanation repeats the amount it explains: the first telling of a class counts.
    const again = fact.code !== null && told.some((other) => other.code === fact.code);
    if (fact.measure === total.measure && fact.unit === total.unit && !again) told.push(fact);
  }
  // Beside the 类 told by themselves a class without code stands below one of them.
  const byTop = told.some(({ code, parent_label }) => code?.length === 3 && parent_label === null);
  const uncoded = told.filter(({ code, parent_label }) => code === null && !(byTop && parent_label !== null));
  const parts = [...topOf(told), ...uncoded];
  // A class told without its budget leaves the sum of the budgets open.
  const complete = [...listed].every((name) => told.some((fact) => (fact.code ?? fact.label) === name));
  return { parts, complete };
}

const BALANCES: ReadonlySet<string> = new Set(["balance.carried_out", "balance.surplus_distribution"]);

/** «支出总计600万元，包括：1.…支出…万元。…5.年末结转和结余50万元»: what is not spent is part of the grand total. */
function balancesAmong(ledger: Ledger, total: FactRow, parts: readonly FactRow[]): FactRow[] {
  if (total.item !== "expenditure.grand_total") return [];
  const found = new Map<string, FactRow>();
  const last = Math.max(...parts.map(({ source_line }) => source_line));
  for (let index = ledger.indexOf(total) + 1; index < ledger.facts.length; index += 1) {
    const fact = ledger.facts[index];
    if (fact === undefined || fact.statement !== "narrative" || fact.source_line > last + NEXT_ENTRIES) break;
    const item = fact.item ?? "";
    if (TOTALS.has(item) && fact.measure === total.measure && fact.code === null) break;
    const isBalance = BALANCES.has(item) && fact.measure === total.measure && fact.parent_label === null;
    if (isBalance && !found.has(item)) found.set(item, fact);
  }
  return [...found.values()];
}

/** Whether an amount of the list is left blank: «年初预算为XX万元». */
function isBlankBelow(ledger: Ledger, total: FactRow, parts: readonly FactRow[]): boolean {
  const last = Math.max(...parts.map(({ source_line }) => source_line));
  // The last class may be the blank one.
  return hasBlank(ledger, total.source_line + 1, last + GAP);
}

/** Whether less than half of a total is told: no list of all of it. */
function isOfExamples(equation: Equation): boolean {
  const { stated, difference } = balance(equation);
  return stated.sign > 0 && difference.plus(difference).gt(stated);
}

/**
 * Sentences say «主要用于»: a list may leave something out. If less is told than the total by more
 * than the smallest part, something may be missing from the list, and that is a hint, no error.
 */
function severityOf(equation: Equation): Severity | null {
  const { stated, difference } = balance(equation);
  const amounts = equation.right.map(valueOf).filter((value) => value.sign > 0);
  const smallest = amounts.reduce((low, value) => (value.lt(low) ? value : low), amounts[0] ?? stated);
  return difference.gt(smallest) ? "warning" : null;
}
