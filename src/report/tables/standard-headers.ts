import type { HeaderPath } from "./cell-run-header.ts";
import type { Cell } from "./cells.ts";

/** A column of a table of the outline: its headers, outermost first. */
type StandardColumn = readonly string[];

const VEHICLES = "公务用车购置及运行维护费";
const THREE_PUBLIC: readonly StandardColumn[] = [
  ["合计"],
  ["因公出国（境）费"],
  [VEHICLES, "小计"],
  [VEHICLES, "公务用车购置费"],
  [VEHICLES, "公务用车运行维护费"],
  ["公务接待费"],
];

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
  [
    ["年初结转和结余"],
    ["本年收入"],
    ["本年支出", "小计"],
    ["本年支出", "基本支出"],
    ["本年支出", "项目支出"],
    ["年末结转和结余"],
  ],
  [
    ["本年支出", "小计"],
    ["本年支出", "基本支出"],
    ["本年支出", "项目支出"],
  ],
  [["合计"], ["基本支出"], ["项目支出"]],
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
  THREE_PUBLIC,
  [...THREE_PUBLIC.map((path) => ["预算数", ...path]), ...THREE_PUBLIC.map((path) => ["决算数", ...path])],
];

/** Words over the names of rows, and letters that a longer form of a header adds: 支出功能分类科目编码. */
const BESIDE = "项目支出功能分类科目编码科目名称类款项栏次行次经济费用维护";
/** So many letters of a header may belong to no column. */
const STRANGE = 3;

/** Letters of a header; 运行费 and 运行维护费 are the same. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.replace(/[\s\d（）()“”"]|维护/g, "")) counts.set(letter, (counts.get(letter) ?? 0) + 1);
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
  const [first] = header;
  if (first === undefined) return null;
  const printed = header.map((cell) => cell.text).join("");
  for (const columns of STANDARD) {
    if (columns.length !== width) continue;
    const groups = [
      ...new Set(
        columns.flatMap((path) =>
          path.slice(0, -1).map((name, level) => `${level}${path.slice(0, level + 1).join("/")}|${name}`),
        ),
      ),
    ];
    const names = [
      ...columns.map((path) => path.at(-1) ?? ""),
      ...groups.map((group) => group.slice(group.indexOf("|") + 1)),
    ];
    const left = countsOf(printed);
    let missing = 0;
    for (const [letter, count] of countsOf(names.join(""))) {
      missing += Math.max(0, count - (left.get(letter) ?? 0));
      left.set(letter, (left.get(letter) ?? 0) - count);
    }
    const strange = [...left].reduce(
      (sum, [letter, count]) => sum + (BESIDE.includes(letter) ? 0 : Math.max(0, count)),
      0,
    );
    if (missing > columns.length / 3 || strange > STRANGE) continue;
    return columns.map((path) => path.map((text) => ({ ...first, text })));
  }
  return null;
}
