import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../src/compile/csv.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { MetricValueRow } from "../../src/domain/records.ts";
import { projects } from "../../src/model/queries/index.ts";
import { openSeeds } from "./seed-engine.ts";

const file = new URL("../figures/metrics.csv", import.meta.url);
const figures = parseCsv(readFileSync(file, "utf8")).map(({ line, cells }) => ({
  line,
  report_id: cells["report_id"] ?? "",
  metric_id: cells["metric_id"] ?? "",
  basis: cells["basis"] ?? "",
  denominator: cells["denominator"] || null,
  value: cells["value"] ? Number(cells["value"]) : null,
  status: cells["status"] ?? "",
  note: cells["note"] ?? "",
}));
/** One row per project, told apart by the name at the start of the note. */
const ofProjects = figures.filter((figure) => figure.metric_id === "execution.project");
const ofReports = figures.filter((figure) => figure.metric_id !== "execution.project");
/** Values are typed to six decimals. */
const TYPED = 5e-7;

describe("metric_value against figures calculated by hand", () => {
  let engine: Engine;
  let values: MetricValueRow[];
  beforeAll(async () => {
    engine = await openSeeds();
    const { rows } = await engine.run("SELECT * FROM metric_value");
    values = rows as object[] as MetricValueRow[]; // the binding test holds columns and types
  }, 60_000);
  afterAll(() => engine.close());

  it("has enough of them to mean something", () => {
    expect(figures.length).toBeGreaterThanOrEqual(200);
  });

  it.each(
    ofReports.map(
      (figure) =>
        [`${figure.report_id} ${figure.metric_id} ${figure.basis} ${figure.denominator ?? ""}`, figure] as const,
    ),
  )("%s", (_, figure) => {
    const found = values.filter(
      (row) =>
        row.report_id === figure.report_id &&
        row.metric_id === figure.metric_id &&
        row.basis === figure.basis &&
        row.denominator === figure.denominator,
    );
    expect(found.map((row) => row.status)).toEqual([figure.status]);
    const value = found[0]?.value ?? null;
    if (figure.value === null) expect(value).toBeNull();
    else expect(Math.abs((value ?? NaN) - figure.value)).toBeLessThanOrEqual(TYPED * 1.01);
  });

  it.each(ofProjects.map((figure) => [figure.note.split(";")[0] ?? "", figure] as const))(
    "executes %s as calculated",
    async (name, figure) => {
      const bare = (text: string) => text.replace(/(?:专项|项目|经费|资金)+$/, "");
      const found = (await engine.query(projects, {})).filter(
        (row) => row.report_id === figure.report_id && bare(row.project) === bare(name),
      );
      expect(found).toHaveLength(1);
      expect(found[0]?.execution_rate).toBeCloseTo(figure.value ?? NaN, 6);
    },
  );
});
