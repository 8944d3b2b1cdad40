import { execFileSync } from "node:child_process";
import { median } from "./median.ts";

export interface CompileTimes {
  readonly reports: number;
  /** Median over fresh processes, from after start-up to files written, s. */
  readonly seconds: number;
  readonly reportsPerSecond: number;
}

/** Compiles the seeds in processes of their own: nothing is warm. */
export function measureCompile(out: string, times: number): CompileTimes {
  const runs = Array.from({ length: times }, () => {
    const output = execFileSync(
      process.execPath,
      ["node_modules/tsx/dist/cli.mjs", "scripts/compile.ts", "--fresh", "--out", out],
      { encoding: "utf8" },
    );
    const summary = /^(\d+) reports?, .* in ([\d.]+) s /m.exec(output);
    if (summary === null) throw new Error(`the compiler printed no summary:\n${output}`);
    return { reports: Number(summary[1]), seconds: Number(summary[2]) };
  });
  const seconds = median(runs.map((run) => run.seconds));
  const reports = runs[0]?.reports ?? 0;
  return { reports, seconds, reportsPerSecond: reports / seconds };
}
