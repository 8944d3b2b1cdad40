import type { MeasureId } from "../../domain/measures.ts";
import { remembered } from "../../domain/remembered.ts";
import type { ReportKind, StatementId } from "../../domain/statements.ts";

/** What decides a column's measure besides its words. */
export interface MeasureContext {
  readonly kind: ReportKind;
  readonly fiscalYear: number;
  readonly statement: StatementId | null;
  /** The table's note says that its 预算数 is the adjusted one. */
  readonly adjusted: boolean;
}

export interface ColumnMeasure {
  readonly measure: MeasureId;
  readonly fiscalYear: number;
}

/** What a column of amounts measures, from its printed headers joined by `/`. */
export function measureOf(header: string, context: MeasureContext): ColumnMeasure {
  const { kind, fiscalYear } = context;
  const here = (measure: MeasureId): ColumnMeasure => ({ measure, fiscalYear });
  const printed = /(20\d{2})年/.exec(header)?.[1];
  const prior =
    /上年(?!结转)|上一年|去年/.test(header) || (printed !== undefined && Number(printed) === fiscalYear - 1);
  const rate = /率|%|％|比例|幅度/.test(header);
  if (/增减|变动|增加额|增长/.test(header)) {
    const againstBudget = kind === "final" && /[比与较](?:年初)?预算/.test(header);
    if (againstBudget) return here(rate ? "budget_change_rate" : "budget_change");
    return here(rate ? "change_rate" : "change");
  }
  if (/完成.*(?:%|率|比)|执行率|执行进度/.test(header)) return here("completion_rate");
  if (/占.*(?:%|比|率)|比重/.test(header)) return here("share");
  if (/年初预算/.test(header)) return here("initial_budget");
  if (/(?:调整|全年)(?:后)?(?:的)?预算/.test(header)) return here("adjusted_budget");
  if (/执行(?:数|额|金额)/.test(header))
    return prior ? { measure: "prior_final", fiscalYear: fiscalYear - 1 } : here("executed");
  if (/决算/.test(header)) return prior ? { measure: "prior_final", fiscalYear: fiscalYear - 1 } : here("final");
  if (/预算(?:数|额|金额|安排)|预算(?=\/|$)/.test(header)) {
    if (prior) return { measure: "prior_budget", fiscalYear: fiscalYear - 1 };
    return here(context.adjusted ? "adjusted_budget" : "budget");
  }
  if (/(?:结转|结余)率/.test(header)) return here("share");
  return here(kind === "final" ? "final" : "budget");
}

const RATES: ReadonlySet<MeasureId> = new Set(["change_rate", "budget_change_rate", "completion_rate", "share"]);
const BRACKETED_UNIT =
  /[（(](万元|百万元|百元|千元|亿元|元|人|名|辆|个|批次|批|人次|台|套|台[（(]套[)）]|平方米|%|％)[)）]/;

/** Columns that count something and print no unit. */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:人员)?编制(?:人)?数?$|人数$|^(?:在职|在编|离休|退休|离退休)(?:人员|职工)?数?$/, "人"],
  [/^(?:采购)?数量$/, ""],
  [/^(?:公务用)?车辆?(?:数|数量)$/, "辆"],
];

const bracketedUnit = remembered((text) => BRACKETED_UNIT.exec(text)?.[1]);

const countedUnit = remembered((leaf) => COUNTED.find(([pattern]) => pattern.test(leaf))?.[1]);

/** What a column's header says of units, asked once for all its cells. */
export interface ColumnUnit {
  readonly isRate: boolean;
  /** Undefined where the header names none. */
  readonly unit: string | undefined;
}

export function columnUnit(header: string, measure: MeasureId): ColumnUnit {
  const leaf = header.slice(header.lastIndexOf("/") + 1);
  return { isRate: RATES.has(measure), unit: bracketedUnit(header) ?? countedUnit(leaf) };
}

/** The unit of a cell: a rate is in %, a bracketed unit in label or header wins over the table's. */
export function unitOf({ isRate, unit }: ColumnUnit, label: string, tableUnit: string): string {
  return isRate ? "%" : (bracketedUnit(label) ?? unit ?? tableUnit);
}
