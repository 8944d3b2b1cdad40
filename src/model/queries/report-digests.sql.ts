import { sql } from "../sql.ts";
import { among, defineQuery } from "./query.ts";

export interface ReportDigestsParams {
  report_ids: readonly string[];
}

export interface ReportDigestsRow {
  report_id: string;
  /** Of all figures the report states: another one when any figure, unit or place is. */
  digest: string;
}

export const reportDigests = defineQuery<ReportDigestsParams, ReportDigestsRow>({
  name: "report-digests",
  columns: { report_id: "VARCHAR", digest: "VARCHAR" },
  sql: ({ report_ids }) => sql`
    SELECT report_id, md5(string_agg(concat_ws('|', fact_id, item, code, measure, value::VARCHAR, unit, source_line::VARCHAR),
      chr(10) ORDER BY fact_id)) AS digest
    FROM fact
    WHERE ${among("report_id", report_ids)}
    GROUP BY report_id
    ORDER BY report_id`,
});
