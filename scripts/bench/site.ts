import { resolve } from "node:path";
import { build } from "vite";
import { runTool } from "../steps/run-tool.ts";
import { measureChanges, rowsOfChanges } from "./compare-changes.ts";
import { measureCompile } from "./compile-times.ts";
import { measureLoads, type Bytes } from "./loads.ts";
import { verdict, type Row } from "./print-rows.ts";
import { measureScreen } from "./sql-screen.ts";
import { measureViews } from "./view-queries.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (time: number | null): string => (time === null ? "–" : `${time.toFixed(0)} ms`);
const sizes = ({ files, raw, gzip, brotli }: Bytes): string =>
  `${files} files, ${kilobytes(raw)} raw, ${kilobytes(gzip)} gzip, ${kilobytes(brotli)} brotli`;

/** Compile time of the seeds, bytes over the wire, loading and queries of the built site. */
export async function measureSite(
  workspace: string,
  loads: number,
): Promise<{ rows: readonly Row[]; results: object }> {
  const [data, site, bare] = [resolve(workspace, "data"), resolve(workspace, "dist"), resolve(workspace, "bare")];
  console.log("compiling the seeds, in fresh processes");
  const compile = measureCompile(data, loads);

  console.log("building the site and a bare page");
  const code = await runTool("tsx", ["scripts/build.ts", "--data", data, "--out", site], {
    DUIBIAO_STAGING: `${resolve(workspace)}/site`,
  });
  if (code !== 0) throw new Error(`the build ended with code ${code}`);
  await build({
    configFile: false,
    logLevel: "warn",
    root: resolve("scripts/bench/bare"),
    base: "./",
    build: { outDir: bare, emptyOutDir: true, target: "es2023", modulePreload: { polyfill: false } },
  });

  console.log(`loading each ${loads} times, cold`);
  const load = await measureLoads(site, bare, loads);
  console.log("changing metric, basis and denominator of the compare screen");
  const changes = await measureChanges(site, 6);
  console.log("running every view in the page and natively");
  const views = await measureViews(site, data, 5);
  console.log("typing, running and scrolling on the SQL screen");
  const screen = await measureScreen(site, 3);

  const engineRatio = load.site.engineOpen / load.bare.engineOpen;
  const viewRatio = sum(views.map((view) => view.page)) / sum(views.map((view) => view.native));
  const rows: readonly Row[] = [
    [
      `compile of ${compile.reports} reports, after start-up`,
      `${compile.seconds.toFixed(2)} s, ${compile.reportsPerSecond.toFixed(1)} reports/s`,
      `≤ 0.5 s: ${verdict(compile.seconds <= 0.5)}`,
    ],
    [
      "bytes before the first chart",
      sizes(load.beforeFirstChart),
      `≤ 200 KB brotli: ${verdict(load.beforeFirstChart.brotli <= 200 * 1024)}`,
    ],
    ["bytes in all", sizes(load.inAll), ""],
    ["navigation → first chart", milliseconds(load.site.firstChart), ""],
    ["navigation → engine open", milliseconds(load.site.engineOpen), ""],
    ["navigation → tables in", milliseconds(load.site.tablesIn), ""],
    ["navigation → first query", milliseconds(load.site.firstQuery), ""],
    ["bare page → engine open", milliseconds(load.bare.engineOpen), ""],
    ["engine open, site ÷ bare page", `${engineRatio.toFixed(2)} ×`, `≤ 1.15 ×: ${verdict(engineRatio <= 1.15)}`],
    ["SQL screen, key → completions", milliseconds(screen.completion), `≤ 30 ms: ${verdict(screen.completion <= 30)}`],
    [
      "SQL screen, first of a million rows",
      milliseconds(screen.firstRows),
      `≤ 500 ms: ${verdict(screen.firstRows <= 500)}`,
    ],
    ["SQL screen, all of a million rows", milliseconds(screen.allRows), ""],
    [
      "SQL screen, frames dropped in scrolling",
      `${(screen.droppedFrames * 100).toFixed(1)} %`,
      `≤ 5 %: ${verdict(screen.droppedFrames <= 0.05)}`,
    ],
    ...rowsOfChanges(changes),
    ["views, page ÷ native on one thread", `${viewRatio.toFixed(2)} ×`, `≤ 3 ×: ${verdict(viewRatio <= 3)}`],
    ...views.map(
      (view) =>
        [
          `  ${view.name}`,
          `${view.page.toFixed(1)} ms ÷ ${view.native.toFixed(1)} ms = ${(view.page / view.native).toFixed(2)} ×`,
          "",
        ] as const,
    ),
  ];
  return { rows, results: { compile, load, engineRatio, viewRatio, changes, views, screen } };
}
