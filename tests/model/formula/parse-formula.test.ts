import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula, userMetricId, userMetricOf } from "../../../src/model/formula/index.ts";
import type { Formula } from "../../../src/model/formula/index.ts";

function read(text: string): Formula {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(`${result.problem.kind} at ${String(result.problem.from)}`);
  return result.formula;
}

const side = (terms: Formula["numerator"]): string =>
  terms
    .map(
      ({ sign, item, code, measure }) =>
        `${sign < 0 ? "-" : "+"}${item}${code === null ? "" : `[${code}]`}${measure === null ? "" : `@${measure}`}`,
    )
    .join("");
const shape = (text: string): string => {
  const { numerator, denominator } = read(text);
  const lower = denominator === null ? "" : ` / ${denominator === "staff" ? "staff" : side(denominator)}`;
  return `${side(numerator)}${lower}`;
};

describe("parseFormula(text)", () => {
  it.each([
    ["公用经费", "+expenditure.operating"],
    ["公用经费 ÷ 人数", "+expenditure.operating / staff"],
    ["expenditure.operating/staff", "+expenditure.operating / staff"],
    [
      "(30211 + 30215 − 30216) / 人数",
      "+expenditure.economic[30211]+expenditure.economic[30215]-expenditure.economic[30216] / staff",
    ],
    ["（差旅费＋会议费）÷（公用经费）", "+expenditure.economic[30211]+expenditure.meetings / +expenditure.operating"],
    ["因公出国（境）费 + 公务接待费", "+three_public.overseas+three_public.reception"],
    ["2080109 / expenditure.total", "+expenditure.function[2080109] / +expenditure.total"],
    [
      "本年支出合计@adjusted_budget ÷ 本年支出合计@initial_budget",
      "+expenditure.total@adjusted_budget / +expenditure.total@initial_budget",
    ],
    ["-公用经费 + 基本支出", "-expenditure.operating+expenditure.basic"],
  ])("reads %s", (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each([
    ["", "empty", 0, 0],
    ["   ", "empty", 0, 0],
    ["公用经费 ÷", "expected_name", 6, 6],
    ["公用经费 ÷ 幸福指数", "unknown_name", 7, 11],
    ["expenditure.happiness", "unknown_name", 0, 21],
    ["9999", "unknown_code", 0, 4],
    ["公用经费 @happy", "unknown_measure", 5, 11],
    ["公用经费 基本支出", "expected_operator", 5, 9],
    ["公用经费 + 基本支出 ÷ 人数", "needs_parentheses", 0, 11],
    ["公用经费 ÷ 人数 + 基本支出", "needs_parentheses", 7, 16],
    ["(公用经费 + 基本支出", "unclosed", 0, 1],
    ["公用经费 ÷ 人数 ÷ 人数", "second_division", 10, 11],
    ["公用经费 + 在职人员", "mixed_units", 7, 11],
    ["人数", "staff_alone", 0, 2],
    ["公用经费 ÷ (人数 + 在职人员)", "staff_alone", 8, 10],
    ["公用经费 * 2", "unknown_character", 5, 6],
    ["'; DROP TABLE fact", "unknown_character", 0, 1],
  ] as const)("refuses %j: %s at its place", (text, kind, from, to) => {
    const result = parseFormula(text);
    expect(result.ok ? null : result.problem).toMatchObject({ kind, from, to });
  });

  it("never throws, and points inside the text, whatever is typed", () => {
    const bits = fc.constantFrom(
      "公用经费",
      "staff",
      "人数",
      "(",
      ")",
      "÷",
      "+",
      "-",
      " ",
      "30211",
      "@",
      "@final",
      "x",
      "“",
      "🂡",
      ".",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(bits, { maxLength: 14 }).map((all) => all.join("")),
          fc.string(),
        ),
        (text) => {
          const result = parseFormula(text);
          if (result.ok) return result.formula.numerator.length > 0;
          const { from, to } = result.problem;
          return from >= 0 && from <= to && to <= Math.max(text.length, 0);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("userMetricOf(text)", () => {
  it.each([
    ["公用经费 ÷ 人数", "万元/人", 1, true],
    ["公用经费 ÷ 基本支出", "%", 100, false],
    ["公务接待费 ÷ 国内公务接待人次", "元/人次", 10000, false],
    ["国内公务接待人次 ÷ 国内公务接待批次", "人次/批次", 1, false],
    ["公务接待费 + 公务用车运行维护费", "万元", 1, false],
  ])("%s is in %s", (formula, unit, factor, perStaff) => {
    const result = userMetricOf({ name: "试", formula });
    expect(result.ok && result.metric).toMatchObject({ unit, factor, perStaff, zh: "试" });
  });

  it("keeps its id while the formula gets better", () => {
    expect(userMetricId(" 人均出行 ")).toBe(userMetricId("人均出行"));
    expect(userMetricId("人均出行")).not.toBe(userMetricId("人均出差"));
  });
});
