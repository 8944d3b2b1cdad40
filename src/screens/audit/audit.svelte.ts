import type { Severity } from "../../domain/records.ts";
import {
  auditSheet,
  disclosureMatrix,
  findingEvidence,
  findings,
  reports,
  ruleOutcomes,
  rules,
} from "../../model/queries/index.ts";
import type { AuditSheetRow, FindingsRow, ReportsRow, RulesRow } from "../../model/queries/index.ts";
import { knownId, unknownIds } from "../../state/unknown-parts.ts";
import type { UnknownPart } from "../../state/unknown-parts.ts";
import type { AppState } from "../../state/app.svelte.ts";
import { followQuery } from "../../state/query.svelte.ts";
import { groupRows, indexRows } from "../../state/group-rows.ts";
import { evidenceOf } from "./evidence.ts";
import type { Evidence } from "./evidence.ts";
import { countSeverities, filterFindings, firstOf, groupFindings } from "./finding-filter.ts";
import { agencyLetter } from "./letter.ts";
import { SEVERITIES } from "./words.ts";

/** Findings shown before the reader asks for more. */
const PAGE = 60;
/** Findings on paper: more fill a book that nobody reads. */
const MOST_PRINTED = 1000;

const NO_FILTER = { agency: null, report: null, severity: "all", category: null, rule: null, find: "" } as const;

/** What it needs of the app, so that a test hands in no more. */
export type AuditParts = Pick<AppState, "engine" | "url" | "data">;

/** The audit: which findings are shown and which is open, the sheet of rules, and what can be exported. */
export class AuditState {
  readonly #app: AuditParts;
  readonly reports;
  readonly findings;
  readonly rules;
  readonly sheet;
  readonly matrix;
  readonly evidence;
  readonly outcomes;
  #pages = $state(1);
  /** Whether the page is being printed: then no finding waits behind a button. */
  onPaper = $state(false);

  /** Must be made in a component or an effect root: it follows the address. */
  constructor(app: AuditParts) {
    this.#app = app;
    const { engine } = app;
    this.reports = followQuery(engine, reports, () => ({}));
    this.findings = followQuery(engine, findings, () => ({}));
    this.rules = followQuery(engine, rules, () => ({}));
    this.sheet = followQuery(engine, auditSheet, () => ({}));
    this.matrix = followQuery(engine, disclosureMatrix, () => (this.values.show === "disclosure" ? {} : null));
    this.evidence = followQuery(engine, findingEvidence, () => {
      const open = this.open;
      return open === null ? null : { report_id: open.report_id };
    });
    this.outcomes = followQuery(engine, ruleOutcomes, () => {
      const { show, report } = this.values;
      return show === "sheet" && report !== null ? { report_id: report } : null;
    });
  }

  readonly #link = $derived.by(() => this.#app.url.values("audit"));
  readonly unknown: readonly UnknownPart[] = $derived.by(() => [
    ...unknownIds(
      "agency",
      [this.#link.agency],
      this.reports.rows.map((row) => row.agency_id),
    ),
    ...unknownIds("report", [this.#link.report], [...this.reportById.keys()]),
    ...unknownIds("rule", [this.#link.rule], [...this.ruleById.keys()]),
    ...unknownIds(
      "category",
      [this.#link.category],
      this.rules.rows.map((rule) => rule.category),
    ),
  ]);
  /** The address without what means nothing here: a filter that nothing can pass is none. */
  readonly values = $derived.by(() => {
    const { agency, report, rule, category, ...others } = this.#link;
    const known = (id: string | null): string | null => knownId(id, this.unknown);
    return { ...others, agency: known(agency), report: known(report), rule: known(rule), category: known(category) };
  });

  readonly ruleById: ReadonlyMap<string, RulesRow> = $derived.by(() =>
    indexRows(this.rules.rows, (rule) => [rule.rule_id, rule] as const),
  );

  readonly reportById: ReadonlyMap<string, ReportsRow> = $derived.by(() =>
    indexRows(this.reports.rows, (report) => [report.report_id, report] as const),
  );

  /** How the whole audit came out. `unchecked` of `pairs` of report and rule could not be checked. */
  readonly totals = $derived.by(() => {
    const sum = (part: (row: AuditSheetRow) => number): number =>
      this.sheet.rows.reduce((total, row) => total + part(row), 0);
    return {
      ...countSeverities(this.findings.rows),
      unchecked: sum((row) => row.not_checkable),
      pairs: sum((row) => row.passed + row.failed + row.rounding + row.not_checkable),
    };
  });

  /** Findings under all filters but severity, so that each severity can say how many it has. */
  readonly ofAnySeverity: readonly FindingsRow[] = $derived.by(() =>
    filterFindings(this.findings.rows, { ...this.values, severity: "all" }),
  );
  readonly severityCounts = $derived.by(() => countSeverities(this.ofAnySeverity));

  readonly filtered: readonly FindingsRow[] = $derived.by(() => {
    const { severity } = this.values;
    return severity === "all" ? this.ofAnySeverity : this.ofAnySeverity.filter((row) => row.severity === severity);
  });

  readonly isFiltered: boolean = $derived.by(() => {
    const { agency, report, severity, category, rule, find } = this.values;
    return [agency, report, category, rule].some((one) => one !== null) || severity !== "all" || find !== "";
  });

  readonly #groups = $derived.by(() => {
    const { group } = this.values;
    const order = {
      report: () => this.reports.rows.map((row) => row.report_id),
      rule: () => this.rules.rows.map((row) => row.rule_id),
      severity: (): readonly Severity[] => SEVERITIES,
    }[group]();
    return groupFindings(this.filtered, group, order);
  });

  /** The open finding, whatever the filters; null when none is, or when it does not exist. */
  readonly open: FindingsRow | null = $derived.by(() => {
    const { finding } = this.values;
    return finding === null ? null : (this.findings.rows.find((row) => row.finding_id === finding) ?? null);
  });

  /** The open finding is not among the filtered ones: a link with other filters. */
  readonly openIsHidden: boolean = $derived.by(() => {
    const open = this.open;
    return open !== null && !this.filtered.includes(open);
  });

  /** An address names a finding that is not there. */
  readonly isUnknown: boolean = $derived.by(
    () => this.values.finding !== null && this.findings.result.status === "ready" && this.open === null,
  );

  /** The groups shown: so many pages, and as far as the open finding. */
  readonly shown = $derived.by(() => {
    const open = this.open;
    const place = this.#groups.flatMap(({ all }) => all).findIndex((row) => row === open);
    return firstOf(this.#groups, this.onPaper ? MOST_PRINTED : Math.max(this.#pages * PAGE, place + 1));
  });

  readonly left: number = $derived.by(() => {
    const shown = this.shown.reduce((count, group) => count + group.findings.length, 0);
    return this.filtered.length - shown;
  });

  readonly nextPage: number = $derived.by(() => Math.min(PAGE, this.left));

  showMore(): void {
    this.#pages += 1;
  }

  /** The printed lines of the open finding. */
  readonly openEvidence: Evidence = $derived.by(() => {
    const open = this.open;
    const rows = this.evidence.rows.filter((row) => row.finding_id === open?.finding_id);
    return evidenceOf(rows, typeof open?.witnesses === "number", open?.message_zh);
  });

  /** Opens a finding, or closes it when it is open. */
  toggle(finding: FindingsRow): void {
    const isOpen = this.values.finding === finding.finding_id;
    this.#app.url.replace("audit", { finding: isOpen ? null : finding.finding_id });
  }

  close(): void {
    this.#app.url.replace("audit", { finding: null });
  }

  /** Changes filters; the list starts anew and the open finding closes. */
  filter(change: Partial<Omit<AuditState["values"], "finding" | "show">>): void {
    this.#pages = 1;
    this.#app.url.replace("audit", { ...change, finding: null });
  }

  /** Takes all filters off. `finding` stays open, where it is given. */
  clear(finding: string | null = null): void {
    this.#pages = 1;
    this.#app.url.replace("audit", { ...NO_FILTER, finding });
  }

  /**
   * The letter about some findings of one agency, with the printed lines read for it.
   *
   * Rejects when the lines cannot be read.
   */
  async letter(rows: readonly FindingsRow[]): Promise<string> {
    const ids = [...groupRows(rows, (row) => row.report_id).keys()];
    const evidence = await Promise.all(ids.map((report_id) => this.#app.engine.query(findingEvidence, { report_id })));
    return agencyLetter({
      findings: rows,
      evidence: evidence.flat(),
      rules: this.rules.rows,
      titles: indexRows(this.reports.rows, (row) => [row.report_id, row.title] as const),
      fingerprint: this.#app.data?.fingerprint ?? null,
    });
  }
}
