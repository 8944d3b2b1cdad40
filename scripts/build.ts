import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import type { Manifest } from "../src/compile/manifest.ts";
import { compilerVersion } from "../src/compile/readings.ts";
import { buildSite } from "./site/build-site.ts";
import { runCompile } from "./steps/compile.ts";

const command = new Command("build")
  .description("Builds dist/: static files for any web server, precompressed beside the originals.")
  .option("--out <dir>", "output folder", "dist")
  .option("--data <dir>", "folder of the compiled tables; the seeds are compiled when it has none", "data")
  .option("--quick", "compress less, in seconds instead of a minute", false)
  .parse();
const options = command.opts<{ out: string; data: string; quick: boolean }>();

const manifestPath = join(options.data, "manifest.json");
if (!existsSync(manifestPath)) {
  const outcome = await runCompile({ paths: ["seeds"], out: options.data, reference: null });
  if (!outcome.written) process.exit(1);
}
const { compiler } = JSON.parse(readFileSync(manifestPath, "utf8")) as Manifest; // written by our own compile
const current = await compilerVersion();
if (compiler !== current) {
  console.warn(
    `${options.data}/ was compiled by version ${compiler}, this is ${current}: what has been learnt since is missing. ` +
      `Compile its reports again with npm run compile -- <reports> --out ${options.data}`,
  );
}
await buildSite({ data: options.data, out: options.out, effort: options.quick ? "quick" : "best" });
