import { existsSync } from "node:fs";
import { Command } from "commander";
import { buildSite } from "./site/build-site.ts";
import { runCompile } from "./steps/compile.ts";

const command = new Command("build")
  .description("Builds dist/: static files for any web server, precompressed beside the originals.")
  .option("--out <dir>", "output folder", "dist")
  .option("--data <dir>", "folder of the compiled tables; the seeds are compiled when it has none", "data")
  .option("--quick", "compress less, in seconds instead of a minute", false)
  .parse();
const options = command.opts<{ out: string; data: string; quick: boolean }>();

if (!existsSync(`${options.data}/manifest.json`)) {
  const outcome = await runCompile({ paths: ["seeds"], out: options.data, reference: null });
  if (!outcome.written) process.exit(1);
}
await buildSite({ data: options.data, out: options.out, effort: options.quick ? "quick" : "best" });
