import { containing, ITEMS } from "../../domain/items.ts";
import { sql } from "../sql.ts";
import { valueList } from "./value-list.ts";
import { col, defineView } from "./view.ts";

export interface AdjustmentEffectRow {
  report_id: string;
  metric_group: string;
  side: string;
  measure: string;
  item: string;
  amount: number;
  half_unit: number;
  label_zh: string;
  label_en: string;
  fact_ids: string[];
}

/** Each item with itself and every item that contains it. */
const reach = valueList(
  { part: "VARCHAR", item: "VARCHAR" },
  ITEMS.flatMap(({ id }) => [id, ...containing(id)].map((container) => [id, container])),
);

/** Pass-through items whose amount was read as a figure: the fact, and a unit of its last printed digit. */
export const PRINTED_ADJUSTMENTS = sql`
      SELECT adjustment.report_id, adjustment_id, min(fact_id) AS fact_id, min(precision) AS precision
      FROM adjustment
      JOIN fact ON fact.report_id = adjustment.report_id AND fact.source_line = adjustment.source_line
        AND fact.value = adjustment.amount_wan AND fact.unit = '万元'
      GROUP BY adjustment.report_id, adjustment_id`;

/** 21,000 for 21000.000000, -0.5 for -0.500000: an amount as screens print it, without idle zeros. */
const PRINTED = sql`CASE WHEN adjustment.amount_wan < 0 THEN '-' ELSE '' END
          || format('{:,}', trunc(abs(adjustment.amount_wan))::BIGINT)
          || rtrim(rtrim(right(adjustment.amount_wan::VARCHAR, 7), '0'), '.')`;

/** A pass-through item is part of its item and of all that contain it, in each metric group it names. */
export const adjustmentEffectView = defineView<AdjustmentEffectRow>({
  name: "adjustment_effect",
  zh: "过手资金的作用",
  en: "Where each pass-through item is taken out",
  stored: true,
  columns: {
    report_id: col("VARCHAR", "报告标识", "Report id"),
    metric_group: col("VARCHAR", "指标组", "Metric group"),
    side: col("VARCHAR", "作用于", "numerator or denominator"),
    measure: col("VARCHAR", "数字性质", "Measure it is taken out of"),
    item: col("VARCHAR", "项目", "Item it is taken out of"),
    amount: col("DECIMAL(18,6)", "金额", "Sum taken out, 万元"),
    half_unit: col("DECIMAL(18,6)", "半个尾数", "Half a unit of the last printed digit, summed"),
    label_zh: col("VARCHAR", "名称（中）", "Names and amounts in Chinese"),
    label_en: col("VARCHAR", "名称（英）", "Names and amounts in English"),
    fact_ids: col("VARCHAR[]", "事实", "Facts that print the amounts"),
  },
  sql: sql`
    WITH reach AS (${reach}
    ), printed AS (
${PRINTED_ADJUSTMENTS}
    ), spread AS (
      SELECT adjustment.report_id, adjustment.adjustment_id,
        unnest(string_split(adjustment.metric_groups, ',')) AS metric_group,
        sides.taken AS side, adjustment.measure, adjustment.item, adjustment.amount_wan,
        adjustment.label_zh || ' ' || ${PRINTED} || ' 万元' AS label_zh,
        adjustment.label_en || ' ' || ${PRINTED} || ' ¥10k' AS label_en
      FROM adjustment
      JOIN (VALUES ('numerator', 'numerator'), ('denominator', 'denominator'), ('both', 'numerator'), ('both', 'denominator'))
        AS sides (side, taken) ON sides.side = adjustment.side
    )
    SELECT spread.report_id, trim(spread.metric_group) AS metric_group, spread.side, spread.measure, reach.item,
      sum(spread.amount_wan)::DECIMAL(18,6) AS amount,
      sum(coalesce(printed.precision, 0) * 0.5)::DECIMAL(18,6) AS half_unit,
      string_agg(spread.label_zh, '、' ORDER BY spread.adjustment_id) AS label_zh,
      string_agg(spread.label_en, ', ' ORDER BY spread.adjustment_id) AS label_en,
      coalesce(list(printed.fact_id ORDER BY spread.adjustment_id) FILTER (printed.fact_id IS NOT NULL),
        []::VARCHAR[]) AS fact_ids
    FROM spread
    JOIN reach ON reach.part = spread.item
    LEFT JOIN printed ON printed.report_id = spread.report_id AND printed.adjustment_id = spread.adjustment_id
    GROUP BY spread.report_id, trim(spread.metric_group), spread.side, spread.measure, reach.item`,
});
