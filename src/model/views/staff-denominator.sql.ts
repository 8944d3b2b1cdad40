import { sql } from "../sql.ts";
import { col, defineView, VIEW_REPORT_COLUMNS } from "./view.ts";
import type { ViewReportFields } from "./view.ts";

export interface StaffDenominatorRow extends ViewReportFields {
  denominator: string;
  value: number | null;
  lo: number | null;
  hi: number | null;
  status: string;
  bias: string | null;
  note_zh: string | null;
  note_en: string | null;
  source_report_id: string | null;
  fact_ids: string[];
}

/** How a report says that staff joined the agency. */
export const STAFF_JOINED = sql`'并入|划入|转入|人员增加'`;

/**
 * A report without a headcount takes it from the nearest other report of its agency, one year away
 * at most. Whoever joined in between makes the value err: counted in a later report, they make it
 * too low; not yet counted in an earlier one, too high.
 */
export const staffDenominatorView = defineView<StaffDenominatorRow>({
  name: "staff_denominator",
  zh: "人均指标的分母",
  en: "The selectable headcounts of each report: own, borrowed or undisclosed",
  stored: true,
  columns: {
    ...VIEW_REPORT_COLUMNS,
    denominator: col("VARCHAR", "分母", "in_service, in_service_plus_temporary or establishment"),
    value: col("DECIMAL(18,6)", "人数", "People; null where not disclosed"),
    lo: col("DECIMAL(18,6)", "下限", "Lowest count that the source’s own figures admit"),
    hi: col("DECIMAL(18,6)", "上限", "Highest count that the source’s own figures admit"),
    status: col("VARCHAR", "状态", "ok, borrowed, contradicted or undisclosed"),
    bias: col("VARCHAR", "偏向", "Which way it makes a per-head value err: up, down or unknown"),
    note_zh: col("VARCHAR", "说明（中）", "Note in Chinese"),
    note_en: col("VARCHAR", "说明（英）", "Note in English"),
    source_report_id: col("VARCHAR", "取自", "Report the number is taken from"),
    fact_ids: col("VARCHAR[]", "事实", "Facts behind it"),
  },
  sql: sql`
    WITH parts (denominator, item, part_zh, part_en) AS (VALUES
      ('in_service', 'headcount.in_service', '在职人数', 'staff in service'),
      ('in_service_plus_temporary', 'headcount.in_service', '在职人数', 'staff in service'),
      ('in_service_plus_temporary', 'headcount.temporary', '编外人数', 'temporary staff'),
      ('establishment', 'headcount.establishment', '编制数', 'establishment')
    ), joined_staff AS (
      SELECT DISTINCT report_id FROM reason WHERE regexp_matches(text, ${STAFF_JOINED})
    ), whole AS (
      SELECT DISTINCT fact.report_id, fact.value, fact.fact_id
      FROM fact
      JOIN report USING (report_id)
      WHERE fact.item = 'headcount.total' AND fact.parent_label IS NULL AND fact.value IS NOT NULL
        AND fact.fiscal_year = report.fiscal_year
    ), implied AS (
      -- What a printed total leaves for staff in service; equal to the printed count in a sound report.
      SELECT serving.report_id,
        min(whole.value - retired.value - coalesce(veteran.value, 0)) AS lo,
        max(whole.value - retired.value - coalesce(veteran.value, 0)) AS hi
      FROM headcount AS serving
      JOIN whole USING (report_id)
      JOIN headcount AS retired ON retired.report_id = serving.report_id AND retired.item = 'headcount.retired'
      LEFT JOIN headcount AS veteran
        ON veteran.report_id = serving.report_id AND veteran.item = 'headcount.veteran_retired'
      LEFT JOIN headcount AS temporary
        ON temporary.report_id = serving.report_id AND temporary.item = 'headcount.temporary'
      WHERE serving.item = 'headcount.in_service'
        AND whole.value - retired.value - coalesce(veteran.value, 0) > 0
        AND whole.value - retired.value - coalesce(veteran.value, 0)
          NOT IN (serving.value, serving.value + coalesce(temporary.value, 0))
      GROUP BY serving.report_id
    ), counted AS (
      SELECT headcount.report_id, headcount.item, headcount.value, headcount.fact_id,
        least(headcount.lo, coalesce(implied.lo, headcount.lo)) AS lo,
        greatest(headcount.hi, coalesce(implied.hi, headcount.hi)) AS hi,
        headcount.contradicted OR implied.report_id IS NOT NULL AS contradicted
      FROM headcount
      LEFT JOIN implied
        ON implied.report_id = CASE headcount.item WHEN 'headcount.in_service' THEN headcount.report_id END
    ), offered AS (
      SELECT report.report_id, parts.denominator, parts.part_zh, parts.part_en, counted.*
          EXCLUDE (report_id, item),
        lender.report_id AS lender_id, lender.fiscal_year AS lender_year, lender.report_kind AS lender_kind,
        lender.report_id <> report.report_id AS is_borrowed,
        CASE WHEN lender.report_id = report.report_id THEN NULL
          WHEN lender.fiscal_year > report.fiscal_year AND lender.report_id IN (FROM joined_staff) THEN 'down'
          WHEN lender.fiscal_year < report.fiscal_year AND report.report_id IN (FROM joined_staff) THEN 'up'
          ELSE 'unknown' END AS bias
      FROM report
      CROSS JOIN parts
      JOIN report AS lender ON lender.agency_id = report.agency_id
        AND lender.fiscal_year BETWEEN report.fiscal_year - 1 AND report.fiscal_year + 1
      JOIN counted ON counted.report_id = lender.report_id AND counted.item = parts.item
      QUALIFY row_number() OVER (
        PARTITION BY report.report_id, parts.denominator, parts.item
        ORDER BY lender.report_id <> report.report_id, abs(lender.fiscal_year - report.fiscal_year),
          lender.report_kind = 'budget', lender.fiscal_year DESC, lender.report_id
      ) = 1
    ), composed AS (
      SELECT report.report_id, parts.denominator,
        count(*) = count(offered.value) AS complete,
        sum(offered.value)::DECIMAL(18,6) AS value,
        sum(offered.lo)::DECIMAL(18,6) AS lo, sum(offered.hi)::DECIMAL(18,6) AS hi,
        coalesce(bool_or(offered.is_borrowed), false) AS is_borrowed,
        coalesce(bool_or(offered.contradicted), false) AS contradicted,
        min(offered.bias) AS least_bias, max(offered.bias) AS most_bias,
        list(offered.fact_id ORDER BY parts.item) FILTER (offered.fact_id IS NOT NULL) AS fact_ids,
        arg_min(offered.lender_id, parts.item) AS source_report_id,
        string_agg(DISTINCT parts.part_zh, '、' ORDER BY parts.part_zh) FILTER (offered.value IS NULL) AS missing_zh,
        string_agg(DISTINCT parts.part_en, ', ' ORDER BY parts.part_en) FILTER (offered.value IS NULL) AS missing_en,
        string_agg(DISTINCT offered.lender_year || ' ' || CASE offered.lender_kind WHEN 'final' THEN '决算' ELSE '预算' END, '、'
          ORDER BY offered.lender_year || ' ' || CASE offered.lender_kind WHEN 'final' THEN '决算' ELSE '预算' END)
          FILTER (offered.is_borrowed) AS lender_zh,
        string_agg(DISTINCT offered.lender_year || CASE offered.lender_kind WHEN 'final' THEN ' final account' ELSE ' budget' END, ', '
          ORDER BY offered.lender_year || CASE offered.lender_kind WHEN 'final' THEN ' final account' ELSE ' budget' END)
          FILTER (offered.is_borrowed) AS lender_en
      FROM report
      CROSS JOIN parts
      LEFT JOIN offered ON offered.report_id = report.report_id AND offered.denominator = parts.denominator
        AND offered.part_zh = parts.part_zh
      GROUP BY report.report_id, parts.denominator
    )
    SELECT report.report_id, report.agency_id, report.fiscal_year, report.report_kind, composed.denominator,
      CASE WHEN complete THEN value END AS value,
      CASE WHEN complete THEN lo END AS lo,
      CASE WHEN complete THEN hi END AS hi,
      CASE WHEN NOT complete THEN 'undisclosed' WHEN is_borrowed THEN 'borrowed' WHEN contradicted THEN 'contradicted'
        ELSE 'ok' END AS status,
      CASE WHEN complete AND is_borrowed
        THEN CASE WHEN least_bias = most_bias THEN least_bias ELSE 'unknown' END END AS bias,
      nullif(concat_ws('；',
        CASE WHEN NOT complete THEN '未披露' || missing_zh || '，披露或填入后可算' END,
        CASE WHEN complete THEN '人数取自 ' || lender_zh END,
        CASE WHEN complete AND is_borrowed AND least_bias = 'down' THEN '其间有人员并入，数值可能偏低' END,
        CASE WHEN complete AND is_borrowed AND least_bias = 'up' THEN '其间有人员并入，数值可能偏高' END,
        CASE WHEN complete AND contradicted AND lo < hi
          THEN '该报告的人数自相矛盾，可推得 ' || lo::INTEGER || '–' || hi::INTEGER || ' 人' END), '') AS note_zh,
      nullif(concat_ws('; ',
        CASE WHEN NOT complete THEN 'not disclosed: ' || missing_en || '; disclose or fill it in to compute' END,
        CASE WHEN complete THEN 'headcount from the ' || lender_en END,
        CASE WHEN complete AND is_borrowed AND least_bias = 'down' THEN 'staff joined in between, the value is probably too low' END,
        CASE WHEN complete AND is_borrowed AND least_bias = 'up' THEN 'staff joined in between, the value is probably too high' END,
        CASE WHEN complete AND contradicted AND lo < hi
          THEN 'that report contradicts itself on staff: ' || lo::INTEGER || '–' || hi::INTEGER || ' people' END), '') AS note_en,
      CASE WHEN complete THEN source_report_id END AS source_report_id,
      CASE WHEN complete THEN fact_ids ELSE []::VARCHAR[] END AS fact_ids
    FROM composed
    JOIN report USING (report_id)`,
});
