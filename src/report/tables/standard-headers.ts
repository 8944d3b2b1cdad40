import type { HeaderPath } from "./cell-run-header.ts";
import type { Cell } from "./cells.ts";

/** A column of a table of the outline: its headers, outermost first. */
type StandardColumn = readonly string[];

const VEHICLES = "公务用车购置及运行维护费";

/** 三公 columns with the guests behind or before the vehicles, and with or without the vehicles named in each. */
const THREE_PUBLIC_ORDERS: readonly (readonly StandardColumn[])[] = [
  ["公务用车购置费", "公务用车运行维护费"],
  ["购置费", "运行费"],
].flatMap((parts) => {
  const vehicles: readonly StandardColumn[] = ["小计", ...parts].map((part) => [VEHICLES, part]);
  const first: readonly StandardColumn[] = [["合计"], ["因公出国（境）费"]];
  const guests: readonly StandardColumn[] = [["公务接待费"]];
  return [
    [...first, ...vehicles, ...guests],
    [...first, ...guests, ...vehicles],
  ];
});

const below = (columns: readonly StandardColumn[], name: string): readonly StandardColumn[] =>
  columns.map((path) => [name, ...path]);

/** The columns of figures of the outline's tables in their usual order. */
const STANDARD: readonly (readonly StandardColumn[])[] = [
  [
    ["本年收入合计"],
    ["财政拨款收入"],
    ["上级补助收入"],
    ["事业收入"],
    ["经营收入"],
    ["附属单位上缴收入"],
    ["其他收入"],
  ],
  [["本年支出合计"], ["基本支出"], ["项目支出"], ["上缴上级支出"], ["经营支出"], ["对附属单位补助支出"]],
  ...["小计", "合计"].map((sum): readonly StandardColumn[] => [
    ["年初结转和结余"],
    ["本年收入"],
    ["本年支出", sum],
    ["本年支出", "基本支出"],
    ["本年支出", "项目支出"],
    ["年末结转和结余"],
  ]),
  [
    ["本年支出", "小计"],
    ["本年支出", "基本支出"],
    ["本年支出", "项目支出"],
  ],
  [["合计"], ["基本支出"], ["项目支出"]],
  [["本年支出合计"], ["基本支出", "合计"], ["基本支出", "人员经费"], ["基本支出", "公用经费"], ["项目支出"]],
  [
    ["本年支出合计"],
    ["基本支出", "合计"],
    ["基本支出", "人员经费"],
    ["基本支出", "公用经费"],
    ["项目支出"],
    ["上缴上级支出"],
    ["经营支出"],
    ["对附属单位补助支出"],
  ],
  ...THREE_PUBLIC_ORDERS,
  ...THREE_PUBLIC_ORDERS.map((columns) => [...below(columns, "预算数"), ...below(columns, "决算数")]),
  ...THREE_PUBLIC_ORDERS.map((columns) => [...below(columns, "“三公”经费预算数"), ["机关运行经费预算数"]]),
  [["合计"], ["财政拨款收入"], ["事业收入"], ["事业单位经营收入"], ["其他收入"]],
  [["合计"], ["人员经费"], ["公用经费"]],
];

const FUND_NAMES = ["一般公共预算", "政府性基金预算", "国有资本经营预算"];
/** The columns of expenditure in tables of two sides. */
const SPENDING: readonly (readonly StandardColumn[])[] = [
  ...["", "财政拨款", "拨款"].map((end) => [["合计"], ...FUND_NAMES.map((name) => [name + end])]),
  [["合计"], ["基本支出", "人员经费"], ["基本支出", "公用经费"], ["项目支出"]],
  [["合计"], ["基本支出"], ["项目支出"]],
];
/** What stands over the halves of such a table, and over their names and amounts. */
const OF_HALVES = /^(?:本年|财政拨款)?(?:收入|支出)(?:[预决]算数?)?$|^(?:项目|金额|行次|栏次|\d{1,2})$|^[预决]算数$/;

/** Words over the names of rows, and letters that a longer form of a header adds: 支出功能分类科目编码. */
const BESIDE = "项目支出功能分类科目编码科目名称类款项栏次行次经济费用维护";
/** So many letters of a header may belong to no column. */
const STRANGE = 3;

/** `2024年机关运行经费预算数`: whose year a column is of says nothing of which column it is. */
const withoutYear = (text: string): string => text.replace(/^20\d{2}年度?/, "");

/** Letters of a header; 运行费 and 运行维护费 are the same. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of withoutYear(text).replace(/[\s\d（）()“”"]|维护/g, ""))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/**
 * The columns of a header whose words the extraction broke and mixed, known by its letters alone:
 *
 *     项目 财政拨款收 上级补助收 附属单位上          本年收入合计, 财政拨款收入, 上级补助收入,
 *     本年收入合计 事业收入 经营收入 其他收入    →    事业收入, 经营收入, 附属单位上缴收入, 其他收入
 *     入 入 缴收入
 *
 * Null where no table of the outline with that many columns has just these letters.
 */
export function standardColumns(header: readonly Cell[], width: number): readonly HeaderPath[] | null {
  for (const { columns, missing, strange } of comparisons(header)) {
    if (columns.length !== width || missing > columns.length / 3 || strange > STRANGE) continue;
    return asPaths(columns, header);
  }
  return null;
}

/**
 * Every table of the outline that has just the letters of a header and columns enough, the nearest
 * first: tables whose columns only stand in another order have the same letters.
 *
 * @param least columns at least.
 */
export function standardsOfLetters(header: readonly Cell[], least: number): readonly (readonly HeaderPath[])[] {
  return nearest(comparisons(header), header, least);
}

/** The same of the right half of a table of two sides, expenditure. */
export function spendingColumnsOfLetters(header: readonly Cell[], least: number): readonly (readonly HeaderPath[])[] {
  const own = header.filter(({ text }) => !OF_HALVES.test(text));
  return nearest(comparisons(own, SPENDING, lettersOfSpending), header, least);
}

function nearest(
  found: readonly Comparison[],
  header: readonly Cell[],
  least: number,
): readonly (readonly HeaderPath[])[] {
  return found
    .filter(({ columns, missing, strange }) => columns.length >= least && missing === 0 && strange <= 1)
    .sort((a, b) => a.strange - b.strange)
    .map(({ columns }) => asPaths(columns, header));
}

interface Comparison {
  readonly columns: readonly StandardColumn[];
  /** How many of its letters the header does not have. */
  readonly missing: number;
  /** How many letters the header has beyond its own. */
  readonly strange: number;
}

function comparisons(
  header: readonly Cell[],
  tables: readonly (readonly StandardColumn[])[] = STANDARD,
  letters: readonly ReadonlyMap<string, number>[] = lettersOfStandard,
): Comparison[] {
  const printed = countsOf(header.map((cell) => withoutYear(cell.text)).join(""));
  return tables.map((columns, index) => {
    const left = new Map(printed);
    let missing = 0;
    for (const [letter, count] of letters[index] ?? []) {
      missing += Math.max(0, count - (left.get(letter) ?? 0));
      left.set(letter, (left.get(letter) ?? 0) - count);
    }
    let strange = 0;
    for (const [letter, count] of left) if (!BESIDE.includes(letter)) strange += Math.max(0, count);
    return { columns, missing, strange };
  });
}

/** A name over several columns is printed once. */
function lettersOf(columns: readonly StandardColumn[]): ReadonlyMap<string, number> {
  const groups = new Set(
    columns.flatMap((path) =>
      path.slice(0, -1).map((name, level) => `${level}${path.slice(0, level + 1).join("/")}|${name}`),
    ),
  );
  const names = [
    ...columns.map((path) => path.at(-1) ?? ""),
    ...[...groups].map((group) => group.slice(group.indexOf("|") + 1)),
  ];
  return countsOf(names.join(""));
}

const lettersOfStandard = STANDARD.map(lettersOf);
const lettersOfSpending = SPENDING.map(lettersOf);

/** Each name as the header prints it where it prints it whole: 运行费 and 运行维护费 are the same. */
function asPaths(columns: readonly StandardColumn[], header: readonly Cell[]): readonly HeaderPath[] {
  const [first] = header;
  if (first === undefined) return [];
  const printed = new Map(header.map((cell) => [nameKey(cell.text), cell]));
  return columns.map((path) => path.map((text) => printed.get(nameKey(text)) ?? { ...first, text }));
}

const nameKey = (text: string): string => withoutYear(text).replace(/[\s（）()“”"]|维护/g, "");
