import type { ItemId } from "../../domain/items.ts";
import { containing } from "../../domain/items.ts";
import type { FactRow } from "../../domain/records.ts";
import { groupBy } from "../group-by.ts";
import type { Ledger } from "../ledger.ts";
import { before } from "./nearby.ts";

/** The base of a stated share, from the words that state it. */

/** Words after 占, and the items they mean; the first that matches counts. */
const SAID: readonly (readonly [RegExp, readonly ItemId[]])[] = [
  [/财政拨款支出|一般公共预算.*支出/, ["expenditure.fiscal", "expenditure.general_budget", "expenditure.total"]],
  [/本年支出(?:合计)?/, ["expenditure.total"]],
  [/基本支出/, ["expenditure.basic"]],
  [/采购/, ["procurement.total"]],
  [/中小企业/, ["procurement.sme"]],
  [/三公/, ["three_public.total"]],
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
  const words = share.column_label.replace(/^.*占/, "");
  const said = SAID.find(([pattern]) => pattern.test(words));
  const usual = GENERAL[share.item ?? ""] ?? (share.item === null ? [] : containing(share.item));
  // «一般公共预算当年拨款1400万元，其中：社会保障和就业支出…，占»: a budget spreads what it receives.
  const spreads = ledger.report.report_kind === "budget" && share.item === "expenditure.function";
  const general = spreads ? [...usual, "income.general_budget" as const, "income.fiscal" as const] : usual;
  const amounts = (said?.[1] ?? general)
    .filter((item) => item !== share.item || said !== undefined)
    .flatMap((item) => ledger.find({ item, code: null, measure: ownMeasures(ledger), year: ledger.year }))
    .filter((fact) => fact.unit === "万元");
  const near = (fact: FactRow) => Math.abs(fact.source_line - share.source_line);
  const distinct = [
    ...groupBy(
      amounts.toSorted((a, b) => near(a) - near(b)),
      (fact) => fact.value,
    ).values(),
  ];
  return { said: said !== undefined, amounts: distinct.flatMap((group) => group.slice(0, 1)) };
}

function ownMeasures(ledger: Ledger) {
  return [ledger.own] as const;
}

/** The amount whose share is stated: the same subject shortly before it. */
export function shareAmount(ledger: Ledger, share: FactRow): FactRow | undefined {
  return before(ledger, share, [ledger.own]);
}
