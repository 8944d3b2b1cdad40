import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FindingRow } from "../../src/domain/records.ts";
import { audit } from "../../src/audit/index.ts";
import { readSeed, SEEDS } from "./read-seeds.ts";

/** What somebody found by reading the seeds line by line; see seeds.expected.csv. Never regenerated. */
interface Expected {
  readonly reportId: string;
  readonly lines: readonly number[];
  readonly severity: string;
  readonly category: string;
  readonly what: string;
}

const EXPECTED: readonly Expected[] = readFileSync(new URL("seeds.expected.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [reportId = "", lines = "", severity = "", category = "", ...what] = row.split(",");
    return { reportId, lines: lines.split(" ").filter(Boolean).map(Number), severity, category, what: what.join(",") };
  });

const REPORTS = SEEDS.map(readSeed);
const { findings, sheet } = audit(REPORTS);

function matches(expected: Expected, finding: FindingRow): boolean {
  return (
    finding.report_id === expected.reportId &&
    finding.severity === expected.severity &&
    finding.category === expected.category &&
    (expected.lines.length === 0 || expected.lines.some((line) => finding.source_lines.includes(line)))
  );
}

describe("audit(reports) on the five seeds", () => {
  it.each(EXPECTED.map((expected) => [`${expected.reportId} ${expected.what}`, expected] as const))(
    "finds: %s",
    (_, expected) => {
      const near = findings
        .filter((finding) => finding.report_id === expected.reportId)
        .filter((finding) => expected.lines.some((line) => finding.source_lines.includes(line)))
        .map((finding) => `${finding.severity} ${finding.category} ${finding.message_zh}`);
      expect(
        findings.some((finding) => matches(expected, finding)),
        `instead: ${near.join("\n")}`,
      ).toBe(true);
    },
  );

  it.each(findings.map((finding) => [finding.finding_id, finding] as const))("has a reason for %s", (_, finding) => {
    expect(
      EXPECTED.some((expected) => matches(expected, finding)),
      finding.message_zh,
    ).toBe(true);
  });

  it("gives every finding an id of its own, both languages and existing witnesses", () => {
    expect(new Set(findings.map((finding) => finding.finding_id)).size).toBe(findings.length);
    for (const finding of findings) {
      const report = REPORTS.find((one) => one.report.report_id === finding.report_id);
      const facts = new Set(REPORTS.flatMap((one) => one.facts.map((fact) => fact.fact_id)));
      expect(finding.message_zh).not.toMatch(/\{\w+\}|undefined|NaN/);
      expect(finding.message_en).not.toMatch(/\{\w+\}|undefined|NaN/);
      for (const id of finding.fact_ids) expect(facts).toContain(id);
      for (const line of finding.source_lines) expect(line).toBeLessThanOrEqual(report?.report.source_lines ?? 0);
    }
  });

  it("names the likeliest value of a cell that several sums convict", () => {
    const cell = findings.find((finding) => finding.message_zh.includes("12948.8"));
    expect(cell).toMatchObject({ stated: "12948.8", expected: "18948.8", difference: "-6000", unit: "万元" });
    expect(cell?.message_zh).toContain("3 处旁证");
  });

  it("says of every report and rule whether it passed, failed, was rounded or could not be checked", () => {
    const rules = new Set(sheet.map((entry) => entry.rule_id));
    expect(sheet).toHaveLength(rules.size * SEEDS.length);
    expect(rules.size).toBeGreaterThanOrEqual(60);
  });

  it("gives the same findings for the same reports in another order", () => {
    const again = audit(REPORTS.toReversed()).findings.map((finding) => JSON.stringify(finding));
    expect(again.toSorted()).toEqual(findings.map((finding) => JSON.stringify(finding)).toSorted());
  });
});
