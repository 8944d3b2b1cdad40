import type { Denominator } from "../../src/domain/status.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import { metricValues } from "../../src/model/queries/index.ts";
import type { MetricValuesRow } from "../../src/model/queries/index.ts";
import type { TableRows } from "../../src/model/tables.ts";

/** The one value that a metric has for a report. Rejects when there is none or more. */
export async function valueOf(
  engine: Engine,
  report_id: string,
  metric_id: string,
  basis: "reported" | "comparable" = "reported",
  denominator: Denominator | null = null,
): Promise<MetricValuesRow> {
  const rows = await engine.query(metricValues, { metric_ids: [metric_id], basis, denominator, report_kind: null });
  const [row, ...others] = rows.filter((entry) => entry.report_id === report_id);
  if (row === undefined || others.length > 0) {
    throw new Error(`${metric_id} has ${others.length + Number(row !== undefined)} values for ${report_id}`);
  }
  return row;
}

/** Asks about invented rows and closes the engine, whatever happens. */
export async function withRows<Answer>(rows: TableRows, ask: (engine: Engine) => Promise<Answer>): Promise<Answer> {
  const engine = await openNative(rows, { comments: false });
  try {
    return await ask(engine);
  } finally {
    await engine.close();
  }
}
