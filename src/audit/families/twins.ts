import type { ItemId } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { FactRow } from "../../domain/records.ts";
import { isDigit } from "../../domain/digits.ts";
import { groupBy } from "../group-by.ts";
import { backwards } from "./nearby.ts";
import { remembered } from "../../domain/remembered.ts";
import type { Ledger, Wanted } from "../ledger.ts";

/** Where the tables print what a sentence tells. */

/** 财政拨款收入 of a sentence is 本年收入 of the appropriation summary, and so on. */
const ELSEWHERE: ReadonlyMap<ItemId, readonly Wanted[]> = new Map<ItemId, readonly Wanted[]>([
  [
    "income.fiscal",
    [
      { statement: "income", item: "income.fiscal", code: null },
      { statement: "appropriation_summary", item: "income.total", code: null },
    ],
  ],
  [
    "expenditure.fiscal",
    [{ statement: "appropriation_summary", item: ["expenditure.total", "expenditure.grand_total"], code: null }],
  ],
  [
    "expenditure.general_budget",
    [
      { statement: "general_budget_expenditure", item: "expenditure.total", code: null },
      { statement: "appropriation_summary", item: "expenditure.general_budget", code: null },
    ],
  ],
]);

const isInTables = remembered((item) => /^(?:income|balance|expenditure|three_public)\./.test(item));

/** The measures under which a table prints a told measure; none for measures that tables do not print. */
function measuresOf(measure: MeasureId): readonly MeasureId[] {
  if (measure === "final") return FINAL;
  if (measure === "initial_budget") return INITIAL;
  return measure === "budget" || measure === "adjusted_budget" ? BUDGETS : NONE;
}

const FINAL = ["final"] as const;
const INITIAL = ["initial_budget"] as const;
const BUDGETS = ["budget", "adjusted_budget"] as const;
const NONE = [] as const;

/** The table cells that print the quantity a sentence tells; empty where the tables have none. */
export function tableTwins(ledger: Ledger, fact: FactRow): readonly FactRow[] {
  // Four rules ask for the same figures' twins.
  return ledger.derivedFor(findTwins, fact);
}

function findTwins(ledger: Ledger, fact: FactRow): readonly FactRow[] {
  if (fact.item === null || !isInTables(fact.item) || (fact.parent_label !== null && fact.code === null)) return [];
  const needsCode = fact.item === "expenditure.function" || fact.item === "expenditure.economic";
  if (needsCode && fact.code === null) return [];
  if (fact.item === "expenditure.economic" && !tellsBasic(ledger, fact)) return [];
  const measure = measuresOf(fact.measure);
  if (measure.length === 0) return [];
  const { fiscal_year: year, unit } = fact;
  const twins: FactRow[] = [];
  const add = (cells: readonly FactRow[], code: string | null) => {
    for (const cell of cells) {
      if (cell.origin !== "table" || cell.code !== code || cell.fiscal_year !== year || cell.unit !== unit) continue;
      if (measure.includes(cell.measure) && (cell.parent_label === null || code !== null)) twins.push(cell);
    }
  };
  const places = ELSEWHERE.get(fact.item);
  if (places === undefined) {
    add(ledger.among(fact.item, fact.code), fact.code);
    // Beside what was carried in a table prints 当年财政拨款 of a class: an agency that tells 当年拨款 tells that.
    if (fact.item === "expenditure.function") {
      add(ledger.derived(ofThisYear).get(fact.code) ?? [], fact.code);
      if (tellsGeneralBudget(ledger, fact)) add(ledger.find({ ...GENERAL_OF_SUMMARY, code: fact.code }), fact.code);
    }
  } else for (const place of places) add(ledger.find(place), null);
  if (twins.length === 0) return twins;
  const hasAllMoney = twins.some(({ statement }) => ALL_MONEY.has(statement));
  const hasOtherFund = twins.some(({ statement }) => OTHER_FUNDS.has(statement));
  const isNoOtherFund = hasOtherFund && tellsGeneralBudget(ledger, fact);
  const isNotAll = hasAllMoney && tellsAppropriation(ledger, fact);
  if (!isNoOtherFund && !isNotAll) return twins;
  return twins.filter(
    ({ statement }) => !(isNotAll && ALL_MONEY.has(statement)) && !(isNoOtherFund && OTHER_FUNDS.has(statement)),
  );
}

/** Beside 合计 of a class the summary prints what the general public budget pays of it. */
const GENERAL_OF_SUMMARY = { statement: "appropriation_summary", item: "expenditure.general_budget" } as const;

const OTHER_FUNDS: ReadonlySet<string> = new Set(["government_fund", "state_capital"]);

/** Whether a class is told under the heading of the general public budget: no other fund's table prints that figure. */
function tellsGeneralBudget(ledger: Ledger, fact: FactRow): boolean {
  if (fact.item !== "expenditure.function") return false;
  const heading = headingOver(ledger, fact);
  return heading.includes("一般公共预算") && !/基金|国有资本/.test(heading);
}

const ofThisYear = (ledger: Ledger): ReadonlyMap<string | null, readonly FactRow[]> =>
  groupBy(
    ledger.find({
      statement: "general_budget_expenditure",
      item: ["expenditure.fiscal", "expenditure.general_budget"],
    }),
    ({ code }) => code,
  );

/** Tables of all money, whatever it comes from. */
const ALL_MONEY: ReadonlySet<string> = new Set(["expenditure", "income_expenditure_summary"]);

const APPROPRIATION = /一般公共预算|财政拨款/;
const namesAppropriation = remembered((label) => APPROPRIATION.test(label));
const HEADING = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/;
/** «（一）人员经费770.00万元，主要包括：» is a sentence below its heading. */
const TELLS_AMOUNT = /\d\s*[万亿]?元/;
const HEADING_LENGTH = 60;
const NUMERALS: ReadonlySet<number> = new Set([..."一二三四五六七八九十"].map((letter) => letter.charCodeAt(0)));

/** A look at the first letter of a line: most begin with a digit or another word than a heading does. */
function mayBeHeading(text: string): boolean {
  const code = text.charCodeAt(0);
  if (text.length > HEADING_LENGTH || isDigit(text, 0)) return false;
  return code < 0x4e00 || code > 0x9fff || NUMERALS.has(code);
}

/** What both all money and one fund are divided into, in the same words. */
const SCOPED: ReadonlySet<ItemId> = new Set<ItemId>([
  "expenditure.function",
  "expenditure.basic",
  "expenditure.project",
  "expenditure.personnel",
  "expenditure.operating",
]);

/**
 * 一般公共预算财政拨款基本支出 is no figure of the table of all spending, which has other income in
 * it; nor is a class, 基本支出 or 项目支出 told under such a heading.
 */
export function tellsAppropriation(ledger: Ledger, fact: FactRow): boolean {
  const { item, label } = fact;
  // 年初财政拨款结转和结余 is no figure of the summary of all money either.
  if (item?.startsWith("balance.") === true) return namesAppropriation(label);
  if (item?.startsWith("expenditure.") !== true) return false;
  if (namesAppropriation(label)) return true;
  return SCOPED.has(item) && APPROPRIATION.test(headingOver(ledger, fact));
}

const OF_ALL_MONEY: ReadonlySet<string> = new Set(["expenditure.total", "expenditure.basic", "expenditure.project"]);
const OF_ONE_FUND: ReadonlySet<string> = new Set([
  "general_budget_expenditure",
  "general_budget_basic",
  "government_fund",
  "state_capital",
]);

/**
 * Whether a cell that differs from what a sentence tells contradicts it: 本年支出合计 of all money is
 * another figure than 合计 of the table of one fund, unless the sentence stands under that fund's heading.
 */
export function isComparable(ledger: Ledger, told: FactRow, cell: FactRow): boolean {
  // A class told of 当年拨款 is less than its row where the table has in it what was carried in.
  if (told.item === "expenditure.function" && THIS_YEAR.test(headingOver(ledger, told)) && ledger.derived(carriesIn))
    return false;
  if (told.item === null || !OF_ALL_MONEY.has(told.item) || told.code !== null) return true;
  if (!OF_ONE_FUND.has(cell.statement)) return true;
  const words = `${told.label} ${headingOver(ledger, told)}`;
  // «财政拨款支出1200万元，其中：项目支出500万元» is of all funds where more than one spends.
  return APPROPRIATION.test(words) && (words.includes("一般公共预算") || !ledger.derived(spendsOtherFunds));
}

const THIS_YEAR = /当年(?:财政)?拨款/;

const carriesIn = (ledger: Ledger): boolean =>
  ledger.find({ item: "balance.carried_in" }).some(({ value }) => Number(value ?? 0) !== 0);

const spendsOtherFunds = (ledger: Ledger): boolean =>
  ledger.find({ statement: ["government_fund", "state_capital"] }).some(({ value }) => Number(value ?? 0) !== 0);

/** The heading under which a figure is told, "" for none. */
function headingOver(ledger: Ledger, { source_line }: FactRow): string {
  const headings = ledger.derived(headingsOf);
  return headings[Math.min(source_line, headings.length) - 1] ?? "";
}

/** For each line the last heading up to it, with the one above it: «五、一般公共预算…情况（一）总体情况». */
function headingsOf({ source }: Ledger): readonly string[] {
  let top = "";
  let heading = "";
  return source.lines.map(({ text }) => {
    if (mayBeHeading(text) && HEADING.test(text) && !TELLS_AMOUNT.test(text)) {
      const isBelow = BELOW.test(text);
      if (!isBelow) top = text;
      heading = isBelow ? `${top}${text}` : text;
    }
    return heading;
  });
}

const BELOW = /^\s*[（(]/;

/** Economic classes are printed for basic expenditure only; a sentence may also tell those of projects. */
function tellsBasic(ledger: Ledger, fact: FactRow): boolean {
  const whole = backwards(
    ledger,
    fact,
    (other) => other.code === null && other.measure === fact.measure && other.item?.startsWith("expenditure.") === true,
  );
  if (whole === undefined || whole.item === "expenditure.project") return false;
  // «本部门当年一般公共预算支出800万元，其中：商品和服务支出（302）190万元»: projects buy of that class, too.
  return whole.item !== "expenditure.general_budget" || isBasicTotal(ledger, whole);
}

const isBasicTotal = (ledger: Ledger, { value }: FactRow): boolean =>
  ledger.find({ statement: "general_budget_basic", code: null }).some((cell) => cell.value === value);

/**
 * The cell that a told figure was most likely copied from: the one whose digits it changes least, where
 * it is plainly a miswriting of that one; else the value that most twins print.
 */
export function likeliestTwin(told: FactRow, twins: readonly FactRow[]): FactRow | undefined {
  if (twins.length <= 1) return twins[0];
  const digits = writtenDigits(told);
  const near = twins.map((twin) => ({ twin, changes: changesBetween(digits, writtenDigits(twin)) }));
  const least = Math.min(...near.map(({ changes }) => changes));
  if (least <= MOST_CHANGES && digits.length > 2 * least) {
    const nearest = near.filter(({ changes }) => changes === least).map(({ twin }) => twin);
    return mostCommon(nearest);
  }
  return mostCommon(twins);
}

/** A digit wrong, left out or put in; two turned round are two. */
const MOST_CHANGES = 2;

/** The digits of a figure without its point, which a slip moves, and without zeros at the ends. */
function writtenDigits({ value_text }: FactRow): string {
  return value_text.replace(/\D/g, "").replace(/^0+|0+$/g, "");
}

/** How many digits must be changed, left out or put in to make one number the other. */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const changed = (row[to] ?? 0) + (one[at] === other[to] ? 0 : 1);
      next.push(Math.min(changed, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The cell with the value that most twins print, the first of them. */
function mostCommon(twins: readonly FactRow[]): FactRow | undefined {
  const groups = [...groupBy(twins, (fact) => fact.value).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}
