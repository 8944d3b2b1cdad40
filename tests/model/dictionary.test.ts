import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatedPages } from "../../scripts/steps/generated-pages.ts";
import { METRIC_GROUPS, METRICS, metricOf } from "../../src/model/metrics/index.ts";

describe("METRICS", () => {
  it("has one entry per id", () => {
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
  });

  it.each(METRICS.map((metric) => [metric.id, metric] as const))("%s is described in full", (_, metric) => {
    const texts = [metric.zh, metric.en, metric.unit, metric.formula, metric.caveatZh, metric.caveatEn];
    const names = [metric.numeratorName, ...(metric.denominatorName ? [metric.denominatorName] : [])];
    expect([...texts, ...names.flatMap(({ zh, en }) => [zh, en])].filter((text) => text.trim() === "")).toEqual([]);
    expect(/[\u4e00-\u9fff]/.test(`${metric.en}${metric.caveatEn}`)).toBe(false);
    expect(METRIC_GROUPS.map(({ id }) => id)).toContain(metric.group);
    expect(metric.ways.length).toBeGreaterThan(0);
  });

  it.each(METRICS.map((metric) => [metric.id, metric] as const))("%s divides exactly when it says so", (_, metric) => {
    const divides = metric.shape === "ratio" || metric.shape === "change";
    expect(metric.denominatorName !== null).toBe(divides);
    expect(metric.formula.includes("denominator_value")).toBe(divides);
    for (const way of metric.ways) expect(way.denominator !== undefined).toBe(divides && !metric.perStaff);
  });

  it("never mixes measures of execution in one way: a final meets a budget that its base names", () => {
    for (const metric of METRICS.filter(
      ({ id }) => id.endsWith(".completion") || id.startsWith("execution.final_to"),
    )) {
      for (const way of metric.ways) expect([metric.id, way.base === undefined]).toEqual([metric.id, false]);
    }
  });
});

describe("metricOf(id)", () => {
  it("finds a metric and gives null for an id that is none", () => {
    expect(metricOf("per_staff.30101")?.zh).toBe("人均基本工资");
    expect(metricOf("nothing")).toBeNull();
  });
});

describe("generatedPages()", async () => {
  const pages = await generatedPages();
  it.each([...pages])("%s is up to date; else run npm run docs", (path, text) => {
    expect(readFileSync(path, "utf8")).toBe(text);
  });
});
