import { Format } from "../../i18n/format.ts";
import * as m from "../../i18n/generated/messages.js";
import type { Locale } from "../../i18n/locale.ts";
import { inLocale } from "../../i18n/locale.ts";
import type { FindingEvidenceRow, FindingsRow, RulesRow } from "../../model/queries/index.ts";
import { evidenceOf, excerptOf } from "./evidence.ts";
import type { EvidenceLine } from "./evidence.ts";
import { countSeverities } from "./finding-filter.ts";
import { statementName } from "../../ui/statement-name.ts";
import { SEVERITIES, numbersOf } from "./words.ts";
import { severityName } from "../../ui/severity-name.ts";

/** What a letter to one agency is written from. */
export interface LetterParts {
  /** Findings of one agency's reports, of one or several of them. */
  readonly findings: readonly FindingsRow[];
  /** The printed lines of these findings. */
  readonly evidence: readonly FindingEvidenceRow[];
  readonly rules: readonly RulesRow[];
  /** Titles by report id, as printed. */
  readonly titles: ReadonlyMap<string, string>;
  /** Of the data; null: unknown. */
  readonly fingerprint: string | null;
}

/** Lines of one finding that are quoted; further ones are named by number. */
const QUOTED = 4;

/**
 * A letter that asks an agency to verify its figures, as Markdown: Chinese, then the same in
 * English. Every finding is an item to tick, with the printed lines it rests on and their numbers.
 */
export function agencyLetter(parts: LetterParts): string {
  return [...letterIn("zh", parts), "", "---", "", ...letterIn("en", parts)].join("\n") + "\n";
}

function letterIn(locale: Locale, parts: LetterParts): string[] {
  const { findings, fingerprint } = parts;
  const [first] = findings;
  const counts = countSeverities(findings);
  const agency = first === undefined ? "" : escaped(locale === "en" ? englishName(first) : first.agency_name);
  const reports = [...new Set(findings.map((finding) => finding.report_id))];
  return [
    `# ${m.audit_letter_title({}, { locale })}`,
    "",
    m.audit_letter_to({ agency }, { locale }),
    "",
    m.audit_letter_opening(
      {
        rules: parts.rules.length,
        count: findings.length,
        errors: counts.error,
        warnings: counts.warning,
        rounding: counts.rounding,
        infos: counts.info,
      },
      { locale },
    ),
    "",
    m.audit_letter_lines({}, { locale }),
    ...reports.flatMap((report) => reportPart(locale, parts, report)),
    "",
    fingerprint === null
      ? m.audit_letter_no_fingerprint({}, { locale })
      : m.audit_letter_fingerprint({ fingerprint }, { locale }),
  ];
}

function englishName(finding: FindingsRow): string {
  return finding.name_en === null ? finding.agency_name : `${finding.name_en} (${finding.agency_name})`;
}

function reportPart(locale: Locale, parts: LetterParts, report: string): string[] {
  const own = parts.findings.filter((finding) => finding.report_id === report);
  const [first] = own;
  if (first === undefined) return [];
  const kind =
    first.report_kind === "final" ? m.audit_letter_final({}, { locale }) : m.audit_letter_budget({}, { locale });
  const title = escaped(parts.titles.get(report) ?? report);
  let number = 0;
  return [
    "",
    `## ${m.audit_letter_report({ title, year: first.fiscal_year, kind }, { locale })}`,
    ...SEVERITIES.flatMap((severity) => {
      const grave = own.filter((finding) => finding.severity === severity);
      if (grave.length === 0) return [];
      const name = severityName(severity, locale);
      return [
        "",
        `### ${m.audit_letter_section({ severity: name, count: grave.length }, { locale })}`,
        "",
        ...grave.flatMap((finding) => {
          number += 1;
          return item(locale, parts, finding, number);
        }),
      ];
    }),
  ];
}

function item(locale: Locale, parts: LetterParts, finding: FindingsRow, number: number): string[] {
  const format = new Format({ locale, moneyUnit: "wan" });
  const rows = parts.evidence.filter((row) => row.finding_id === finding.finding_id);
  const { questioned, witnesses } = evidenceOf(rows, finding.witnesses !== null, finding.message_zh);
  const lines = [...(questioned === null ? [] : [questioned]), ...witnesses];
  const rule = parts.rules.find((one) => one.rule_id === finding.rule_id);
  const numbers = numbersOf(finding, format);
  const details = [
    ...(numbers === null ? [] : [m.audit_letter_figures(numbers, { locale })]),
    ...(numbers === null || finding.witnesses === null
      ? []
      : [m.audit_letter_likeliest({ witnesses: finding.witnesses, expected: numbers.expected }, { locale })]),
    ...lines.slice(0, QUOTED).map((line) => quote(locale, parts, finding, line)),
    ...(lines.length > QUOTED
      ? [
          m.audit_letter_quotes_more(
            {
              lines: lines
                .slice(QUOTED)
                .map((line) => line.line)
                .join(m.audit_letter_joiner({}, { locale })),
            },
            { locale },
          ),
        ]
      : []),
    ...(rule === undefined
      ? []
      : [
          m.audit_letter_rule(
            {
              statement: escaped(inLocale(locale, { zh: rule.statement_zh, en: rule.statement_en })),
              rule: rule.rule_id,
            },
            { locale },
          ),
        ]),
    m.audit_letter_reply({}, { locale }),
  ];
  const message = escaped(inLocale(locale, { zh: finding.message_zh, en: finding.message_en }));
  return [`- [ ] **${number}.** ${message}`, ...details.map((detail) => `  - ${detail}`)];
}

function quote(locale: Locale, parts: LetterParts, finding: FindingsRow, line: EvidenceLine): string {
  const text = excerptOf(line)
    .map((piece) => {
      if (piece.kind === "gap") return "…";
      return piece.kind === "text" ? plain(piece.text) : `**${plain(piece.text)}**`;
    })
    .join("")
    .trim();
  if (line.statement === null) return m.audit_letter_quote_line({ line: line.line, text }, { locale });
  const place = { line: line.line, statement: statementName(line.statement, locale), text };
  if (line.report.report_id === finding.report_id) return m.audit_letter_quote(place, { locale });
  const title = escaped(parts.titles.get(line.report.report_id) ?? line.title);
  return m.audit_letter_quote_other({ ...place, title }, { locale });
}

/** A stretch of a printed line: the tabs between cells are shown as bars, so that a row stays readable. */
function plain(text: string): string {
  return escaped(text).replace(/\t+/g, " ｜ ");
}

/** Text that Markdown leaves as it is. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, (character) => `\\${character}`).replace(/[\r\n]+/g, " ");
}
