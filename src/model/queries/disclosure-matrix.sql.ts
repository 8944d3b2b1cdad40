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
    when: sql`starts_with(item, 'three_public.') AND (item <> 'three_public.total' OR value IS NULL)`,
  },
  {
    id: "reception_counts",
    zh: "批次人次",
    en: "Visits and visitors",
    when: sql`item IN ('reception.visits', 'reception.visitors')`,
  },
  {
    id: "government_fund",
    zh: "政府性基金",
    en: "Government fund",
    // The fund's own table and sentences, not its line in a summary.
    when: sql`statement = 'government_fund'
      OR (origin <> 'table' AND item IN ('income.government_fund', 'expenditure.government_fund'))`,
  },
  {
    id: "state_capital",
    zh: "国有资本经营",
    en: "State capital",
    // The fund's own table and sentences, not its line in a summary.
    when: sql`statement = 'state_capital'
      OR (origin <> 'table' AND item IN ('income.state_capital', 'expenditure.state_capital'))`,
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
/**
 * `declared`: a table is printed without figures and the report says why; `hollow`: it is printed
 * without figures and nothing says why.
 */
export type DisclosureState = "table" | "narrative" | "contradicted" | "declared" | "hollow" | "absent";

/** One row per report and topic, also where nothing is disclosed. */
export interface DisclosureMatrixRow extends ReportFields {
  topic: DisclosureTopicId;
  topic_zh: string;
  topic_en: string;
  /** `contradicted` when a finding of severity error touches a figure of the topic. */
  state: DisclosureState;
  /** Figures of the topic. */
  facts: number;
  /** Where to jump to: the doubtful figure, else the first one, else the empty table; null when absent. */
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
      SELECT fact.report_id, fact.fact_id, fact.origin, fact.statement, fact.item, fact.value, fact.source_line,
        fact.source_from,
        unnest([
          ${memberships}
        ]) AS topic
      FROM fact
      JOIN report AS owner USING (report_id)
      WHERE fact.fiscal_year = owner.fiscal_year
    ), undeclared AS (
      SELECT report_id, unnest(source_lines) AS source_line FROM finding WHERE rule_id = 'missing-declaration'
    ), explained AS (
      SELECT DISTINCT report_id, statement, item FROM reason
    ), hit AS (
      SELECT member.report_id, topic, count(member.value) AS facts,
        coalesce(bool_or(origin = 'table') FILTER (member.value IS NOT NULL), false) AS in_table,
        bool_or(doubtful.fact_id IS NOT NULL) AS is_doubtful,
        bool_or(explained.item IS NOT NULL OR (topic IN ('government_fund', 'state_capital')
          AND undeclared.source_line IS NULL)) AS is_declared,
        arg_min(member.fact_id, (doubtful.fact_id IS NULL, member.value IS NULL, origin <> 'table',
          member.source_line, source_from)) AS fact_id,
        arg_min(member.source_line, (doubtful.fact_id IS NULL, member.value IS NULL, origin <> 'table',
          member.source_line, source_from)) AS source_line
      FROM member
      LEFT JOIN (SELECT DISTINCT fact_id FROM doubt) AS doubtful ON doubtful.fact_id = member.fact_id
      LEFT JOIN undeclared ON undeclared.report_id = member.report_id AND undeclared.source_line = member.source_line
      LEFT JOIN explained ON explained.report_id = member.report_id AND explained.statement = member.statement
        AND explained.item = member.item
      WHERE topic IS NOT NULL
      GROUP BY member.report_id, topic
    )
    SELECT ${REPORT_FIELDS}, topic.topic, topic.topic_zh, topic.topic_en,
      CASE WHEN hit.facts IS NULL THEN 'absent' WHEN hit.is_doubtful THEN 'contradicted'
        WHEN hit.in_table THEN 'table' WHEN hit.facts > 0 THEN 'narrative'
        WHEN hit.is_declared THEN 'declared' ELSE 'hollow' END AS state,
      coalesce(hit.facts, 0)::INTEGER AS facts, hit.fact_id, hit.source_line
    FROM report
    JOIN agency USING (agency_id)
    CROSS JOIN topic
    LEFT JOIN hit ON hit.report_id = report.report_id AND hit.topic = topic.topic
    ORDER BY report.agency_id, report.fiscal_year, report.report_kind, topic.position`,
});
