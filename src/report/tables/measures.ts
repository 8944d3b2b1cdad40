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

/** What a header says of its column by itself, whatever report it stands in. */
interface HeaderWords {
  /** The measure that its words name, null where they name none. */
  readonly names: MeasureId | "change_on_budget" | null;
  readonly isRate: boolean;
  /** Last year's by its words: 上年. */
  readonly isPrior: boolean;
  /** The first year that it prints. */
  readonly year: number | null;
  /** The unit that it prints, undefined where it prints none. */
  readonly unit: string | undefined;
  /** Whether it prints the money that things are worth. */
  readonly isWorth: boolean;
}

const headerWords = remembered((header): HeaderWords => {
  const year = /(20\d{2})年/.exec(header)?.[1];
  return {
    names: namedMeasure(header),
    isRate: /率|%|％|比例|幅度/.test(header),
    isPrior: /上年(?!结转)|上一年|去年/.test(header),
    year: year === undefined ? null : Number(year),
    unit: countedUnit(header.slice(header.lastIndexOf("/") + 1)) ?? innermostUnit(header),
    isWorth: WORTH.test(header),
  };
});

function namedMeasure(header: string): HeaderWords["names"] {
  if (/增、?减|变动|增加额|增长/.test(header))
    return /[比与较](?:年初)?预算/.test(header) ? "change_on_budget" : "change";
  if (/完成.*(?:%|率|比)|执行率|执行进度/.test(header)) return "completion_rate";
  if (/占.*(?:%|比|率)|比重/.test(header)) return "share";
  if (/年初预算/.test(header)) return "initial_budget";
  if (/(?:调整|全年)(?:后)?(?:的)?预算/.test(header)) return "adjusted_budget";
  if (/执行(?:数|额|金额)/.test(header)) return "executed";
  if (/决算/.test(header)) return "final";
  if (/预算(?:数|额|金额|安排)|(?<!公共|基金|经营)预算(?=\/|$)/.test(header)) return "budget";
  return /(?:结转|结余)率/.test(header) ? "share" : null;
}

/** What a column of amounts measures, from its printed headers joined by `/`. */
export function measureOf(header: string, context: MeasureContext): ColumnMeasure {
  const { kind, fiscalYear } = context;
  const here = (measure: MeasureId): ColumnMeasure => ({ measure, fiscalYear });
  const { names, isRate, isPrior, year } = headerWords(header);
  const prior = isPrior || year === fiscalYear - 1;
  const lastYears = (measure: MeasureId): ColumnMeasure => ({ measure, fiscalYear: fiscalYear - 1 });
  if (names === "change_on_budget" && kind === "final") return here(isRate ? "budget_change_rate" : "budget_change");
  if (names === "change_on_budget" || names === "change") return here(isRate ? "change_rate" : "change");
  if (prior && (names === "executed" || names === "final")) return lastYears("prior_final");
  if (names === "budget") {
    if (prior) return lastYears("prior_budget");
    return here(context.adjusted ? "adjusted_budget" : "budget");
  }
  return here(names ?? (kind === "final" ? "final" : "budget"));
}

const RATES: ReadonlySet<MeasureId> = new Set(["change_rate", "budget_change_rate", "completion_rate", "share"]);
const BRACKETED_UNIT =
  /[（(](万元|百万元|百元|千元|亿元|元|人|名|辆|个|批次|批|人次|台|套|台[（(]套[)）]|台[，,、/／][套辆]|辆[，,、/／]台|平方米|%|％)[)）]/;
const BRACKETED_UNITS = new RegExp(BRACKETED_UNIT, "g");

/** Columns that count something and print no unit. */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:人员)?编制(?:人)?数?$|人数$|^(?:在职|在编|离休|退休|离退休)(?:人员|职工)?数?$/, "人"],
  [/^(?:采购)?数量$/, ""],
  [/^(?:公务用)?车辆?(?:数|数量)$/, "辆"],
];

/** The unit that a text prints in brackets, undefined where it prints none. */
export const bracketedUnit = remembered((text) => BRACKETED_UNIT.exec(text)?.[1]);

/** `固定资产（万元）/房屋（平方米）`: what the lowest header prints wins over those above it. */
function innermostUnit(header: string): string | undefined {
  return [...header.matchAll(BRACKETED_UNITS)].at(-1)?.[1];
}

function countedUnit(leaf: string): string | undefined {
  return COUNTED.find(([pattern]) => pattern.test(leaf))?.[1];
}

/** `车辆（辆） | 数量 | 价值（万元）`: what things are worth is not told in what they are counted in. */
const WORTH = /(?:价值|原值|净值|账面数?)[（(][百千]?[万亿]?元[)）]$/;

/** What a column's header says of units, asked once for all its cells. */
export interface ColumnUnit {
  readonly isRate: boolean;
  /** Undefined where the header names none. */
  readonly unit: string | undefined;
  /** Whether it prints the money that things are worth. */
  readonly isWorth?: boolean;
}

export function columnUnit(header: string, measure: MeasureId): ColumnUnit {
  return { isRate: RATES.has(measure), unit: headerWords(header).unit, isWorth: headerWords(header).isWorth };
}

/**
 * The unit of a cell: a rate is in %, a bracketed unit in label or header wins over the table's.
 *
 * @param ofLabel the unit that the row's label prints in brackets.
 */
export function unitOf({ isRate, unit, isWorth }: ColumnUnit, ofLabel: string | undefined, tableUnit: string): string {
  if (isWorth === true && unit !== undefined) return unit;
  return isRate ? "%" : (ofLabel ?? unit ?? tableUnit);
}
