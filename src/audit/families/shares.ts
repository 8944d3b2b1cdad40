import type { ItemId } from "../../domain/items.ts";
import { containing } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { remembered } from "../../domain/remembered.ts";
import type { Ledger } from "../ledger.ts";
import { before, outwards } from "./nearby.ts";

/** The base of a stated share, from the words that state it. */

/** Words after 占, and the items they mean; the first that matches counts. */
const SAID: readonly (readonly [RegExp, readonly ItemId[]])[] = [
  // «占“三公”经费财政拨款支出的»: whose spending it is stands before who pays it.
  [/三公/, ["three_public.total"]],
  [/(?:公共预算|财政拨款).*项目支出/, []],
  [/财政拨款支出|一般公共预算.*支出/, ["expenditure.fiscal", "expenditure.general_budget", "expenditure.total"]],
  [
    /支出总预算|预算总支出|支出预算总[计额]/,
    ["expenditure.grand_total", "expenditure.fiscal_grand_total", "expenditure.total"],
  ],
  [/本年支出(?:合计)?/, ["expenditure.total"]],
  [/基本支出/, ["expenditure.basic"]],
  [/采购/, ["procurement.total"]],
  [/中小企业/, ["procurement.sme"]],
  [/本年收入(?:合计)?/, ["income.total"]],
  [/总收入|收入总|收入合计|全部收入/, ["income.grand_total", "income.total"]],
  [/项目支出/, ["expenditure.project"]],
];

/** «支出总额» is said of whatever the section is about, so that any containing amount may be meant. */
const GENERAL: Partial<Record<string, readonly ItemId[]>> = {
  "expenditure.function": [
    "expenditure.fiscal",
    "expenditure.general_budget",
    "expenditure.total",
    "expenditure.grand_total",
  ],
  "expenditure.personnel": [
    "expenditure.basic",
    "expenditure.total",
    "expenditure.fiscal",
    "expenditure.general_budget",
  ],
  "expenditure.operating": [
    "expenditure.basic",
    "expenditure.total",
    "expenditure.fiscal",
    "expenditure.general_budget",
  ],
  "expenditure.basic": [
    "expenditure.total",
    "expenditure.fiscal",
    "expenditure.general_budget",
    "expenditure.grand_total",
  ],
  "expenditure.project": [
    "expenditure.total",
    "expenditure.fiscal",
    "expenditure.general_budget",
    "expenditure.grand_total",
  ],
  "procurement.micro": ["procurement.total", "procurement.sme"],
  "balance.carried_in": ["income.grand_total"],
};

export interface ShareBase {
  /** Whether the sentence names the base. */
  readonly said: boolean;
  /** Amounts that may be meant, the likeliest first; distinct values. */
  readonly amounts: readonly FactRow[];
}

/** The amounts that a share may be a share of; empty when the report states none. */
export function shareBase(ledger: Ledger, share: FactRow): ShareBase {
  return ledger.derivedFor(findBase, share);
}

/** The items that the words of a share name; null where they name none. */
const itemsSaid = remembered((label): readonly ItemId[] | null => {
  // «占四本预算资金（基本支出除外）总额的比例»: brackets say what is left out.
  const words = label.replace(/^.*占/, "").replace(/[（(][^（）()]*[）)]/g, "");
  return SAID.find(([pattern]) => pattern.test(words))?.[1] ?? null;
});

/** A report has a few totals of an item; where it tells hundreds, so many different ones near the share are tried. */
const MOST_TOTALS = 40;

function findBase(ledger: Ledger, share: FactRow): ShareBase {
  const said = itemsSaid(share.column_label);
  const line = share.source_line;
  const amounts: FactRow[] = [];
  for (const item of said ?? generalBase(ledger, share.item)) {
    if (item !== share.item || said !== null) amounts.push(...nearest(ledger.derivedFor(ownAmounts, item), line));
  }
  const near = (fact: FactRow) => Math.abs(fact.source_line - line);
  return { said: said !== null, amounts: distinct(amounts.sort((a, b) => near(a) - near(b))) };
}

/** The nearest amounts of different values. */
function nearest(amounts: readonly FactRow[], line: number): readonly FactRow[] {
  return amounts.length <= 1 ? amounts : distinct(outwards(amounts, line));
}

function distinct(amounts: Iterable<FactRow>): FactRow[] {
  const found = new Map<string | null, FactRow>();
  for (const amount of amounts) {
    if (!found.has(amount.value)) found.set(amount.value, amount);
    if (found.size === MOST_TOTALS) break;
  }
  return [...found.values()];
}

function generalBase(ledger: Ledger, item: ItemId | null): readonly ItemId[] {
  const usual = item === null ? [] : (GENERAL[item] ?? containing(item));
  // «一般公共预算当年拨款1400万元，其中：社会保障和就业支出…，占»: a budget spreads what it receives.
  const spreads = ledger.report.report_kind === "budget" && item === "expenditure.function";
  return spreads ? [...usual, "income.general_budget", "income.fiscal"] : usual;
}

/** The report's own amounts of an item as a whole. */
function ownAmounts(ledger: Ledger, item: ItemId): readonly FactRow[] {
  return ledger
    .find({ item, code: null, measure: ledger.own, year: ledger.year })
    .filter((fact) => fact.unit === "万元");
}

/** The amount whose share is stated: the same subject shortly before it. */
export function shareAmount(ledger: Ledger, share: FactRow): FactRow | undefined {
  return before(ledger, share, [ledger.own]);
}
