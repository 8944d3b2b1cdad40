import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { Opening } from "./openings.ts";
import type { Fund } from "./section.ts";
import { fundOf } from "./section.ts";
import type { Subject } from "./subject.ts";
import type { Comparison } from "./words.ts";

/** What is broken down: «基本支出301.43万元，其中：». */
export interface Whole {
  readonly subjects: readonly Subject[];
  /** Column of the figure before, which bare figures of the parts share. */
  readonly measure: MeasureId | null;
  /** «其中：» opens a list that semicolons divide; a bare «其中» ends with the next semicolon. */
  readonly listed: boolean;
  /** Parts told so far, whether a semicolon divided them, and whether commas had before it did. */
  readonly parts: number;
  readonly divided: boolean;
  readonly closed: boolean;
}

/** What a sentence has said so far and later clauses leave out. */
export interface State {
  /** Subjects of the last figure or name: two for «收、支总计». */
  subjects: readonly Subject[];
  /** Subjects of the last figure outside a breakdown; the next paragraph may go back to them. */
  main: readonly Subject[];
  wholes: readonly Whole[];
  comparison: Comparison | null;
  /** Year that the sentence's figures are about, null for the report's own. */
  year: number | null;
  /** The year is that of a date of record («截至2020年12月31日»). */
  asOf: boolean;
  /** Words and no date say so: «上年末», «年初». */
  isRelative: boolean;
  /** The date of record of the last sentence that had one, and what it counted. */
  counted: StockDate | null;
  /** Column of the last amount. */
  measure: MeasureId | null;
  /** The last amount is what another is compared with: «较预算数4.5万元减少», and says nothing of what follows. */
  isBase: boolean;
  project: Subject | null;
  /** The date of record of a whole list: «截至2020年12月31日，人员情况如下：»; null outside one. */
  record: number | null;
  /** «政府性基金年初结转和结余3万元，本年收入20万元»: the fund that the whole sentence is about. */
  fund: Fund | null;
  /** Everything that the sentence's figures were about so far. */
  spokenOf: readonly (readonly Subject[])[];
  /** The one thing that the sentence before was about, for «。主要是…»; null if it spoke of several. */
  lastSpokenOf: readonly Subject[] | null;
  /** Last clause without a figure: the name of what «，开支0万元» is about. */
  remark: string;
}

/** «截至2021年12月，实有在职人员36人。离退休人员12人。»: the sentence behind counts on the same day. */
export interface StockDate {
  readonly year: number;
  readonly kind: StockKind;
}

export type StockKind = "staff" | "property";

/** What an item counts on a day of record; null for what flows through a year. */
export function stockKindOf(item: ItemId | null): StockKind | null {
  if (item === null) return null;
  if (item.startsWith("headcount.")) return "staff";
  return /^(?:vehicles\.owned$|equipment\.|asset\.(?!acquired))/.test(item) ? "property" : null;
}

export function startOf(
  main: readonly Subject[],
  project: Subject | null,
  record: number | null = null,
  counted: StockDate | null = null,
): State {
  return {
    subjects: project === null ? main : [project],
    main,
    wholes: [],
    comparison: null,
    year: record,
    asOf: record !== null,
    isRelative: false,
    counted,
    measure: null,
    isBase: false,
    project,
    record,
    fund: null,
    spokenOf: [],
    lastSpokenOf: null,
    remark: "",
  };
}

/** The date of record that the next sentence counts on with. */
export function stockDateOf({ year, asOf, isRelative, spokenOf, counted }: State): StockDate | null {
  if (year === null || !asOf || isRelative) return counted;
  const kind = spokenOf.map(([first]) => stockKindOf(first?.item ?? null)).find((found) => found !== null);
  return kind === undefined ? counted : { year, kind };
}

/** A full stop: comparison, year and breakdown end, the sentence's own subject stays. */
export function endSentence(state: State): void {
  const [only, another] = state.spokenOf;
  state.lastSpokenOf = only !== undefined && another === undefined ? only : null;
  state.counted = stockDateOf(state);
  state.spokenOf = [];
  state.fund = null;
  // «…（项）13.50万元，主要用于…。年初预算为0万元，支出决算为13.50万元»: the sentence of one class goes on.
  const [whole] = state.wholes;
  const goesOn = whole?.listed === true && whole.parts === 1 && state.subjects[0]?.item === "expenditure.function";
  if (whole !== undefined && !goesOn) state.subjects = whole.subjects;
  state.wholes = [];
  state.comparison = null;
  state.year = state.record;
  state.asOf = state.record !== null;
  state.isRelative = false;
  state.measure = null;
  state.isBase = false;
  state.remark = "";
}

/** A semicolon: the comparison ends and a bare «其中», a listed breakdown goes on. */
export function endMember(state: State): void {
  const listed = state.wholes.findLastIndex((whole) => whole.listed) + 1;
  const first = state.wholes[listed];
  if (first !== undefined) {
    state.subjects = first.subjects;
    state.wholes = state.wholes.slice(0, listed);
  }
  const list = state.wholes.at(-1);
  // «其中：甲1万元，乙2万元；较上年增加»: after a list that commas divide the whole is spoken of again.
  if (list !== undefined) {
    const closed = list.closed || (!list.divided && list.parts > 1);
    if (closed && !list.closed) state.subjects = list.subjects;
    state.wholes = [...state.wholes.slice(0, -1), { ...list, divided: true, closed }];
  }
  state.comparison = null;
  state.remark = "";
}

/** «其中»: figures from here on are parts of the subject so far. */
export function beginParts(state: State, listed: boolean): void {
  if (state.subjects.length === 0) return;
  const last = state.wholes.at(-1);
  if (last !== undefined && last.subjects === state.subjects) return;
  state.wholes = [
    ...state.wholes,
    {
      subjects: state.subjects,
      measure: state.isBase ? null : state.measure,
      listed,
      parts: 0,
      divided: false,
      closed: false,
    },
  ];
}

const OTHER_STAFF: ReadonlySet<ItemId | null> = new Set<ItemId>([
  "headcount.total",
  "headcount.establishment",
  "headcount.retired",
  "headcount.veteran_retired",
  "headcount.temporary",
]);

export function setSubjects(state: State, subjects: readonly Subject[]): void {
  const whole = state.wholes.at(-1)?.subjects[0];
  // The whole named again ends its own breakdown: «人员经费3751万元，主要包括…，人员经费占…».
  if (whole !== undefined && whole.item !== null && isSame(whole, subjects[0]))
    state.wholes = state.wholes.slice(0, -1);
  // «在职41人，其中：…；退休23人；»: who is not in service is no part of those who are.
  if (whole?.item === "headcount.in_service" && OTHER_STAFF.has(subjects[0]?.item ?? null)) {
    state.wholes = state.wholes.slice(0, -1);
  }
  // «编制20人，其中：…；在职在编实有行政人员12人»: those in service are no part of the posts.
  if (whole?.item === "headcount.establishment" && subjects[0]?.item === "headcount.in_service") {
    state.wholes = state.wholes.slice(0, -1);
  }
  const label = subjects[0]?.label ?? "";
  if (state.spokenOf.length === 0 && /结转|结余/.test(label)) state.fund = fundOf(label);
  state.subjects = subjects;
  if (state.spokenOf.at(-1) !== subjects) state.spokenOf = [...state.spokenOf.slice(-1), subjects];
  if (state.wholes.length === 0) state.main = subjects;
  const open = state.wholes.at(-1);
  if (open !== undefined) state.wholes = [...state.wholes.slice(0, -1), { ...open, parts: open.parts + 1 }];
}

function isSame(whole: Subject, other: Subject | undefined): boolean {
  return other !== undefined && whole.item === other.item && whole.code === other.code && whole.label === other.label;
}

/** The year or the day that a clause begins with. */
export function setYear(state: State, { year, asOf, day }: Opening, fiscalYear: number): void {
  if (year !== null) {
    state.year = year;
    state.asOf = asOf;
    state.isRelative = day !== null;
  } else if (day === -1 || (day === 0 && state.isRelative)) {
    // «年末» by itself is the day of record that the sentence named before.
    state.year = fiscalYear + day;
    state.asOf = true;
    state.isRelative = true;
  }
}

/** Figures of an earlier year, stocks at an earlier date and budgets of the next year carry that year, all others the report's. */
export function yearOf(
  measure: MeasureId,
  item: ItemId | null,
  { year, asOf, isRelative, comparison, counted }: State,
  { fiscalYear, kind }: { readonly fiscalYear: number; readonly kind: ReportKind },
): number {
  if (measure.startsWith("prior_")) {
    // «与2019年决算数4.70万元相比»
    if (comparison?.base === "earlier" && comparison.year !== null) return comparison.year;
    return year !== null && year < fiscalYear ? year : fiscalYear - 1;
  }
  if (isRelative && measure.includes("change")) return fiscalYear;
  if (year === null) {
    const goesOn = counted !== null && counted.year < fiscalYear && stockKindOf(item) === counted.kind;
    return goesOn ? counted.year : fiscalYear;
  }
  const isNext = kind === "final" && measure === "budget" && year > fiscalYear;
  return (asOf && year < fiscalYear) || isNext ? year : fiscalYear;
}
