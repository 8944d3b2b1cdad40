import type { Row } from "./cells.ts";
import { isBlank, isDigits, isFigure } from "./cells.ts";
import { remembered } from "../../domain/remembered.ts";
import { isClassCode } from "./class-names.ts";
import { YEAR_HEADER } from "./row-years.ts";

export type ColumnRole = "code" | "label" | "ordinal" | "value" | "remark";

/** A column with its headers, outermost first. */
export interface TableColumn {
  readonly index: number;
  readonly role: ColumnRole;
  readonly path: readonly string[];
  /** Its headers joined by `/`. */
  readonly header: string;
}

/** Columns that read together: labels first, then the values that belong to them. */
export interface ColumnGroup {
  readonly codes: readonly TableColumn[];
  readonly labels: readonly TableColumn[];
  /** Codes and labels: what names a row. */
  readonly naming: readonly TableColumn[];
  readonly values: readonly TableColumn[];
  readonly remarks: readonly TableColumn[];
  /** Words printed behind the values, such as the aims of a project. */
  readonly aims: readonly TableColumn[];
}

const CODE_HEADER = /编码|代码|^[类款项]$/;
/** Line numbers, and codes of bodies and projects: neither figures nor classes. */
const ORDINAL_HEADER = /行次|序号|(?:单位|部门|预算|项目|机构)(?:[（(](?:单位|部门)[)）])?(?:代码|编码|代号)/;
/** What a quantity is counted in, which names no row. */
const MEASURED_IN = /^(?:计量|数量)单位$/;
const REMARK_HEADER = /原因|备注|说明|依据/;
const LABEL_HEADER =
  /^(?:收入|支出)?(?:项目|项目名称|科目|名称|栏次|内容|科目名称|单位名称|指标|指标名称|支出功能分类|功能分类|经济分类|.*科目名称|.*科目[（(]类款项[)）])$/;

/** One of two classifications of the same row: the agency's own is what counts, 301 and not 501. */
const OF_GOVERNMENT = /政府(?:预算)?(?:支出)?经济/;
const OF_AGENCY = /部门(?:预算)?(?:支出)?经济/;

interface Content {
  figures: number;
  words: number;
  codes: number;
  /** Whether each figure is one more than the last: line numbers. */
  consecutive: boolean;
  previous: number | null;
}

function contentOf(body: readonly Row[], width: number): Content[] {
  const contents: Content[] = [];
  for (let column = 0; column < width; column += 1)
    contents.push({ figures: 0, words: 0, codes: 0, consecutive: true, previous: null });
  for (const { cells } of body) {
    for (let column = 0; column < cells.length && column < width; column += 1) {
      const cell = cells[column];
      const content = contents[column];
      if (content === undefined || cell === undefined || isBlank(cell)) continue;
      const { text } = cell;
      if (!isFigure(text)) {
        content.words += 1;
        continue;
      }
      content.figures += 1;
      if (text.length === 2 ? isDigits(text) : isClassCode(text)) content.codes += 1;
      const number = text.length <= 3 && isDigits(text) ? Number(text) : null;
      if (number === null || (content.previous !== null && number !== content.previous + 1))
        content.consecutive = false;
      content.previous = number;
    }
  }
  return contents;
}

/** What the header directly over a column says of its role. */
const leafWords = remembered((leaf) => ({
  isOrdinal: ORDINAL_HEADER.test(leaf) || YEAR_HEADER.test(leaf) || MEASURED_IN.test(leaf),
  isCode: CODE_HEADER.test(leaf),
  isRemark: REMARK_HEADER.test(leaf),
  isLabel: LABEL_HEADER.test(leaf),
  isSide: /^(?:收入|支出)$/.test(leaf),
}));

function roleOf(path: readonly string[], content: Content): ColumnRole {
  const { isOrdinal, isCode, isRemark, isLabel, isSide } = leafWords(path.at(-1) ?? "");
  if (isOrdinal) return "ordinal";
  if (isCode && content.codes === content.figures) return "code";
  if (isRemark) return "remark";
  if (content.words > content.figures) return "label";
  if (content.figures === 0) {
    if (isCode) return "code";
    return isLabel ? "label" : "value";
  }
  const isUnnamed = path.length === 0 || isLabel || isSide;
  if (content.figures >= 3 && content.consecutive && isUnnamed) return "ordinal";
  if (content.codes === content.figures && path.length === 0 && content.figures > 1) return "code";
  return "value";
}

/**
 * The columns by role and in groups. A code or label column after a value column opens a new
 * group: side-by-side blocks of a summary, the triples of an economic table.
 */
export function readColumns(paths: readonly (readonly string[])[], body: readonly Row[]): ColumnGroup[] {
  const contents = contentOf(body, paths.length);
  const groups: OpenGroup[] = [newGroup()];
  let current = groups[0] ?? newGroup();
  const isTwice = paths.some(isOfAgency);
  paths.forEach((path, index) => {
    const content = contents[index];
    if (content === undefined) return;
    const column: TableColumn = { index, role: roleOf(path, content), path, header: headerOf(path) };
    if (column.role === "ordinal") return;
    if (isTwice && column.role !== "value" && path.some((header) => OF_GOVERNMENT.test(header))) return;
    if ((column.role === "code" || column.role === "label") && current.values.length > 0) {
      current = newGroup();
      groups.push(current);
    }
    if (column.role === "code") current.codes.push(column);
    else if (column.role === "label") current.labels.push(column);
    else if (column.role === "remark") current.remarks.push(column);
    else current.values.push(column);
  });
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last?.values.length === 0 && before !== undefined) before.aims.push(...last.labels);
  return groups
    .filter((group) => group.values.length > 0)
    .map((group) => ({ ...group, naming: [...group.codes, ...group.labels] }));
}

const headerOf = (path: readonly string[]): string => (path.length === 1 ? (path[0] ?? "") : path.join("/"));

type OpenGroup = { readonly [Role in keyof Omit<ColumnGroup, "naming">]: TableColumn[] };

const newGroup = (): OpenGroup => ({ codes: [], labels: [], values: [], remarks: [], aims: [] });

const isOfAgency = (path: readonly string[]): boolean => path.some((header) => OF_AGENCY.test(header));
