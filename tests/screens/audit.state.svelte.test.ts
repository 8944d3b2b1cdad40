import { flushSync } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import type { FindingsRow } from "../../src/model/queries/index.ts";
import type { Query } from "../../src/model/sql.ts";
import { AuditState } from "../../src/screens/audit/audit.svelte.ts";
import { UrlState } from "../../src/state/url.svelte.ts";
import { evidenceRow, findingRow, reportRow, ruleRow } from "./audit/rows.ts";

const REPORTS = ["a-2020-final", "b-2020-final"];
const FIRST = "a-2020-final:income-codes:3";
const FEW: readonly FindingsRow[] = [
  findingRow(FIRST, { witnesses: 2 }),
  findingRow("b-2020-final:income-codes:4"),
  findingRow("a-2020-final:stated-share:5", { severity: "warning", category: "stated_ratio" }),
];
const MANY: readonly FindingsRow[] = Array.from({ length: 3000 }, (_, index) =>
  findingRow(`a-2020-final:income-codes:${index}`),
);

interface Asked {
  readonly name: string;
  readonly params: object;
}

function engineOf(rows: readonly FindingsRow[], asked: Asked[]) {
  const answer = (name: string): unknown[] => {
    switch (name) {
      case "reports":
        return REPORTS.map(reportRow);
      case "findings":
        return [...rows];
      case "rules":
        return [ruleRow("stated-share", 0, "stated_ratio"), ruleRow("income-codes", 1)];
      case "audit-sheet":
        return REPORTS.map((report) => ({
          ...reportRow(report),
          category: "footing",
          passed: 3,
          failed: 1,
          rounding: 0,
          not_checkable: 5,
        }));
      case "finding-evidence":
        return [
          evidenceRow({ finding: FIRST, line: 3, text: "合计 12.50" }, "12.50"),
          evidenceRow({ finding: FIRST, line: 5, text: "合计 18.50" }, "18.50"),
          evidenceRow({ finding: "a-2020-final:stated-share:5", line: 5, text: "占 3.1%" }, "3.1"),
        ];
      case "rule-outcomes":
      case "disclosure-matrix":
        return [];
      default:
        throw new Error(`not asked by this screen: ${name}`);
    }
  };
  return {
    query: <Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> => {
      asked.push({ name: query.name, params });
      return Promise.resolve(answer(query.name) as Row[]);
    },
    run: () => Promise.reject(new Error("not asked here")),
    close: () => Promise.resolve(),
  };
}

let end: (() => void) | undefined;

async function settle(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    flushSync();
    await Promise.resolve();
    await Promise.resolve();
  }
  flushSync();
}

async function open(hash: string, rows = FEW): Promise<{ audit: AuditState; url: UrlState; asked: Asked[] }> {
  history.replaceState(null, "", hash);
  const url = new UrlState(window);
  const asked: Asked[] = [];
  let audit: AuditState | undefined;
  end = $effect.root(() => {
    audit = new AuditState({ engine: engineOf(rows, asked), url, data: null });
  });
  await settle();
  if (audit === undefined) throw new Error("no state was made");
  return { audit, url, asked };
}

afterEach(() => {
  end?.();
  end = undefined;
});

describe("AuditState.totals", () => {
  it("counts findings by cause and what could not be checked by report and rule", async () => {
    const { audit } = await open("#/audit");
    expect(audit.totals).toEqual({ error: 2, warning: 1, rounding: 0, info: 0, unchecked: 10, pairs: 18 });
  });
});

describe("AuditState.shown", () => {
  const keys = (audit: AuditState) => audit.shown.map(({ key, findings }) => `${key} ${findings.length}`);

  it("groups by report in the order of the reports", async () => {
    const { audit } = await open("#/audit");
    expect(keys(audit)).toEqual(["a-2020-final 2", "b-2020-final 1"]);
  });

  it("groups by rule in the order of the catalogue, and by severity, gravest first", async () => {
    const { audit, url } = await open("#/audit?group=rule");
    expect(keys(audit)).toEqual(["stated-share 1", "income-codes 2"]);
    url.replace("audit", { group: "severity" });
    expect(keys(audit)).toEqual(["error 2", "warning 1"]);
  });

  it("shows thousands in parts, as far as the finding that a link opens", async () => {
    const { audit, url } = await open("#/audit", MANY);
    expect(audit.shown.map(({ findings, all }) => [findings.length, all.length])).toEqual([[60, 3000]]);
    expect([audit.left, audit.nextPage]).toEqual([2940, 60]);
    audit.showMore();
    expect(audit.left).toBe(2880);
    url.replace("audit", { finding: "a-2020-final:income-codes:2500" });
    expect(audit.left).toBe(499);
    audit.filter({ severity: "error" });
    expect([audit.left, url.values("audit").finding]).toEqual([2940, null]);
  });
});

describe("AuditState.filtered", () => {
  it("follows the address, and each severity knows how many it would show", async () => {
    const { audit } = await open("#/audit?agency=a&severity=warning");
    expect(audit.filtered.map((row) => row.rule_id)).toEqual(["stated-share"]);
    expect([audit.isFiltered, audit.severityCounts.error, audit.ofAnySeverity.length]).toEqual([true, 1, 2]);
    audit.clear();
    expect([audit.isFiltered, audit.filtered.length]).toEqual([false, 3]);
  });

  it("is not narrowed by a category, rule, report or agency that nobody has: each is named", async () => {
    const { audit } = await open("#/audit?category=tables&rule=no-rule&report=none&agency=nobody");
    expect([audit.isFiltered, audit.filtered.length]).toEqual([false, 3]);
    expect(audit.unknown.map(({ kind, text }) => `${kind} ${text}`).toSorted()).toEqual([
      "agency nobody",
      "category tables",
      "report none",
      "rule no-rule",
    ]);
    expect((await open("#/audit?category=stated_ratio")).audit.unknown).toEqual([]);
  });
});

describe("AuditState.open", () => {
  it("opens and closes a finding in the address, and reads the lines of its report", async () => {
    const { audit, url, asked } = await open("#/audit");
    expect(asked.some(({ name }) => name === "finding-evidence")).toBe(false);
    const [first] = audit.findings.rows;
    if (first === undefined) throw new Error("no finding");
    audit.toggle(first);
    await settle();
    expect(url.values("audit").finding).toBe(FIRST);
    expect(asked.filter(({ name }) => name === "finding-evidence")).toEqual([
      { name: "finding-evidence", params: { report_id: "a-2020-final" } },
    ]);
    expect(audit.openEvidence.questioned?.line).toBe(3);
    expect(audit.openEvidence.witnesses.map((line) => line.line)).toEqual([5]);
    audit.toggle(first);
    expect([audit.open, url.values("audit").finding]).toEqual([null, null]);
  });

  it("shows a linked finding even where the filters leave it out", async () => {
    const { audit } = await open(`#/audit?agency=b&finding=${FIRST}`);
    expect([audit.open?.finding_id, audit.openIsHidden, audit.isUnknown]).toEqual([FIRST, true, false]);
    audit.clear(FIRST);
    expect([audit.open?.finding_id, audit.openIsHidden]).toEqual([FIRST, false]);
  });

  it("says that a finding does not exist once all are read", async () => {
    const { audit } = await open("#/audit?finding=a-2020-final:gone:1");
    expect([audit.open, audit.isUnknown]).toEqual([null, true]);
  });
});

describe("AuditState.outcomes", () => {
  it("asks for the rules of a report only where the sheet shows one", async () => {
    const { asked, url } = await open("#/audit?report=a-2020-final");
    expect(asked.some(({ name }) => name === "rule-outcomes")).toBe(false);
    url.push("audit", { show: "sheet" });
    await settle();
    expect(asked.filter(({ name }) => name === "rule-outcomes")).toEqual([
      { name: "rule-outcomes", params: { report_id: "a-2020-final" } },
    ]);
  });
});

describe("AuditState.letter(rows)", () => {
  it("reads the lines of every report it is about, and quotes them", async () => {
    const { audit, asked } = await open("#/audit");
    const letter = await audit.letter(audit.findings.rows.filter((row) => row.agency_id === "a"));
    expect(asked.filter(({ name }) => name === "finding-evidence")).toHaveLength(1);
    expect(letter).toContain("第 3 行（收入表）：“合计 **12.50**”");
  });
});
