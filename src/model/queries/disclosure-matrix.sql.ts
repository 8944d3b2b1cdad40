import { join, literal, sql } from "../sql.ts";
import type { Sql } from "../sql.ts";
import { defineQuery, REPORT_COLUMNS, REPORT_FIELDS } from "./query.ts";
import type { NoParams, ReportFields } from "./query.ts";

/** A thing that a report may disclose, and the facts that count as disclosing it. */
interface Topic {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Condition over a row of `fact`. */
  readonly when: Sql;
}

/** In the order of the matrix’s columns. */
export const DISCLOSURE_TOPICS = [
  {
    id: "summary",
    zh: "收支总表",
    en: "Income and expenditure",
    when: sql`item IN ('income.total', 'expenditure.total', 'income.grand_total', 'expenditure.grand_total')`,
  },
  {
    id: "economic_classes",
    zh: "经济分类",
    en: "Economic classes",
    when: sql`item = 'expenditure.economic' AND length(code) = 5`,
  },
  {
    id: "three_public",
    zh: "“三公”明细",
    en: "Three-public detail",
    when: sql`starts_with(item, 'three_public.') AND item <> 'three_public.total'`,
  },
  {
    id: "reception_counts",
    zh: "批次人次",
    en: "Visits and visitors",
    when: sql`item IN ('reception.visits', 'reception.visitors')`,
  },
  { id: "in_service", zh: "在职人数", en: "Staff in service", when: sql`item = 'headcount.in_service'` },
  { id: "temporary", zh: "编外人数", en: "Temporary staff", when: sql`item = 'headcount.temporary'` },
  { id: "initial_budget", zh: "年初预算", en: "Initial budget", when: sql`measure = 'initial_budget'` },
  { id: "procurement", zh: "政府采购", en: "Procurement", when: sql`starts_with(item, 'procurement.')` },
  {
    id: "assets",
    zh: "资产",
    en: "Assets",
    when: sql`starts_with(item, 'asset.') OR starts_with(item, 'equipment.') OR item = 'vehicles.owned'`,
  },
  {
    id: "performance",
    zh: "绩效指标",
    en: "Performance",
    when: sql`item IN ('project', 'project.indicator', 'performance.self_score') AND measure IN ('score', 'actual', 'executed', 'target')`,
  },
] as const satisfies readonly Topic[];

export type DisclosureTopicId = (typeof DISCLOSURE_TOPICS)[number]["id"];
export type DisclosureState = "table" | "narrative" | "contradicted" | "absent";

/** One row per report and topic; ten topics, also where nothing is disclosed. */
export interface DisclosureMatrixRow extends ReportFields {
  topic: DisclosureTopicId;
  topic_zh: string;
  topic_en: string;
  /** `contradicted` when a finding of severity error touches a figure of the topic. */
  state: DisclosureState;
  /** Figures of the topic. */
  facts: number;
  /** Where to jump to: the doubtful figure, else the first one; null when absent. */
  fact_id: string | null;
  source_line: number | null;
}

const topics = join(
  DISCLOSURE_TOPICS.map(
    (topic, position) => sql`(${literal(position)}, ${literal(topic.id)}, ${literal(topic.zh)}, ${literal(topic.en)})`,
  ),
  ", ",
);

/** The topics that a row of `fact` belongs to, null for each that it does not. */
const memberships = join(
  DISCLOSURE_TOPICS.map((topic) => sql`CASE WHEN ${topic.when} THEN ${literal(topic.id)} END`),
  ",\n          ",
);

export const disclosureMatrix = defineQuery<NoParams, DisclosureMatrixRow>({
  name: "disclosure-matrix",
  columns: {
    ...REPORT_COLUMNS,
    topic: "VARCHAR",
    topic_zh: "VARCHAR",
    topic_en: "VARCHAR",
    state: "VARCHAR",
    facts: "INTEGER",
    fact_id: "VARCHAR",
    source_line: "INTEGER",
  },
  sql: () => sql`
    WITH topic (position, topic, topic_zh, topic_en) AS (VALUES ${topics}),
    member AS (
      SELECT fact.report_id, fact.fact_id, fact.origin, fact.source_line, fact.source_from,
        unnest([
          ${memberships}
        ]) AS topic
      FROM fact
      JOIN report AS owner USING (report_id)
      WHERE fact.value IS NOT NULL AND fact.fiscal_year = owner.fiscal_year
    ), hit AS (
      SELECT report_id, topic, count(*) AS facts, bool_or(origin = 'table') AS in_table,
        bool_or(doubtful.fact_id IS NOT NULL) AS is_doubtful,
        arg_min(member.fact_id, (doubtful.fact_id IS NULL, origin <> 'table', source_line, source_from)) AS fact_id,
        arg_min(source_line, (doubtful.fact_id IS NULL, origin <> 'table', source_line, source_from)) AS source_line
      FROM member
      LEFT JOIN (SELECT DISTINCT fact_id FROM doubt) AS doubtful ON doubtful.fact_id = member.fact_id
      WHERE topic IS NOT NULL
      GROUP BY report_id, topic
    )
    SELECT ${REPORT_FIELDS}, topic.topic, topic.topic_zh, topic.topic_en,
      CASE WHEN hit.facts IS NULL THEN 'absent' WHEN hit.is_doubtful THEN 'contradicted'
        WHEN hit.in_table THEN 'table' ELSE 'narrative' END AS state,
      coalesce(hit.facts, 0)::INTEGER AS facts, hit.fact_id, hit.source_line
    FROM report
    JOIN agency USING (agency_id)
    CROSS JOIN topic
    LEFT JOIN hit ON hit.report_id = report.report_id AND hit.topic = topic.topic
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, topic.position`,
});
