import { Decimal } from "../domain/decimal.ts";
import type { AdjustmentRow } from "../domain/records.ts";
import { ITEMS, type ItemId } from "../domain/items.ts";
import { MEASURES, type MeasureId } from "../domain/measures.ts";
import { halfWidth } from "../domain/amount.ts";
import { ReportError } from "../report/error.ts";
import type { CsvRecord } from "./csv.ts";
import type { CompiledReport } from "./steps.ts";

const SIDES: readonly AdjustmentRow["side"][] = ["numerator", "denominator", "both"];
/** Units in which a line may print an amount, as 万元. */
const FACTORS = ["1", "0.0001", "0.01", "0.1", "100", "10000"].map((factor) => Decimal.of(factor));

/** True when a figure on the line is the amount, in any unit of money. */
function prints(line: string, amountWan: Decimal): boolean {
  const figures = halfWidth(line).match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  return figures.some((figure) => {
    const printed = Decimal.of(figure.replaceAll(",", ""));
    return FACTORS.some((factor) => printed.times(factor).eq(amountWan.abs()));
  });
}

/** A record as a row, every cell checked; throws ReportError at the record's line. */
function rowOf(record: CsvRecord, sourceName: string): AdjustmentRow {
  const refused = (reason: string) =>
    new ReportError(sourceName, record.line, reason, "Correct this line of the reference file.");
  const text = (name: keyof AdjustmentRow): string => {
    const cell = record.cells[name];
    if (cell === undefined || cell === "") throw refused(`the column ${name} is empty.`);
    return cell;
  };
  const oneOf = <Id extends string>(name: keyof AdjustmentRow, allowed: readonly Id[]): Id => {
    const cell = text(name);
    const found = allowed.find((id) => id === cell);
    if (found === undefined) throw refused(`${name} is "${cell}"; expected one of ${allowed.join(", ")}.`);
    return found;
  };
  const amount = text("amount_wan");
  if (!/^-?\d+(\.\d{1,6})?$/.test(amount)) throw refused(`amount_wan is "${amount}"; expected a decimal in 万元.`);
  const line = text("source_line");
  if (!/^[1-9]\d*$/.test(line)) throw refused(`source_line is "${line}"; expected a line number.`);
  return {
    report_id: text("report_id"),
    adjustment_id: text("adjustment_id"),
    side: oneOf("side", SIDES),
    measure: oneOf<MeasureId>(
      "measure",
      MEASURES.map((measure) => measure.id),
    ),
    item: oneOf<ItemId>(
      "item",
      ITEMS.map((item) => item.id),
    ),
    code: record.cells["code"] ? record.cells["code"] : null,
    amount_wan: amount,
    metric_groups: text("metric_groups"),
    label_zh: text("label_zh"),
    label_en: text("label_en"),
    reason_zh: text("reason_zh"),
    reason_en: text("reason_en"),
    source_line: Number(line),
  };
}

/**
 * The pass-through items of the compiled reports. A row about a report that is not compiled is
 * left out; a row whose amount its line does not print is refused, since every figure must lead to
 * its line.
 */
export function adjustmentsOf(
  records: readonly CsvRecord[],
  sourceName: string,
  reports: readonly CompiledReport[],
): { rows: AdjustmentRow[]; errors: ReportError[] } {
  const rows: AdjustmentRow[] = [];
  const errors: ReportError[] = [];
  for (const record of records) {
    const report = reports.find((entry) => entry.report.report_id === record.cells["report_id"]);
    if (report === undefined) continue;
    try {
      const row = rowOf(record, sourceName);
      const line = report.lines[row.source_line - 1];
      if (line === undefined || !prints(line.text, Decimal.of(row.amount_wan))) {
        throw new ReportError(
          sourceName,
          record.line,
          `${row.amount_wan} 万元 is not printed on ${report.report.source_name}:${row.source_line}.`,
          "Give the line of the report that prints the amount.",
        );
      }
      rows.push(row);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      errors.push(error);
    }
  }
  return { rows, errors };
}
