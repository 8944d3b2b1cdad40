import { functionClassesNamed } from "../../domain/function-classes.ts";
import { UNKNOWN_COLUMN } from "../../domain/unknown-column.ts";
import type { HeaderPath } from "./cell-run-header.ts";
import type { Unit } from "./cell-run-units.ts";
import { empty, headerLevels, padded, word } from "./cell-run-rows.ts";
import type { Cell, Row } from "./cells.ts";
import { isHeaderName } from "./header-names.ts";
import { withoutNumber } from "./names.ts";
import type { ColumnSum } from "./place-figures.ts";
import type { LossyRow } from "./place-rows.ts";
import { placeRows, rowsBreaking } from "./place-rows.ts";
import { spendingColumnsOfLetters } from "./standard-headers.ts";

const AMOUNT = /[预决]算数$|^金额$|预算$|决算$/;
const RIGHT = /^(?:合计|小计)$|公共预算|政府性基金|国有资本/;
const SUM = /^(?:合计|小计)$/;
const FUNDS: readonly RegExp[] = [/公共预算/, /政府性基金/, /国有资本/];
const TOTAL = /^(?:本年支出|支出[合总]计)/;

/** The rows of a table of two sides: income on the left, expenditure on the right, each row on its side. */
export function twoSidedRows(header: readonly Cell[], units: readonly Unit[]): readonly Row[] {
  const line = header[0]?.line ?? units[0]?.label?.line ?? 1;
  const left = widthOf(units, "left");
  const amount = header.find((cell) => AMOUNT.test(cell.text)) ?? word("金额", line);
  const spending = units.filter((unit) => unit.side === "right");
  const rows = spending.map(({ label, figures }): LossyRow => {
    const name = withoutNumber(label?.text ?? "");
    return {
      code: functionClassesNamed(name).find((code) => code.length === 3) ?? null,
      isTotal: TOTAL.test(name),
      isBare: false,
      figures,
    };
  });
  const widest = widthOf(units, "right");
  const columns = columnsOfSpending(header, rows, widest) ?? Array.from({ length: widest }, () => [amount]);
  const right = columns.length;
  const places = placeRows(rows, right, sumsOfSpending(columns), (column, figure) =>
    isOfFund(columns[column]?.at(-1)?.text ?? "", figure, units),
  );
  const spare = places.reduce((most, { unknown }) => Math.max(most, unknown.length), 0);
  const blanks = (count: number): Cell[] => Array.from({ length: count }, () => empty(line));
  const unknown = Array.from({ length: spare }, () => word(UNKNOWN_COLUMN, line));
  const levels = headerLevels(columns, line);
  const found: Row[] = [
    { line, cells: [word("收入", line), ...blanks(left), word("支出", line), ...blanks(right + spare)] },
    ...levels.map((cells): Row => ({
      line,
      cells: [
        word("项目", line),
        ...Array.from({ length: left }, () => amount),
        word("项目", line),
        ...cells,
        ...unknown,
      ],
    })),
  ];
  for (const unit of units) {
    const label = unit.label ?? empty(line);
    const at = unit.label?.line ?? unit.figures[0]?.line ?? line;
    if (unit.side === "left") {
      found.push({
        line: at,
        cells: [...padded([label, ...unit.figures], left + 1, line), ...blanks(right + spare + 1)],
      });
      continue;
    }
    const place = places[spending.indexOf(unit)];
    const cells = (place?.columns ?? []).map((cell) => cell ?? empty(line));
    const others = (place?.unknown ?? []).map(({ cell }) => cell);
    found.push({ line: at, cells: [...blanks(left + 1), label, ...cells, ...padded(others, spare, line)] });
  }
  return found;
}

function widthOf(units: readonly Unit[], side: Unit["side"]): number {
  return units.reduce((most, unit) => (unit.side === side ? Math.max(most, unit.figures.length) : most), 1);
}

/**
 * The columns of the right half. 合计 that a PDF printed in the middle of a header of three lines may
 * stand anywhere among the words: the rows' sums say where it belongs.
 */
function columnsOfSpending(
  header: readonly Cell[],
  rows: readonly LossyRow[],
  widest: number,
): readonly (readonly Cell[])[] | null {
  const divided = header.filter((cell) => RIGHT.test(cell.text));
  const isInOrder = divided.every(({ text, line }) => isHeaderName(text) && line === divided[0]?.line);
  // 合计 and the funds beside it are columns even where no row prints them all.
  const isEnough = divided.length >= widest && divided.length > 1 && (widest > 1 || SUM.test(divided[0]?.text ?? ""));
  const printed: readonly (readonly Cell[])[][] = isEnough ? [divided.map((cell) => [cell])] : [];
  const known = spendingColumnsOfLetters(header, Math.max(widest, 2)).map((columns) => columns.map(withoutNulls));
  const candidates = isInOrder ? [...printed, ...known] : [...known, ...printed];
  let best: { readonly columns: readonly (readonly Cell[])[]; readonly breaking: number } | null = null;
  for (const columns of candidates) {
    const breaking = rowsBreaking(rows, columns.length, sumsOfSpending(columns));
    if (best === null || breaking < best.breaking) best = { columns, breaking };
  }
  return best?.columns ?? null;
}

const withoutNulls = (path: HeaderPath): readonly Cell[] => path.filter((cell) => cell !== null);

/** 合计 is the sum of what stands beside it. */
function sumsOfSpending(columns: readonly (readonly Cell[])[]): readonly ColumnSum[] {
  const whole = Math.max(
    0,
    columns.findIndex((path) => SUM.test(path.at(-1)?.text ?? "")),
  );
  const parts = columns.flatMap((_, index) => (index === whole ? [] : [index]));
  return parts.length === 0 ? [] : [{ whole, parts }];
}

/** Whether income of that fund is printed with that amount on the left: then the fund's column holds it. */
function isOfFund(header: string, figure: string, units: readonly Unit[]): boolean {
  const fund = FUNDS.find((pattern) => pattern.test(header));
  return (
    fund !== undefined &&
    units.some((unit) => unit.side === "left" && fund.test(unit.label?.text ?? "") && unit.figures[0]?.text === figure)
  );
}
