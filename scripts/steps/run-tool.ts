import { spawn } from "node:child_process";

/** The program of an installed package, run by this Node: no shell, no lookup on the path. */
const PROGRAMS = {
  tsc: "node_modules/typescript/bin/tsc",
  "svelte-check": "node_modules/svelte-check/bin/svelte-check",
  eslint: "node_modules/eslint/bin/eslint.js",
  prettier: "node_modules/prettier/bin/prettier.cjs",
  vitest: "node_modules/vitest/vitest.mjs",
  tsx: "node_modules/tsx/dist/cli.mjs",
} as const;

export type Tool = keyof typeof PROGRAMS;

/** Runs a tool with its output on ours and gives its exit code. */
export function runTool(tool: Tool, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, [PROGRAMS[tool], ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
