import { describe, expect, it } from "vitest";
import { rankStability } from "../../../src/compare/index.ts";
import { rankLines } from "../../../src/screens/compare/rank-lines.ts";
import type { Trial } from "../../../src/screens/compare/rankings.ts";
import { DENOMINATORS } from "../../../src/screens/compare/choice.ts";

const row = (agency_id: string, value: number) => ({
  report_id: `${agency_id}-2020-final`,
  agency_id,
  value,
  lo: value,
  hi: value,
  status: "ok" as const,
  numerator: value,
  denominator_value: 1,
});
const trial = (change: Partial<Trial>): Trial => ({
  basis: "comparable",
  denominator: "in_service",
  otherwise: null,
  ...change,
});

describe("rankLines(stability, current, denominators)", () => {
  const onScreen = trial({ basis: "reported" });
  const doubted = trial({ basis: "reported", otherwise: { agency_id: "b", headcount: 432 } });
  const stability = rankStability<Trial>(
    [
      { choice: onScreen, rows: [row("a", 3), row("b", 2)] },
      { choice: doubted, rows: [row("a", 3), row("b", 4)] },
      { choice: trial({ denominator: "in_service_plus_temporary" }), rows: [row("a", 3), row("b", 1)] },
      { choice: trial({}), rows: [row("a", 3), row("b", 2)] },
    ],
    ["a", "b"],
  );

  it("puts the way on screen first and headcounts taken otherwise after their reading", () => {
    const lines = rankLines(stability, onScreen, DENOMINATORS);
    expect(lines.map(({ key, isBase }) => `${key.trim()}${isBase ? " *" : ""}`)).toEqual([
      "reported/in_service *",
      "comparable/in_service",
      "comparable/in_service_plus_temporary",
      "reported/in_service b 432",
    ]);
  });

  it("knows each agency's rank under each way", () => {
    const lines = rankLines(stability, onScreen, DENOMINATORS);
    expect(lines.map(({ ranks }) => [ranks.get("a"), ranks.get("b")])).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
      [2, 1],
    ]);
  });
});
