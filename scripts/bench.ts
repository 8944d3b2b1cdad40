import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { build } from "vite";
import { measureCompile } from "./bench/compile-times.ts";
import { measureLoads, type Bytes } from "./bench/loads.ts";
import { measureViews } from "./bench/view-queries.ts";
import { runTool } from "./steps/run-tool.ts";

const command = new Command("bench")
  .description("Measures compile time, bytes over the wire, loading and queries; prints a table, writes JSON.")
  .option("--loads <n>", "cold loads of each page", "5")
  .option("--json <file>", "where the JSON goes", "node_modules/.cache/duibiao/bench/results.json")
  .parse();
const options = command.opts<{ loads: string; json: string }>();
const loads = Math.max(1, Number(options.loads) || 5);

const WORKSPACE = resolve("node_modules/.cache/duibiao/bench");
const DATA = `${WORKSPACE}/data`;
const SITE = `${WORKSPACE}/dist`;
const BARE = `${WORKSPACE}/bare`;

await mkdir(WORKSPACE, { recursive: true });
console.log("compiling the seeds, in fresh processes");
const compile = measureCompile(DATA, loads);

console.log("building the site and a bare page");
const code = await runTool("tsx", ["scripts/build.ts", "--data", DATA, "--out", SITE], {
  DUIBIAO_STAGING: `${WORKSPACE}/site`,
});
if (code !== 0) process.exit(code);
await build({
  configFile: false,
  logLevel: "warn",
  root: resolve("scripts/bench/bare"),
  base: "./",
  build: { outDir: BARE, emptyOutDir: true, target: "es2023", modulePreload: { polyfill: false } },
});

console.log(`loading each ${loads} times, cold`);
const load = await measureLoads(SITE, BARE, loads);
console.log("running every view in the page and natively");
const views = await measureViews(SITE, DATA, 5);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const engineRatio = load.site.engineReady / load.bare.engineReady;
const viewRatio = sum(views.map((view) => view.page)) / sum(views.map((view) => view.native));

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
const milliseconds = (time: number | null): string => (time === null ? "–" : `${time.toFixed(0)} ms`);
const sizes = ({ files, raw, gzip, brotli }: Bytes): string =>
  `${files} files, ${kilobytes(raw)} raw, ${kilobytes(gzip)} gzip, ${kilobytes(brotli)} brotli`;
const verdict = (ok: boolean): string => (ok ? "met" : "MISSED");

const rows: readonly (readonly [what: string, value: string, target: string])[] = [
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
  ["navigation → engine ready", milliseconds(load.site.engineReady), ""],
  ["navigation → first query", milliseconds(load.site.firstQuery), ""],
  ["bare page → engine ready", milliseconds(load.bare.engineReady), ""],
  ["engine ready, site ÷ bare page", `${engineRatio.toFixed(2)} ×`, `≤ 1.15 ×: ${verdict(engineRatio <= 1.15)}`],
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
const width = Math.max(...rows.map(([what]) => what.length));
console.log("");
for (const [what, value, target] of rows)
  console.log(`${what.padEnd(width)}  ${value.padEnd(36)}  ${target}`.trimEnd());
await writeFile(options.json, `${JSON.stringify({ compile, load, engineRatio, viewRatio, views }, null, 2)}\n`);
console.log(`\n${options.json}`);
