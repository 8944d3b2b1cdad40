import { containing, ITEMS } from "../../domain/items.ts";
import type { ItemId } from "../../domain/items.ts";
import type { ReportKind } from "../../domain/statements.ts";
import { measuresOf } from "../formula/formula.ts";
import type { Formula, FormulaTerm } from "../formula/formula.ts";
import type { UserMetric } from "../formula/user-metric.ts";
import { join, literal, sql } from "../sql.ts";
import type { Sql } from "../sql.ts";
import { PRINTED_ADJUSTMENTS } from "../views/adjustment-effect.sql.ts";
import { METRIC_VALUES_COLUMNS, withPlaces } from "./metric-values.sql.ts";
import type { MetricValuesRow } from "./metric-values.sql.ts";
import { defineQuery } from "./query.ts";

/** A reader’s metric as plain data, and the kind of report to compute it for. */
export interface UserMetricParams {
  metric_id: string;
  numerator: Formula["numerator"];
  denominator: Formula["denominator"];
  factor: number;
  report_kind: ReportKind;
}

export function userMetricParams(metric: UserMetric, report_kind: ReportKind): UserMetricParams {
  return { metric_id: metric.id, ...metric.terms, factor: metric.factor, report_kind };
}

interface Placed {
  readonly no: number;
  readonly side: "upper" | "lower";
  readonly term: FormulaTerm;
}

/** The item and all that lie within it: pass-through money of a part is money of the whole. */
const within = (item: ItemId): readonly string[] => [
  item,
  ...ITEMS.filter(({ id }) => containing(id).includes(item)).map(({ id }) => id),
];

const literalBoolean = (value: boolean): Sql => (value ? sql`true` : sql`false`);

const rows = (lines: readonly Sql[]): Sql => sql`VALUES ${join(lines, ", ")}`;

/**
 * The values of a reader’s metric, on both bases and, by staff, for the three headcounts: one figure
 * per term, the first of its columns that is printed; a sum only where every term is. A term that is
 * taken from several columns by different reports says so in `numerator_measure`.
 */
export const userMetricValues = defineQuery<UserMetricParams, MetricValuesRow>({
  name: "user-metric-values",
  columns: METRIC_VALUES_COLUMNS,
  sql: (params) => {
    const { metric_id, numerator, denominator, factor, report_kind } = params;
    const byStaff = denominator === "staff";
    const lower = denominator === null || denominator === "staff" ? [] : denominator;
    const placed: readonly Placed[] = [
      ...numerator.map((term) => ({ side: "upper" as const, term })),
      ...lower.map((term) => ({ side: "lower" as const, term })),
    ].map((each, no) => ({ ...each, no }));
    const asked = placed.map(
      ({ no, side, term }) =>
        sql`(${literal(no)}, ${side}, ${literal(term.sign)}, ${term.item}, ${term.code}::VARCHAR, ${term.name.zh}, ${term.name.en})`,
    );
    const looked = placed.flatMap(({ no, term }) =>
      measuresOf(term, report_kind).map((measure, at) => sql`(${literal(no)}, ${measure}, ${literal(at)})`),
    );
    const reach = placed.flatMap(({ no, term }) =>
      (term.code === null ? within(term.item) : []).map((part) => sql`(${literal(no)}, ${part})`),
    );
    const divides = denominator !== null;
    return sql`
    WITH term (no, side, sign, item, code, name_zh, name_en) AS (${rows(asked)}
    ), looked (no, measure, position) AS (${rows(looked)}
    ), reach (no, part) AS (${reach.length === 0 ? sql`SELECT 0, '' WHERE false` : rows(reach)}
    ), best AS (
      SELECT term.no, input.report_id, input.value, input.lo, input.hi, input.contradicted, input.fact_id,
        input.fact_ids, input.measure
      FROM input
      JOIN term ON term.item = input.item AND coalesce(term.code, '') = coalesce(input.code, '')
      JOIN looked ON looked.no = term.no AND looked.measure = input.measure
      WHERE input.report_kind = ${report_kind}
      QUALIFY row_number() OVER (PARTITION BY input.report_id, term.no ORDER BY input.value IS NULL, looked.position) = 1
    ), taken AS (
      SELECT best.report_id, best.no, sum(adjustment.amount_wan) AS amount,
        sum(coalesce(printed.precision * 0.5, 0)) AS half_unit,
        string_agg(adjustment.label_zh, '、' ORDER BY adjustment.adjustment_id) AS out_zh,
        string_agg(adjustment.label_en, ', ' ORDER BY adjustment.adjustment_id) AS out_en
      FROM best
      JOIN reach ON reach.no = best.no
      JOIN adjustment ON adjustment.report_id = best.report_id AND adjustment.item = reach.part
        AND adjustment.measure = best.measure
      LEFT JOIN (${PRINTED_ADJUSTMENTS}
      ) AS printed ON printed.report_id = adjustment.report_id AND printed.adjustment_id = adjustment.adjustment_id
      GROUP BY best.report_id, best.no
    ), fed AS (
      SELECT report.report_id, basis.basis, term.*, best.fact_id, best.fact_ids, best.contradicted, best.measure,
        term.sign * (best.value - CASE basis.basis WHEN 'comparable' THEN coalesce(taken.amount, 0) ELSE 0 END) AS value,
        term.sign * (CASE WHEN term.sign > 0 THEN best.lo ELSE best.hi END
          - CASE basis.basis WHEN 'comparable' THEN coalesce(taken.amount + term.sign * taken.half_unit, 0) ELSE 0 END)
          AS lo,
        term.sign * (CASE WHEN term.sign > 0 THEN best.hi ELSE best.lo END
          - CASE basis.basis WHEN 'comparable' THEN coalesce(taken.amount - term.sign * taken.half_unit, 0) ELSE 0 END)
          AS hi,
        CASE basis.basis WHEN 'comparable' THEN taken.out_zh END AS out_zh,
        CASE basis.basis WHEN 'comparable' THEN taken.out_en END AS out_en
      FROM report
      CROSS JOIN term
      CROSS JOIN (VALUES ('reported'), ('comparable')) AS basis (basis)
      LEFT JOIN best ON best.report_id = report.report_id AND best.no = term.no
      LEFT JOIN taken ON taken.report_id = report.report_id AND taken.no = term.no
      WHERE report.report_kind = ${report_kind}
    ), summed AS (
      SELECT report_id, basis, side,
        CASE WHEN count(value) = count(*) THEN sum(value) END AS value,
        CASE WHEN count(value) = count(*) THEN sum(lo) END AS lo,
        CASE WHEN count(value) = count(*) THEN sum(hi) END AS hi,
        count(fact_id) = count(*) AS printed,
        coalesce(bool_or(contradicted), false) AS doubtful,
        first(fact_id ORDER BY no) AS fact_id,
        flatten(list(coalesce(fact_ids, []::VARCHAR[]) ORDER BY no)) AS fact_ids,
        string_agg(measure, ',' ORDER BY no) AS measure,
        string_agg(name_zh, '、' ORDER BY no) FILTER (fact_id IS NULL) AS missing_zh,
        string_agg(name_en, ', ' ORDER BY no) FILTER (fact_id IS NULL) AS missing_en,
        string_agg(out_zh, '、' ORDER BY no) AS out_zh,
        string_agg(out_en, ', ' ORDER BY no) AS out_en
      FROM fed
      GROUP BY report_id, basis, side
    ), joined AS (
      SELECT report.report_id, report.agency_id, report.fiscal_year, report.report_kind, upper_side.basis,
        staff.denominator, upper_side.value AS upper_value, upper_side.lo AS upper_lo, upper_side.hi AS upper_hi,
        upper_side.printed AS upper_printed, upper_side.doubtful AS upper_doubtful,
        upper_side.fact_id AS upper_fact_id, upper_side.fact_ids AS upper_fact_ids, upper_side.measure AS upper_measure,
        coalesce(lower_side.value, staff.value) AS lower_value, coalesce(lower_side.lo, staff.lo) AS lower_lo,
        coalesce(lower_side.hi, staff.hi) AS lower_hi,
        coalesce(lower_side.printed, staff.value IS NOT NULL) AS lower_printed,
        coalesce(lower_side.doubtful, staff.status = 'contradicted', false) AS lower_doubtful,
        coalesce(lower_side.fact_id, staff.fact_ids[1]) AS lower_fact_id,
        coalesce(lower_side.fact_ids, staff.fact_ids, []::VARCHAR[]) AS lower_fact_ids,
        lower_side.measure AS lower_measure, staff.status AS staff_status, staff.bias AS staff_bias,
        staff.note_zh AS staff_zh, staff.note_en AS staff_en,
        upper_side.missing_zh AS upper_missing_zh, upper_side.missing_en AS upper_missing_en,
        lower_side.missing_zh AS lower_missing_zh, lower_side.missing_en AS lower_missing_en,
        nullif(concat_ws('、', upper_side.out_zh, lower_side.out_zh), '') AS out_zh,
        nullif(concat_ws(', ', upper_side.out_en, lower_side.out_en), '') AS out_en
      FROM report
      JOIN summed AS upper_side ON upper_side.report_id = report.report_id AND upper_side.side = 'upper'
      LEFT JOIN summed AS lower_side ON lower_side.report_id = report.report_id AND lower_side.basis = upper_side.basis
        AND lower_side.side = 'lower'
      LEFT JOIN staff_denominator AS staff
        ON staff.report_id = ${byStaff ? sql`report.report_id` : sql`NULL::VARCHAR`}
    ), ruled AS (
      SELECT *, CASE
          WHEN NOT upper_printed OR (${literalBoolean(divides)} AND NOT lower_printed) THEN 'undisclosed'
          WHEN upper_value IS NULL OR (${literalBoolean(divides)} AND lower_value IS NULL) THEN 'empty_table_declared'
          WHEN ${literalBoolean(divides)} AND lower_value = 0 THEN 'undefined'
          WHEN staff_status = 'borrowed' THEN 'borrowed'
          WHEN upper_doubtful OR lower_doubtful THEN 'contradicted'
          WHEN upper_value = 0 THEN 'stated_zero'
          ELSE 'ok' END AS status
      FROM joined
    ), valued AS (
      SELECT report_id, agency_id, fiscal_year, report_kind, ${metric_id}::VARCHAR AS metric_id, basis, denominator,
        status IN ('ok', 'stated_zero', 'borrowed', 'contradicted') AS computable,
        upper_value::DOUBLE AS numerator, ${divides ? sql`lower_value::DOUBLE` : sql`NULL::DOUBLE`} AS denominator_value,
        status, CASE WHEN status = 'borrowed' THEN staff_bias END AS bias,
        nullif(concat_ws('；',
          CASE WHEN upper_printed AND out_zh IS NOT NULL THEN '已剔除过手资金：' || out_zh END,
          CASE WHEN status = 'undefined'
            THEN CASE WHEN upper_value = 0 THEN '0 ÷ 0，不可算' ELSE '基数为 0，不可算' END END,
          CASE WHEN status = 'empty_table_declared' THEN '报表为空，报告声明无此项收支' END,
          '未披露：' || nullif(concat_ws('、', upper_missing_zh, lower_missing_zh), ''),
          staff_zh,
          CASE WHEN upper_doubtful THEN '分子存疑，见核查' END,
          CASE WHEN lower_doubtful AND staff_status IS NULL THEN '分母存疑，见核查' END), '') AS note_zh,
        nullif(concat_ws('; ',
          CASE WHEN upper_printed AND out_en IS NOT NULL THEN 'pass-through money taken out: ' || out_en END,
          CASE WHEN status = 'undefined'
            THEN CASE WHEN upper_value = 0 THEN '0 ÷ 0 is not a rate' ELSE 'the base is 0' END END,
          CASE WHEN status = 'empty_table_declared' THEN 'the table is empty and declared to be so' END,
          'not disclosed: ' || nullif(concat_ws(', ', upper_missing_en, lower_missing_en), ''),
          staff_en,
          CASE WHEN upper_doubtful THEN 'the numerator is in doubt, see the audit' END,
          CASE WHEN lower_doubtful AND staff_status IS NULL THEN 'the denominator is in doubt, see the audit' END), '')
          AS note_en,
        list_concat(upper_fact_ids, lower_fact_ids) AS fact_ids,
        upper_fact_id AS numerator_fact_id, lower_fact_id AS denominator_fact_id,
        upper_measure AS numerator_measure, lower_measure AS denominator_measure,
        upper_lo::DOUBLE AS numerator_lo, upper_hi::DOUBLE AS numerator_hi, lower_lo::DOUBLE AS denominator_lo,
        lower_hi::DOUBLE AS denominator_hi
      FROM ruled
    ), computed AS (
      SELECT report_id, agency_id, fiscal_year, report_kind, metric_id, basis, denominator,
        CASE WHEN computable THEN ${divides ? sql`${literal(factor)} * numerator / nullif(denominator_value, 0)` : sql`numerator`} END AS value,
        CASE WHEN computable THEN ${
          divides
            ? sql`${literal(factor)} * numerator_lo / CASE WHEN numerator_lo < 0 THEN nullif(denominator_lo, 0) ELSE denominator_hi END`
            : sql`numerator_lo`
        } END AS lo,
        CASE WHEN computable THEN ${
          divides
            ? sql`CASE WHEN denominator_lo > 0 THEN ${literal(factor)} * numerator_hi / CASE WHEN numerator_hi < 0 THEN denominator_hi ELSE denominator_lo END END`
            : sql`numerator_hi`
        } END AS hi,
        numerator, denominator_value, status, bias, note_zh, note_en, fact_ids, numerator_fact_id, denominator_fact_id,
        numerator_measure, denominator_measure, numerator_lo, numerator_hi, denominator_lo, denominator_hi
      FROM valued
    )${withPlaces(sql`computed`)}
    ORDER BY value.basis, value.denominator, value.agency_id, value.fiscal_year, value.report_kind`;
  },
});
