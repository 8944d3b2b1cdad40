import type { FactRow } from "../../domain/records.ts";
import { cell, said } from "../cases.ts";
import { HELD } from "../check.ts";
import { placeOf } from "../describe.ts";
import type { Ledger } from "../ledger.ts";
import type { Bilingual, Check, Rule } from "../types.ts";

/** What a report tells of its own year and may tell of another beside it. */
const TOLD = /^(?:income|balance|expenditure|three_public|procurement|asset)\./;
/** Figures of fewer digits may well be the same two years running: told at the beginning of a sentence they are a hint. */
const LEAST_DIGITS = 4;
const UNCHANGED = /持平|相同|一致|不变|无变化|没有变化|未变|无增减/;
/** Words before a figure that make another year of it on purpose. */
const ON_PURPOSE = /上年|去年|年初|年末|同期|相比|比较|截至|截止|[与比较同]20/;

export const toldYear: Rule = {
  id: "told-year",
  category: "year",
  severity: "error",
  holds: {
    zh: "文字把报告年度的数字述为报告年度的，不述为他年的。",
    en: "The text tells the report's own figures of the report's own year and not of another.",
  },
  inputs: { zh: "述及他年数字的文字", en: "Words that tell a figure of another year" },
  message: {
    zh: "第{line}行把「{what}」{stated}述为 {printedYear} 年的数，而本报告为 {year} 年度：{how}，年度恐未更新。",
    en: "Line {line}: “{what}” {stated} is told of {printedYear} in a report on {year}: {how}; the year was probably not brought up to date.",
  },
  check(ledger): readonly Check[] {
    const checks: Check[] = [];
    let line = -1;
    for (const fact of ledger.told) {
      if (fact.fiscal_year === ledger.year || fact.item === null || fact.measure.startsWith("change")) continue;
      if (!TOLD.test(fact.item) || fact.unit !== "万元" || fact.source_line === line) continue;
      const how = isOwn(ledger, fact) ?? isAlone(ledger, fact);
      if (how === null) {
        checks.push(HELD);
        continue;
      }
      // The figures of one sentence have one year.
      line = fact.source_line;
      checks.push({
        verdict: "failed",
        facts: how.witness === null ? [fact] : [fact, how.witness],
        stated: null,
        expected: null,
        unit: null,
        fill: { printedYear: `${fact.fiscal_year}`, year: `${ledger.year}`, how: how.text },
        ...(how.isHint ? { severity: "warning" as const } : {}),
      });
    }
    return checks;
  },
  cases: [
    {
      name: "last year's figure beside this year's",
      expect: "passed",
      facts: [
        cell("expenditure", "expenditure.total", "1669.66"),
        said("expenditure.total", "1402.33", { fiscal_year: 2029, measure: "prior_final" }),
      ],
    },
    {
      name: "this year's figure under an older year",
      expect: "failed",
      facts: [
        cell("expenditure", "expenditure.total", "1669.66"),
        said("expenditure.total", "1669.66", { fiscal_year: 2029, measure: "prior_final" }),
      ],
      lines: ["本年支出合计 1669.66", "2029年度支出合计1669.66万元，其中：基本支出900.00万元。"],
      message:
        "第2行把「本年支出合计」1669.66万元述为 2029 年的数，而本报告为 2030 年度：《支出表》第1行本年同一数字相同，年度恐未更新。",
    },
    {
      name: "the only figure of its kind is of an older year",
      expect: "failed",
      severity: "warning",
      facts: [
        said("procurement.total", "33.13", {
          fiscal_year: 2028,
          measure: "prior_final",
          source_from: 15,
          label: "政府采购支出总额",
        }),
      ],
      lines: ["2028年度，政府采购支出总额33.13万元。"],
      message:
        "第1行把「政府采购支出总额」33.13万元述为 2028 年的数，而本报告为 2030 年度：报告没有本年的该项数字，年度恐未更新。",
    },
    {
      name: "a figure of few digits at the beginning of a sentence",
      expect: "failed",
      severity: "warning",
      facts: [
        cell("three_public", "three_public.total", "0.37"),
        said("three_public.total", "0.37", { fiscal_year: 2028, measure: "prior_final", source_from: 12 }),
      ],
      lines: ["合计 0.37", "2028年“三公”经费支出0.37万元，完成预算100%。"],
    },
    {
      name: "the same two years running, and said so",
      expect: "passed",
      facts: [
        cell("expenditure", "expenditure.total", "1669.66"),
        said("expenditure.total", "1669.66", { fiscal_year: 2029, measure: "prior_final" }),
      ],
      lines: ["本年支出合计 1669.66", "2029年度支出合计1669.66万元，与本年持平。"],
    },
    {
      name: "a budget kept from an older year",
      expect: "failed",
      severity: "warning",
      report: { report_kind: "budget" },
      facts: [
        said("expenditure.agency_operating", "61.23", { fiscal_year: 2028, measure: "prior_budget", source_from: 15 }),
      ],
      lines: ["2028年机关运行经费预算61.23万元，比上年增加1.20万元。"],
    },
    {
      name: "a budget tells how the year before went",
      expect: "passed",
      report: { report_kind: "budget" },
      facts: [said("expenditure.total", "61.23", { fiscal_year: 2029, measure: "prior_final", source_from: 12 })],
      lines: ["2029年预算执行支出61.23万元。"],
    },
    {
      name: "only the report's own year is told",
      expect: "not_checkable",
      facts: [said("expenditure.total", "1669.66")],
    },
  ],
};

/** Why a figure is told of a wrong year, and where the same stands rightly. */
interface Reason {
  readonly text: Bilingual;
  readonly witness: FactRow | null;
  readonly isHint: boolean;
}

/** The same figure stands elsewhere as this year's. */
function isOwn(ledger: Ledger, fact: FactRow): Reason | null {
  const digits = fact.value_text.replace(/\D/g, "").replace(/^0+|0+$/g, "").length;
  if (digits === 0 || (digits < LEAST_DIGITS && !beginsWithIts(ledger, fact))) return null;
  const same = ledger.among(fact.item ?? "", fact.code).filter(({ value }) => value === fact.value);
  const witness = same.find(
    (other) =>
      other.fiscal_year === ledger.year && other.measure === ledger.own && other.source_line !== fact.source_line,
  );
  const isPrinted = same.some((other) => other.origin === "table" && other.fiscal_year === fact.fiscal_year);
  if (witness === undefined || isPrinted || UNCHANGED.test(ledger.text(fact.source_line))) return null;
  return { text: placeText(witness), witness, isHint: digits < LEAST_DIGITS };
}

function placeText(witness: FactRow): Bilingual {
  const { zh, en } = placeOf(witness);
  return { zh: `${zh}本年同一数字相同`, en: `${en} prints the same for this year` };
}

/** The report tells nothing of the kind for its own year, and the sentence begins with the other year. */
function isAlone(ledger: Ledger, fact: FactRow): Reason | null {
  if (!beginsWithIts(ledger, fact)) return null;
  const own = ledger
    .among(fact.item ?? "", fact.code)
    .some((other) => other.fiscal_year === ledger.year && other.measure === ledger.own);
  if (own) return null;
  return {
    text: { zh: "报告没有本年的该项数字", en: "the report has no such figure of this year" },
    witness: null,
    isHint: true,
  };
}

/** Whether a line begins with a figure and its year, not this one, and not to compare it: «2028年度，政府采购支出总额». */
function beginsWithIts(ledger: Ledger, { source_line, source_from, fiscal_year }: FactRow): boolean {
  if (source_from > LONGEST_BEGINNING) return false;
  const text = ledger.text(source_line);
  const before = text.slice(0, source_from);
  // A budget also tells how the year before went.
  if (ledger.report.report_kind === "budget" && (!before.includes("预算") || REVIEWS.test(text))) return false;
  return before.includes(`${fiscal_year}`) && !before.includes(`${ledger.year}`) && !ON_PURPOSE.test(before);
}

const LONGEST_BEGINNING = 50;
const REVIEWS = /执行|决算|完成|调整/;
