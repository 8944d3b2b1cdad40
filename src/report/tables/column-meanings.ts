import type { ItemId } from "../../domain/items.ts";
import { remembered } from "../../domain/remembered.ts";
import type { StatementId } from "../../domain/statements.ts";
import { UNKNOWN_COLUMN } from "../../domain/unknown-column.ts";
import type { ColumnGroup, TableColumn } from "./columns.ts";
import type { Entry } from "./parsed-table.ts";
import { recoverColumns } from "./recover-columns.ts";
import type { Meaning, Side } from "./words.ts";
import { meaningOf, threePublicMeaning } from "./words.ts";

/** What a value column says: the whole of its row, a part (an item of its own), or nothing known. */
export interface ColumnMeaning {
  readonly column: TableColumn;
  readonly whole: boolean;
  /**
   * Of a part: its item, null for a header of unknown meaning. Of a whole: the item of a total row
   * where the header says more than the statement does (总计 with what was carried in), else null.
   */
  readonly item: ItemId | null;
}

/** Headers that say only «the figure», not of what. */
const NEUTRAL =
  /^(?:(?:20\d{2}年?(?:度)?|本年度?|当年)?(?:决算|预算|执行|调整预算|年初预算|全年预算|合计|总计|小计|支出)?(?:数|额|金额)?|金额|数额|合计|总计|小计|(?:收入|支出)(?:[预决]算(?:数|额)?)?|本年(?:收入|支出)?(?:合计)?|\d+)$/;
const AMOUNT_ONLY = /预算数|决算数|执行数|增减|比上?20\d{2}年|占|完成/;

/** What a 三公 table prints over its columns: whose money, which year. */
const OF_FUNDS = /财政拨款|公共预算|预算安排|本年|当年|上年|20\d{2}年|单位|部门/;

const SUMMARIES: ReadonlySet<StatementId> = new Set(["income_expenditure_summary", "appropriation_summary"]);

/** The side a group stands on: its outermost header, else its statement, in a summary its rows' names. */
export function sideOf(group: ColumnGroup, statement: StatementId | null, entries: readonly Entry[]): Side {
  const isBelow = (side: string): boolean =>
    [group.naming, group.values].some((columns) => columns.some(({ header }) => header.startsWith(side)));
  if (isBelow("收入")) return "income";
  if (isBelow("支出")) return "expenditure";
  if (statement !== null && SUMMARIES.has(statement)) {
    // `项目 决算数 项目 决算数`: only the rows say which half is income.
    const isNamed = (side: string): boolean => entries.some(({ label }) => label.text.includes(side));
    if (isNamed("收入") && !isNamed("支出")) return "income";
  }
  return statement === "income" ? "income" : "expenditure";
}

/** The item that «all of it» means in a statement. */
export function wholeItem(statement: StatementId | null, side: Side): ItemId {
  if (statement === "three_public") return "three_public.total";
  if (statement === "general_budget_basic") return "expenditure.basic";
  if (statement === "government_fund")
    return side === "income" ? "income.government_fund" : "expenditure.government_fund";
  if (statement === "state_capital") return side === "income" ? "income.state_capital" : "expenditure.state_capital";
  return side === "income" ? "income.total" : "expenditure.total";
}

/** Whether a column is one fund's part of a balance: 财政拨款 below 上年结转. Its sum is the balance itself. */
function belowBalance(path: readonly string[], side: Side): boolean {
  const leaf = path.at(-1) ?? "";
  const outer = path.slice(0, -1).map((header) => meaningOf(header, side));
  return outer.some((meaning) => meaning?.startsWith("balance.") === true) && !NEUTRAL.test(leaf);
}

const RECEIVED: ReadonlySet<string> = new Set(["收入", "本年收入", "收入合计", "本年收入合计"]);

/** Funds beside 合计 in a table of basic expenditure: of each only the basic part, which has no item. */
const FUNDS: ReadonlySet<Meaning | null> = new Set<Meaning>([
  "expenditure.general_budget",
  "expenditure.government_fund",
  "expenditure.state_capital",
]);

/** Whether a table of expenditure prints beside it what was received for it: 年初结转 本年收入 本年支出 年末结转. */
function isReceived(path: readonly string[], side: Side): boolean {
  return side === "expenditure" && path.some((header) => RECEIVED.has(header));
}

/** What a fund's own table calls 本年收入. */
function receivedItem(statement: StatementId | null): ItemId {
  return statement === "general_budget_expenditure" ? "income.general_budget" : wholeItem(statement, "income");
}

function meaningOfPath(path: readonly string[], statement: StatementId | null, side: Side): Meaning | null {
  if (path.at(-1)?.startsWith(UNKNOWN_COLUMN) === true) return null;
  const ofThreePublic = statement === "three_public";
  for (const header of path.toReversed()) {
    const found = ofThreePublic ? threePublicMeaning(header) : meaningOf(header, side);
    if (found !== null && header !== path[0] && belowBalance(path, side)) return null;
    if (found !== null && found !== "total" && found !== "grand_total" && found !== "three_public.total") return found;
    const neutral = NEUTRAL.test(header) || AMOUNT_ONLY.test(header) || (ofThreePublic && OF_FUNDS.test(header));
    if (!neutral && found === null) return null;
  }
  const totals = path.map((header) => meaningOf(header, side));
  if (totals.includes("grand_total")) return "grand_total";
  return "total";
}

/** Between the headers of a column where they are asked about as one text: printed headers have no line ends. */
const BELOW = "\n";
const onSide = (statement: "three_public" | null): Readonly<Record<Side, (headers: string) => Meaning | null>> => {
  const on = (side: Side): ((headers: string) => Meaning | null) =>
    remembered((headers) => meaningOfPath(headers === "" ? [] : headers.split(BELOW), statement, side));
  return { income: on("income"), expenditure: on("expenditure") };
};
const inThreePublic = onSide("three_public");
const elsewhere = onSide(null);

/** The meaning of a column's headers, looked at once for all the reports that print them. */
function meaningOfHeaders(path: readonly string[], statement: StatementId | null, side: Side): Meaning | null {
  return (statement === "three_public" ? inThreePublic : elsewhere)[side](path.join(BELOW));
}

/** A value column's headers without those it shares with the labels of its group: 人员经费 above code, name and amount. */
function ownPath(group: ColumnGroup, column: TableColumn): readonly string[] {
  const [label] = group.naming;
  if (label === undefined) return column.path;
  const differs = column.path.findIndex((header, level) => header !== label.path[level]);
  return differs === 0 ? column.path : differs === -1 ? [] : column.path.slice(differs);
}

/** The meaning of each value column of a group; a damaged header is recovered where figures confirm it. */
export function columnMeanings(
  group: ColumnGroup,
  statement: StatementId | null,
  side: Side,
  entries: readonly Entry[],
): readonly ColumnMeaning[] {
  const whole = wholeItem(statement, side);
  const found = group.values.map((column) => meaningOfHeaders(ownPath(group, column), statement, side));
  const unclear = repeated(group, found);
  if (damaged(group, found, unclear)) {
    const recovered = recoverColumns(statement, group.values, entries);
    if (recovered !== null) {
      return group.values.map((column, index) => ({
        column,
        whole: index === 0,
        item: index === 0 ? null : (recovered[index] ?? null),
      }));
    }
  }
  const carriesIn = statement === "income" && found.includes("balance.carried_in");
  return group.values.map((column, index): ColumnMeaning => {
    const meaning = unclear[index] === true ? null : (found[index] ?? null);
    // 本年收入 over 基本支出 and 项目支出 says for which kind it came in; the vocabulary has no item for that.
    if (isReceived(column.path, side)) {
      return { column, whole: false, item: meaning === "total" ? receivedItem(statement) : null };
    }
    if (carriesIn && meaning === "total" && column.path.some((header) => /本年/.test(header))) {
      return { column, whole: false, item: "income.total" };
    }
    if (carriesIn && (meaning === "total" || meaning === "grand_total")) {
      return { column, whole: true, item: "income.grand_total" };
    }
    if (statement === "general_budget_basic" && FUNDS.has(meaning)) {
      const isAll =
        meaning === "expenditure.general_budget" &&
        !found.some((other) => other === "total" || other === "grand_total" || other === whole);
      return { column, whole: isAll, item: null };
    }
    // 一般公共预算支出 over 合计, 基本支出 and 项目支出, in the table of that fund: all of it.
    const isOwnFund = statement === "general_budget_expenditure" && meaning === "expenditure.general_budget";
    if (isOwnFund && !found.some((other) => other === "total" || other === "grand_total" || other === whole))
      return { column, whole: true, item: null };
    if (meaning === "grand_total") return { column, whole: true, item: null };
    if (meaning === "total" || meaning === whole) return { column, whole: true, item: null };
    return { column, whole: false, item: meaning };
  });
}

/** Per column whether another one prints the same headers and means the same: one of them is damaged. */
function repeated({ values }: ColumnGroup, found: readonly (Meaning | null)[]): readonly boolean[] {
  return values.map((column, index) =>
    values.some(
      (other, at) => at !== index && other.header === column.header && (found[at] ?? null) === (found[index] ?? null),
    ),
  );
}

/** Whether columns repeat each other, a header is missing, or two are the whole: 小计, 本年支出, 项目支出. */
function damaged(group: ColumnGroup, found: readonly (Meaning | null)[], unclear: readonly boolean[]): boolean {
  const isWhole = (column: TableColumn, index: number): boolean =>
    found[index] === "total" && !column.path.some((header) => AMOUNT_ONLY.test(header));
  return (
    unclear.includes(true) ||
    group.values.some((column) => column.path.length === 0) ||
    group.values.filter(isWhole).length > 1
  );
}
