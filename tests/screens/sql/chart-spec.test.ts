import { describe, expect, it } from "vitest";
import { resultChart } from "../../../src/charts/result-chart.ts";
import type { ResultChartOptions, ResultMark } from "../../../src/charts/result-chart.ts";
import { chartPoints, fitsResult, guessChart, printChart, readChart } from "../../../src/screens/sql/chart-spec.ts";
import { labelsOf } from "../../charts/drawn.ts";
import { heldRows } from "../../state/held-rows.ts";

const AGENCIES = heldRows({ report_id: "VARCHAR", short_name: "VARCHAR", source_line: "INTEGER", value: "DOUBLE" }, [
  ["a-2020", "甲市", 12, 22.65],
  ["b-2020", "乙市", 99, 19.57],
  ["c-2020", "丙区", 7, null],
]);

describe("guessChart(rows)", () => {
  it("draws a bar per name, and takes no line number for a measure", () => {
    expect(guessChart(AGENCIES)).toEqual({ mark: "bar", x: "value", y: "short_name", colour: null, facet: null });
  });

  it("draws a line over years, by series", () => {
    const rows = heldRows(
      { fiscal_year: "INTEGER", level: "VARCHAR", n: "BIGINT" },
      [2018, 2019, 2020].flatMap((year) => [
        [year, "city", 1],
        [year, "county", 2],
      ]),
    );
    expect(guessChart(rows)).toMatchObject({ mark: "line", x: "fiscal_year", y: "n", colour: "level" });
  });

  it("draws dots for two measures, a histogram for one, nothing for words", () => {
    expect(guessChart(heldRows({ a: "DOUBLE", b: "DOUBLE" }, [[1, 2]]))).toMatchObject({ mark: "dot", x: "b", y: "a" });
    expect(guessChart(heldRows({ a: "DOUBLE" }, [[1]]))).toMatchObject({ mark: "histogram", x: "a" });
    expect(guessChart(heldRows({ text: "VARCHAR" }, [["x"]]))).toBeNull();
  });
});

describe("readChart(stored) and printChart(spec)", () => {
  it("give the same chart back, and null for anything else", () => {
    const spec = { mark: "dot", x: "a", y: "b", colour: "c", facet: null } as const;
    expect(readChart(printChart(spec))).toEqual(spec);
    expect(readChart({ mark: "pie", x: "a" })).toBeNull();
    expect(readChart({ mark: "auto" })).toBeNull();
    expect(printChart(null)).toEqual({});
  });

  it("tells whether a result has the columns of a chart", () => {
    expect(fitsResult({ mark: "bar", x: "value", y: "short_name", colour: null, facet: null }, AGENCIES)).toBe(true);
    expect(fitsResult({ mark: "bar", x: "value", y: "gone", colour: null, facet: null }, AGENCIES)).toBe(false);
  });
});

describe("resultChart(points, options)", () => {
  const spec = { mark: "bar", x: "value", y: "short_name", colour: null, facet: null } as const;
  const points = chartPoints(spec, AGENCIES, (place) => place, AGENCIES.count);
  const options = (change: Partial<ResultChartOptions> = {}): ResultChartOptions => ({
    document,
    width: 640,
    mark: "bar",
    x: { label: "value", type: "number" },
    y: { label: "short_name", type: "text" },
    hasColour: false,
    hasFacet: false,
    missing: "空值",
    ariaLabel: "图",
    emptyText: "没有可画的点",
    ...change,
  });

  it("draws a bar from zero for each point that has a value, in the order of the rows", () => {
    const svg = resultChart(points, options());
    expect(svg.querySelectorAll("[fill='var(--agency-1)']")).toHaveLength(2);
    const names = labelsOf(svg).filter((label) => /市|区/.test(label.text));
    expect(names.map((label) => label.text)).toEqual(["甲市", "乙市"]);
    expect((names[0]?.y ?? 0) < (names[1]?.y ?? 0)).toBe(true);
    expect(labelsOf(svg).map((label) => label.text)).toContain("0");
  });

  it.each(["bar", "dot", "line", "area", "histogram"] as const)(
    "draws %s with colours, facets and a legend",
    (mark: ResultMark) => {
      const many = Array.from({ length: 12 }, (_, index) => ({
        x: index % 6,
        y: index + 1,
        colour: index % 2 === 0 ? "city" : null,
        facet: index < 6 ? "2019" : "2020",
      }));
      const svg = resultChart(
        many,
        options({
          mark,
          x: { label: "x", type: "number" },
          y: { label: "y", type: "number" },
          hasColour: true,
          hasFacet: true,
        }),
      );
      const texts = labelsOf(svg).map((label) => label.text);
      expect(texts).toEqual(expect.arrayContaining(["city", "空值", "2019", "2020", "x", "y"]));
      expect(svg.innerHTML).not.toContain("NaN");
      expect(svg.innerHTML).toContain("var(--agency-2)");
    },
  );

  it("says so where nothing can be drawn", () => {
    expect(resultChart([], options()).textContent).toContain("没有可画的点");
  });
});
