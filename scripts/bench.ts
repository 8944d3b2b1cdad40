import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Command } from "commander";
import type { Row } from "./bench/print-rows.ts";
import { printRows } from "./bench/print-rows.ts";

const WORKSPACE = "node_modules/.cache/duibiao/bench";

const command = new Command("bench")
  .description("Measures; prints a table, writes JSON. Without an argument: the seeds, the built site, its queries.")
  .argument("[what]", "compile: ten thousand invented reports on all cores; compare: changes of choice in a built site")
  .option("--site <dir>", "the built site that compare measures", "dist")
  .option("--agencies <n>", "compare: in place of a site, short invented reports of so many agencies")
  .option("--years <n>", "and of so many years each", "3")
  .option("--loads <n>", "cold loads of each page", "5")
  .option("--reports <n>", "invented reports", "10000")
  .option("--threads <n>", "threads that compile them (default: one per core)")
  .option("--json <file>", "where the JSON goes", `${WORKSPACE}/results.json`)
  .parse();
const options = command.opts<{
  loads: string;
  reports: string;
  threads?: string;
  json: string;
  site: string;
  agencies?: string;
  years: string;
}>();
const [what] = command.args;
const least = (text: string, otherwise: number): number => Math.max(1, Number(text) || otherwise);

async function report(rows: readonly Row[], results: object): Promise<void> {
  printRows(rows);
  await mkdir(dirname(options.json), { recursive: true });
  await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
  console.log(`\n${options.json}`);
}

await mkdir(WORKSPACE, { recursive: true });
if (what === "compile") {
  const { measureCollection, rowsOfCollection } = await import("./bench/collection.ts");
  const threads = options.threads === undefined ? null : least(options.threads, 1);
  const collection = await measureCollection(WORKSPACE, least(options.reports, 10_000), threads);
  await report(rowsOfCollection(collection), { collection });
} else if (what === "compare") {
  const { measureChanges, rowsOfChanges } = await import("./bench/compare-changes.ts");
  const { largeSet, rowsOfSet } = await import("./bench/large-set.ts");
  const set =
    options.agencies === undefined
      ? null
      : await largeSet(WORKSPACE, least(options.agencies, 4000), least(options.years, 3));
  const changes = await measureChanges(set?.site ?? options.site, least(options.loads, 5));
  await report([...(set === null ? [] : rowsOfSet(set)), ...rowsOfChanges(changes)], { set, changes });
} else if (what === undefined) {
  const { measureSite } = await import("./bench/site.ts");
  const { rows, results } = await measureSite(WORKSPACE, least(options.loads, 5));
  await report(rows, results);
} else {
  console.error(`${what}: there is no such measurement; leave it out or say compile or compare.`);
  process.exitCode = 1;
}
