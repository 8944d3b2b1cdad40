import { mkdir, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { Command, Option } from "commander";
import { ensureChromium } from "./site/chromium.ts";
import { compileMessages } from "./site/messages.ts";
import { runTool, type Tool } from "./steps/run-tool.ts";
import { vitestTotals, type Totals } from "./steps/vitest-totals.ts";

const PARTS = ["checks", "unit", "browser"] as const;
type Part = (typeof PARTS)[number];

const command = new Command("test")
  .description("Type checks, lint, unit and integration tests, and tests of the built site in a real browser.")
  .addOption(new Option("--only <part>", "one part").choices([...PARTS]))
  .parse();
const { only } = command.opts<{ only?: Part }>();

/** Everything the run writes: data/ and dist/ stay as they are, and two runs do not meet. */
const WORKSPACE = resolve(`node_modules/.cache/duibiao/test-${process.pid}`);
const DATA = `${WORKSPACE}/data`;
const DIST = `${WORKSPACE}/dist`;

const CHECKS: readonly (readonly [name: string, tool: Tool, args: readonly string[]])[] = [
  ["types of the core, without DOM and Node", "tsc", ["-p", "tsconfig.core.json"]],
  ["types", "tsc", ["-p", "tsconfig.json"]],
  ["Svelte components", "svelte-check", ["--fail-on-warnings", "--output", "human"]],
  ["lint", "eslint", [".", "--max-warnings", "0"]],
  ["format", "prettier", ["--check", "--log-level", "warn", "."]],
];

const total = { passed: 0, failed: 0 };
const failures: string[] = [];

function count(name: string, { passed, failed, failures: named = [] }: Totals): void {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed} failed`, ...named.map((each) => `  ${each}`));
}

const heading = (text: string): void => console.log(`\n── ${text}`);

/** One check that passes or fails as a whole. */
async function check(name: string, run: () => Promise<boolean>): Promise<boolean> {
  heading(name);
  const begun = performance.now();
  const ok = await run();
  console.log(`${ok ? "passed" : "FAILED"}: ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  count(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

async function vitest(name: string, projects: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  heading(name);
  const report = `${WORKSPACE}/${projects.join("-")}.json`;
  await rm(report, { force: true });
  const args = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runTool("vitest", ["run", ...args, ...reporters], env);
  count(name, await vitestTotals(report, code));
}

async function browserTests(): Promise<void> {
  const env = { DUIBIAO_STAGING: `${WORKSPACE}/site` };
  const built = await check("build", async () => {
    const compiled = await runTool("tsx", ["scripts/compile.ts", "--out", DATA]);
    if (compiled !== 0) return false;
    return (await runTool("tsx", ["scripts/build.ts", "--quick", "--data", DATA, "--out", DIST], env)) === 0;
  });
  let browser: string;
  try {
    browser = ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    count("browser tests: no browser", { passed: 0, failed: 1 });
    return;
  }
  if (!built) {
    count("browser tests: no built site", { passed: 0, failed: 1 });
    return;
  }
  await vitest("browser tests", ["browser"], { CHROMIUM_PATH: browser, DUIBIAO_DIST: DIST, DUIBIAO_DATA: DATA });
}

await mkdir(WORKSPACE, { recursive: true });
await compileMessages();
if (only === undefined || only === "checks") {
  for (const [name, tool, args] of CHECKS) await check(name, async () => (await runTool(tool, args)) === 0);
}
if (only === undefined || only === "unit") await vitest("unit and integration tests", ["node", "jsdom"]);
if (only === undefined || only === "browser") await browserTests();

await rm(WORKSPACE, { recursive: true, force: true });
console.log("");
for (const failure of failures) console.log(failure);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
