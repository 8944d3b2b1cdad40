import { flushSync } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import type { FindingsRow, ReportsRow, SourceFactsRow } from "../../../src/model/queries/index.ts";
import type { Query } from "../../../src/model/sql.ts";
import { SourceState } from "../../../src/screens/source/source.svelte.ts";
import { UrlState } from "../../../src/state/url.svelte.ts";

const TEXT: Readonly<Record<string, readonly string[]>> = {
  "a-2020-final": ["第一部分 概况", "本年收入 12.50 万元，其他收入 12.50 万元。", "", "甲\t12.50"],
  "b-2021-budget": ["乙的预算"],
};

function reportRow(report_id: string): ReportsRow {
  const lines = TEXT[report_id] ?? [];
  return { report_id, agency_id: report_id.slice(0, 1), source_lines: lines.length } as ReportsRow;
}

function factRow(fact_id: string, source_line: number, source_from: number): SourceFactsRow {
  const fact = { fact_id, report_id: "a-2020-final", source_line, source_from, source_to: source_from + 5 };
  return { ...fact, statement: "narrative", origin: "narrative", finding_ids: ["f1"] } as unknown as SourceFactsRow;
}

const FACTS = [
  factRow("a-2020-final#L2.5", 2, 5),
  factRow("a-2020-final#L2.5-2", 2, 5),
  factRow("a-2020-final#L4.2", 4, 2),
];
const FINDING = {
  finding_id: "f1",
  report_id: "a-2020-final",
  source_lines: [2, 4],
  fact_ids: ["a-2020-final#L2.5"],
} as unknown as FindingsRow;

/** Answers each query of the screen at once; refuses those that are named. */
function engineOf(refused: readonly string[] = []) {
  const rowsOf = (name: string, params: { report_id?: string; fact_ids?: readonly string[] }): unknown[] => {
    switch (name) {
      case "reports":
        return Object.keys(TEXT).map(reportRow);
      case "source-lines":
        return (TEXT[params.report_id ?? ""] ?? []).map((text, index) => ({
          report_id: params.report_id,
          line_no: index + 1,
          text,
        }));
      case "source-facts":
        return FACTS.filter((fact) => fact.report_id === params.report_id);
      case "findings":
        return [FINDING];
      case "facts-by-id":
        return FACTS.filter((fact) => params.fact_ids?.includes(fact.fact_id) === true);
      default:
        throw new Error(`not asked by this screen: ${name}`);
    }
  };
  return {
    query: <Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> =>
      refused.includes(query.name)
        ? Promise.reject(new Error(`${query.name} refused`))
        : Promise.resolve(rowsOf(query.name, params) as Row[]),
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

async function open(hash: string, refused: readonly string[] = []): Promise<{ source: SourceState; url: UrlState }> {
  history.replaceState(null, "", hash);
  const url = new UrlState(window);
  let source: SourceState | undefined;
  end = $effect.root(() => {
    source = new SourceState({ engine: engineOf(refused), url, locale: "zh" });
  });
  await settle();
  if (source === undefined) throw new Error("no state was made");
  return { source, url };
}

afterEach(() => {
  end?.();
  end = undefined;
});

describe("SourceState.report", () => {
  it("is the first report where the address names none", async () => {
    const { source } = await open("#/source");
    expect(source.report?.report_id).toBe("a-2020-final");
    expect(source.text).toEqual(TEXT["a-2020-final"]);
    expect(source.problems).toEqual([]);
  });

  it("is that of the fact where the address names only a fact", async () => {
    const { source } = await open("#/source?fact=a-2020-final%23L4.2");
    expect(source.report?.report_id).toBe("a-2020-final");
    expect(source.place).toEqual({ line: 4, span: { from: 2, to: 7 } });
  });

  it("is none, with a reason, where it does not exist", async () => {
    const { source } = await open("#/source?report=nowhere&line=3");
    expect(source.report).toBeNull();
    expect(source.problems).toEqual([{ kind: "no-report", report: "nowhere" }]);
  });

  it("changes with the address, and never shows the text of another", async () => {
    const { source } = await open("#/source");
    source.openReport("b-2021-budget");
    flushSync();
    expect(source.text).toEqual([]);
    await settle();
    expect(source.text).toEqual(["乙的预算"]);
    expect(source.factsByLine.size).toBe(0);
    expect(source.reportFindings).toEqual([]);
  });
});

describe("SourceState.place", () => {
  it("is the span asked for", async () => {
    const { source } = await open("#/source?report=a-2020-final&line=2&from=5&to=10");
    expect(source.place).toEqual({ line: 2, span: { from: 5, to: 10 } });
    expect(source.marksOf(2)).toEqual([{ from: 5, to: 10, kind: "asked" }]);
    expect(source.marksOf(4)).toEqual([]);
  });

  it.each([
    ["from=5&to=999", { kind: "span-outside", line: 2, from: 5, to: 999 }],
    ["from=9&to=3", { kind: "span-outside", line: 2, from: 9, to: 3 }],
  ])("is the line alone where the span does not fit: %s", async (span, problem) => {
    const { source } = await open(`#/source?report=a-2020-final&line=2&${span}`);
    expect(source.place).toEqual({ line: 2, span: null });
    expect(source.problems).toEqual([problem]);
  });

  it("is none beyond the end, and the text is shown all the same", async () => {
    const { source } = await open("#/source?report=a-2020-final&line=99");
    expect(source.place).toBeNull();
    expect(source.problems).toEqual([{ kind: "line-beyond", line: 99, last: 4 }]);
    expect(source.text).toHaveLength(4);
  });

  it("falls back to where the fact is printed when the span is missing", async () => {
    const { source } = await open("#/source?report=a-2020-final&line=4&fact=a-2020-final%23L4.2");
    expect(source.place).toEqual({ line: 4, span: { from: 2, to: 7 } });
  });
});

describe("SourceState.problems", () => {
  it("tells of an unknown fact and of one that stands on another line", async () => {
    const unknown = await open("#/source?report=a-2020-final&fact=a-2020-final%23L1.1");
    expect(unknown.source.problems).toEqual([{ kind: "no-fact", fact: "a-2020-final#L1.1" }]);
    end?.();
    const elsewhere = await open("#/source?report=a-2020-final&line=1&fact=a-2020-final%23L4.2");
    expect(elsewhere.source.problems).toEqual([
      { kind: "fact-elsewhere", fact: "a-2020-final#L4.2", line: 1, factLine: 4 },
    ]);
  });

  it("tells of an unknown fact without a report as well, and shows the first report", async () => {
    const { source } = await open("#/source?fact=gone%231");
    expect(source.report?.report_id).toBe("a-2020-final");
    expect(source.problems).toEqual([{ kind: "no-fact", fact: "gone#1" }]);
  });
});

describe("SourceState facts and findings", () => {
  it("stand at their lines; a finding at each of its lines", async () => {
    const { source } = await open("#/source");
    expect(source.factsByLine.get(2)).toHaveLength(2);
    expect([...source.findingsByLine.keys()]).toEqual([2, 4]);
  });

  it("are missing without taking the text away when they cannot be read", async () => {
    const { source } = await open("#/source", ["source-facts", "findings"]);
    expect(source.text).toHaveLength(4);
    expect(source.facts.result.status).toBe("failed");
    expect(source.findings.result.status).toBe("failed");
  });

  it("selecting one puts its place into the address without a new entry, and tells what else is printed there", async () => {
    const { source, url } = await open("#/source?report=a-2020-final&find=12.5");
    const entries = history.length;
    const fact = FACTS[0];
    if (fact === undefined) throw new Error("a fact is needed");
    source.select(fact);
    await settle();
    expect(url.values("source")).toEqual({
      report: "a-2020-final",
      line: 2,
      from: 5,
      to: 10,
      fact: "a-2020-final#L2.5",
      find: "12.5",
    });
    expect(history.length).toBe(entries);
    expect(source.selectedTogether.map((each) => each.fact_id)).toEqual(["a-2020-final#L2.5", "a-2020-final#L2.5-2"]);
    source.clearSelection();
    await settle();
    expect(source.selected).toBeNull();
    expect(source.place).toEqual({ line: 2, span: null });
  });
});

describe("SourceState search", () => {
  it("counts all places and starts at the first after the place", async () => {
    const { source } = await open("#/source?report=a-2020-final&line=4&find=12.50");
    expect(source.matches.map((match) => match.line)).toEqual([2, 2, 4]);
    expect(source.current).toBe(2);
  });

  it("steps forth and back, round the ends", async () => {
    const { source } = await open("#/source?report=a-2020-final&find=12.50");
    expect(source.current).toBe(0);
    const steps = ([1, 1, 1, -1] as const).map((by) => {
      source.stepMatch(by);
      return source.current;
    });
    expect(steps).toEqual([1, 2, 0, 2]);
    expect(source.marksOf(4)).toEqual([{ from: 2, to: 7, kind: "current" }]);
  });

  it("starts anew with other words, and has nothing to step through without any", async () => {
    const { source, url } = await open("#/source?report=a-2020-final&find=12.50");
    source.stepMatch(1);
    source.find("收入");
    await settle();
    expect([source.current, source.matches.length]).toEqual([0, 2]);
    expect(url.values("source").find).toBe("收入");
    source.find("");
    source.stepMatch(1);
    expect(source.current).toBe(-1);
    expect(source.currentMatch).toBeNull();
  });
});
