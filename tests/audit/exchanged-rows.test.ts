import { describe, expect, it } from "vitest";
import { cell, reportOf, row } from "../../src/audit/cases.ts";
import { audit } from "../../src/audit/index.ts";
import type { CaseFact } from "../../src/audit/types.ts";

function findingsOf(facts: readonly CaseFact[]) {
  const { findings } = audit(reportOf({ name: "", expect: "failed", facts }));
  return findings.filter(({ severity }) => severity !== "info");
}

type Amounts = readonly [all: string, basic: string, project: string];

const COLUMNS = ["expenditure.function", "expenditure.basic", "expenditure.project"] as const;

function line(at: number, code: string, [all, basic, project]: Amounts): CaseFact[] {
  return row("expenditure", at, code, {
    [COLUMNS[0]]: all,
    [COLUMNS[1]]: basic,
    [COLUMNS[2]]: project,
  });
}

const JOBS: Amounts = ["24.00", "0.00", "24.00"];
const OFFICE: Amounts = ["136.00", "64.00", "72.00"];

/** An expenditure table of two sections of one item each, with the figures of two of its rows. */
function table(item: Amounts, section: Amounts): CaseFact[] {
  return [
    ...line(1, "208", ["160.00", "64.00", "96.00"]),
    ...line(2, "20801", OFFICE),
    ...line(3, "2080109", item),
    ...line(4, "20807", section),
    ...line(5, "2080704", JOBS),
  ];
}

describe("exchangedRows", () => {
  it("tells two neighbouring rows with each other's figures as one finding", () => {
    expect(findingsOf(table(OFFICE, JOBS))).toEqual([]);
    const findings = findingsOf(table(JOBS, OFFICE));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: "error", stated: "24", expected: "136", unit: "万元" });
    expect(findings[0]?.message_zh).toContain("与第4行「20807 支出（按功能分类）」的数字恐系互换：换回后");
    expect(findings[0]?.message_en).toContain("(line 4) probably changed places; turned back,");
    expect(findings[0]?.source_lines).toEqual([3, 4, 2, 1, 5]);
  });

  it("questions every figure of both rows that differs", () => {
    const [finding] = findingsOf(table(JOBS, OFFICE));
    expect(finding?.questioned_ids).toHaveLength(6);
  });

  it("says that either of two tables may have turned its rows", () => {
    const facts = (["summary", "expenditure"] as const).flatMap((name, at) => {
      const statement = name === "summary" ? "income_expenditure_summary" : "expenditure";
      const [health, housing] = at === 0 ? ["42.64", "23.62"] : ["23.62", "42.64"];
      return [
        cell(statement, "expenditure.function", health, { code: "210", source_line: at * 10 + 1 }),
        cell(statement, "expenditure.function", housing, { code: "221", source_line: at * 10 + 2 }),
      ];
    });
    const findings = findingsOf(facts);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message_zh).toContain("恐系互换（或《支出表》第11、12行互换）");
  });

  it("is no exchange where one figure alone is wrong", () => {
    const findings = findingsOf(table(["130.00", "64.00", "66.00"], JOBS));
    expect(findings.map(({ message_zh }) => message_zh).join()).not.toContain("互换");
    expect(findings.length).toBeGreaterThan(0);
  });
});
