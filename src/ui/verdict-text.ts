import type {
  Difference,
  DifferenceKind,
  PairVerdict,
  Verdict as VerdictName,
  VerdictSummary,
} from "../compare/index.ts";
import * as m from "../i18n/generated/messages.js";
import type { Locale } from "../i18n/locale.ts";

/** Names joined as the language does. */
export function list(parts: readonly string[], locale: Locale): string {
  return parts.join(locale === "zh" ? "、" : ", ");
}

export function verdictName(verdict: VerdictName): string {
  return {
    comparable: m.compare_verdict_comparable,
    conditional: m.compare_verdict_conditional,
    not_comparable: m.compare_verdict_not_comparable,
  }[verdict]();
}

/** The differences of a pair in words, those that block first. @param names of the two, in the order compared. */
export function differenceTexts(verdict: PairVerdict, names: readonly [string, string], locale: Locale): string[] {
  const weight = { blocks: 0, conditions: 1, note: 2 } as const;
  return verdict.differences
    .toSorted((a, b) => weight[a.weight] - weight[b.weight])
    .map((difference) => differenceText(difference, names, locale));
}

function differenceText(difference: Difference, names: readonly [string, string], locale: Locale): string {
  const concerned = (["a", "b"] as const).flatMap((side, index) =>
    difference[side] === null ? [] : [names[index] ?? ""],
  );
  const who = list(concerned, locale);
  switch (difference.kind) {
    case "no_value":
      return m.compare_diff_no_value({ who });
    case "unclear_base":
      return m.compare_diff_unclear_base({ who });
    case "basis":
      return m.compare_diff_basis();
    case "denominator":
      return m.compare_diff_denominator();
    case "definition":
      return m.compare_diff_definition({ a: definitionName(difference.a), b: definitionName(difference.b) });
    case "report_kind":
      return m.compare_diff_report_kind();
    case "year":
      return m.compare_diff_year({ a: difference.a ?? "", b: difference.b ?? "" });
    case "pass_through":
      return m.compare_diff_pass_through({ who });
    case "merger":
      return m.compare_diff_merger({ who });
    case "level":
      return m.compare_diff_level({ a: levelName(difference.a), b: levelName(difference.b) });
    case "scope":
      return m.compare_diff_scope();
    case "borrowed_input":
      return m.compare_diff_borrowed_input({ who });
    case "assumed_input":
      return m.compare_diff_assumed_input({ who });
    case "contradicted_input":
      return m.compare_diff_contradicted_input({ who });
    case "disclosure":
      return m.compare_diff_disclosure({ who: difference.a === "narrative" ? names[0] : names[1] });
    case "precision":
      return m.compare_diff_precision();
  }
}

function definitionName(definition: string | null): string {
  if (definition === "unknown") return m.compare_definition_unknown();
  return definition === "operating" ? m.compare_definition_operating() : m.compare_definition_narrower();
}

export function levelName(level: string | null): string {
  if (level === "province") return m.compare_level_province();
  return level === "prefecture" ? m.compare_level_prefecture() : m.compare_level_county();
}

/** «改用可比口径后为可比», for each choice that helps. */
export function remedyTexts(verdict: PairVerdict): string[] {
  const names = {
    assume_headcount: m.compare_remedy_assume_headcount,
    basis: m.compare_remedy_basis,
    denominator: m.compare_remedy_denominator,
    report_kind: m.compare_remedy_report_kind,
    year: m.compare_remedy_year,
    comparable_basis: m.compare_remedy_comparable_basis,
    level: m.compare_remedy_level,
  };
  return verdict.improvements.map((each) =>
    m.compare_verdict_remedy({ remedy: names[each.remedy](), verdict: verdictName(each.verdict) }),
  );
}

/** Why a value has no rank. */
export function apartText(kind: DifferenceKind): string {
  switch (kind) {
    case "definition":
      return m.compare_apart();
    case "pass_through":
      return m.compare_apart_pass_through();
    case "year":
      return m.compare_apart_year();
    default:
      return m.compare_apart_other();
  }
}

/** «与 3 家：可比 1、有条件可比 2（年度不同 2、级别不同 1）». */
export function verdictSummaryText({ counts, differences }: VerdictSummary, locale: Locale): string {
  const verdicts = (["comparable", "conditional", "not_comparable"] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${verdictName(verdict)} ${String(counts[verdict])}`);
  if (verdicts.length === 0) return m.compare_verdict_none_beside();
  const others = counts.comparable + counts.conditional + counts.not_comparable;
  const said = m.compare_verdict_summary({ others, verdicts: list(verdicts, locale) });
  if (differences.length === 0) return said;
  const kinds = differences.map(({ kind, count }) => `${differenceKindName(kind)} ${String(count)}`);
  return m.compare_verdict_summary_why({ said, why: list(kinds, locale) });
}

function differenceKindName(kind: DifferenceKind): string {
  return {
    no_value: m.compare_kind_no_value,
    unclear_base: m.compare_kind_unclear_base,
    basis: m.compare_diff_basis,
    denominator: m.compare_diff_denominator,
    definition: m.compare_kind_definition,
    report_kind: m.compare_diff_report_kind,
    year: m.compare_kind_year,
    pass_through: m.compare_kind_pass_through,
    merger: m.compare_kind_merger,
    level: m.compare_kind_level,
    scope: m.compare_diff_scope,
    borrowed_input: m.compare_kind_borrowed,
    assumed_input: m.compare_kind_assumed,
    contradicted_input: m.compare_kind_contradicted,
    disclosure: m.compare_kind_disclosure,
    precision: m.compare_diff_precision,
  }[kind]();
}
