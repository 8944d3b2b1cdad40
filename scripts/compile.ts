import { existsSync } from "node:fs";
import { Command } from "commander";
import { runCompile } from "./steps/compile.ts";
import { printCoverage } from "./steps/coverage.ts";

const command = new Command("compile")
  .description("Compiles reports to Parquet tables and a manifest.")
  .argument("[paths...]", "report files or folders", ["seeds"])
  .option("--out <dir>", "output folder", "data")
  .option("--reference <dir>", "folder of agencies.csv and adjustments.csv (default: reference/ beside the reports)")
  .option("--replace", "of two files for one report let the one named later count")
  .option("--fresh", "read every file again, whatever an earlier compile has read")
  .option("--threads <n>", "threads (default: one for few reports, one per core for many)")
  .option("--report", "print for each report what became of its numbers")
  .parse();

const options = command.opts<{
  out: string;
  reference?: string;
  replace?: boolean;
  fresh?: boolean;
  threads?: string;
  report?: boolean;
}>();
const missing = command.args.filter((path) => !existsSync(path));
for (const path of missing) {
  console.error(`${path}: there is no such file or folder. Give files or folders that hold the text of reports.`);
}
const outcome = await runCompile({
  paths: command.processedArgs[0] as string[], // declared above as variadic with a default
  out: options.out,
  reference: options.reference ?? null,
  replace: options.replace === true,
  fresh: options.fresh === true,
  ...(options.threads === undefined ? {} : { threads: Math.max(1, Number(options.threads) || 1) }),
});
if (options.report === true) await printCoverage(command.processedArgs[0] as string[]); // declared above as variadic
process.exitCode = outcome.ok && missing.length === 0 ? 0 : 1;
