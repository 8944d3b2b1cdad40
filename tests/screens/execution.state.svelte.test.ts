import { describe, expect, it } from "vitest";
import type {
  AdjustmentsRow,
  ExecutionFunctionsRow,
  ExecutionStagesRow,
  ProjectsRow,
} from "../../src/model/queries/index.ts";
import { countsInExecution } from "../../src/screens/execution/execution.svelte.ts";
import { functionLine, leafFunctions } from "../../src/screens/execution/function-line.ts";
import { projectLines } from "../../src/screens/execution/project-line.ts";
import { sortStages, stageLine, stagePercents } from "../../src/screens/execution/stage-line.ts";

const stages = (given: Partial<ExecutionStagesRow>): ExecutionStagesRow =>
  ({
    report_id: "a-2020-final",
    basis: "comparable",
    initial: null,
    adjusted: null,
    final: null,
    final_to_initial: null,
    final_to_initial_status: "undisclosed",
    final_to_adjusted: null,
    final_to_adjusted_status: "undisclosed",
    ...given,
  }) as ExecutionStagesRow;

const item = (given: Partial<ExecutionFunctionsRow>): ExecutionFunctionsRow =>
  ({
    report_id: "a-2020-final",
    code: "2080109",
    label: "某项",
    initial: null,
    final: null,
    excluded_final: 0,
    final_to_initial: null,
    comparable_to_initial: null,
    no_initial: false,
    stated_completion: null,
    stated_doubted: false,
    ...given,
  }) as ExecutionFunctionsRow;

const project = (name: string, execution_rate: number | null, score: number | null): ProjectsRow =>
  ({ report_id: "a-2020-final", project: name, execution_rate, score }) as ProjectsRow;

describe("stageLine(row, other, base)", () => {
  const row = stages({ initial: 100, adjusted: 125, final: 150, final_to_initial: 150, final_to_initial_status: "ok" });

  it("divides by the chosen budget and by no other", () => {
    expect(stageLine(row, null, "initial_budget")).toMatchObject({ budget: 100, rate: 150, miss: 50, status: "ok" });
    expect(stageLine(row, null, "adjusted_budget")).toMatchObject({
      budget: 125,
      rate: null,
      miss: null,
      status: "undisclosed",
    });
  });

  it("keeps the other basis only where it says something else", () => {
    const reported = stages({ basis: "reported", final_to_initial: 300, final_to_initial_status: "ok" });
    expect(stageLine(row, reported, "initial_budget").other_rate).toBe(300);
    expect(stageLine(row, stages({ final_to_initial: 150 }), "initial_budget").other_rate).toBeNull();
  });

  it("gives the stages as parts of the base, none where the base is 0 or unknown", () => {
    expect(stagePercents(stageLine(row, null, "initial_budget"))).toEqual([100, 125, 150]);
    expect(stagePercents(stageLine(stages({ initial: 0, final: 3 }), null, "initial_budget"))).toEqual([
      null,
      null,
      null,
    ]);
    expect(stagePercents(stageLine(stages({ final: 3 }), null, "initial_budget"))).toEqual([null, null, null]);
  });
});

describe("sortStages(lines, sort)", () => {
  const of = (id: string, rate: number | null, final: number) =>
    stageLine(stages({ report_id: id, final, final_to_initial: rate }), null, "initial_budget");
  const lines = [of("none", null, 9), of("under", 5, 1), of("over", 160, 2), of("near", 101, 3)];

  it("puts the widest miss first, either way, and what has no rate last", () => {
    expect(sortStages(lines, "miss").map((line) => line.key)).toEqual(["under", "over", "near", "none"]);
    expect(sortStages(lines, "rate").map((line) => line.key)).toEqual(["over", "near", "under", "none"]);
    expect(sortStages(lines, "amount").map((line) => line.key)).toEqual(["none", "near", "over", "under"]);
    expect(sortStages(lines, "agency")).toEqual(lines);
  });
});

describe("functionLine(row, basis)", () => {
  it("takes pass-through money out on the comparable basis only", () => {
    const row = item({
      initial: 100,
      final: 300,
      excluded_final: 50,
      final_to_initial: 300,
      comparable_to_initial: 250,
    });
    expect(functionLine(row, "comparable")).toMatchObject({ final: 250, rate: 250, status: "ok" });
    expect(functionLine(row, "reported")).toMatchObject({ final: 300, rate: 300, excluded: 0 });
  });

  it.each([
    ["no_initial", "undefined", { initial: 0, final: 9, no_initial: true }],
    ["no_initial", "undefined", { final: 9, no_initial: true }],
    ["passed_through", "undefined", { final: 9, excluded_final: 9, no_initial: true }],
    ["stated_only", "unclear_basis", { final: 9, stated_completion: 100 }],
    ["undisclosed", "undisclosed", { final: 9 }],
  ] as const)("gives no rate but says %s (%s)", (why, status, given) => {
    expect(functionLine(item(given), "comparable")).toMatchObject({ rate: null, why, status });
  });

  it("marks a rate whose statement a finding questions", () => {
    const row = item({ initial: 10, final: 9, comparable_to_initial: 90, stated_completion: 99, stated_doubted: true });
    expect(functionLine(row, "comparable")).toMatchObject({ rate: 90, status: "contradicted" });
  });
});

describe("leafFunctions(rows, basis)", () => {
  it("leaves out sums of other items and items without money", () => {
    const rows = [
      item({ code: "208", final: 30 }),
      item({ code: "20801", final: 30 }),
      item({ code: "2080101", final: 10, initial: 10, comparable_to_initial: 100 }),
      item({ code: "2080109", final: 20, initial: 10, comparable_to_initial: 200 }),
      item({ code: "210", final: 0 }),
      item({ code: "221", final: 4 }),
    ];
    expect(leafFunctions(rows, "comparable").map((line) => line.row.code)).toEqual(["2080109", "2080101", "221"]);
  });
});

describe("projectLines(rows, sort)", () => {
  const rows = [
    project("all", 100, 100),
    project("gap", 75, 99),
    project("unscored", 80, null),
    project("none", null, null),
  ];

  it("ranks by rate, by score or by what lies between them, untold ones last", () => {
    const names = (sort: "rate" | "score" | "gap") => projectLines(rows, sort).map((line) => line.row.project);
    expect(names("rate")).toEqual(["gap", "unscored", "all", "none"]);
    expect(names("score").slice(0, 2)).toEqual(["all", "gap"]);
    expect(names("gap").slice(0, 2)).toEqual(["gap", "all"]);
  });
});

describe("countsInExecution(row)", () => {
  const groups = (metric_groups: string) => countsInExecution({ metric_groups } as AdjustmentsRow);
  it("reads the groups as a list of words", () => {
    expect(groups("per_staff, execution")).toBe(true);
    expect(groups("per_staff,structure")).toBe(false);
  });
});
