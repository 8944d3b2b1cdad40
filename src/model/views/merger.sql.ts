import { sql } from "../sql.ts";
import { col, defineView } from "./view.ts";

export interface MergerRow {
  report_id: string;
  source_line: number;
  text: string;
}

/** Sentences like «由原…合并成立» and «撤销…, 新成立…中心»; the first one of a report is kept. */
export const mergerView = defineView<MergerRow>({
  name: "merger",
  zh: "单位合并",
  en: "Reports that tell of a merger of the agency in or just before the year",
  stored: true,
  columns: {
    report_id: col("VARCHAR", "报告标识", "Report id"),
    source_line: col("INTEGER", "源行", "Line that tells of it"),
    text: col("VARCHAR", "原文", "The line"),
  },
  sql: sql`
    SELECT report_id, min(line_no)::INTEGER AS source_line, arg_min(text, line_no) AS text
    FROM source_line
    WHERE contains(text, '合并成立') OR contains(text, '成立新单位') OR contains(text, '合并组建')
      OR contains(text, '整合组建')
      OR ((contains(text, '合并') OR contains(text, '撤销')) AND contains(text, '新成立'))
    GROUP BY report_id`,
});
