import { readFile } from "node:fs/promises";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * Totals of a Vitest run. A file that could not be loaded fails once, a skipped test counts as
 * failed (we have none), and so does a run that ends badly for a reason the report does not hold.
 *
 * @param path of the JSON reporter's file.
 * @param exitCode of the run.
 */
export async function vitestTotals(path: string, exitCode: number): Promise<Totals> {
  let report: JsonReport;
  try {
    report = JSON.parse(await readFile(path, "utf8")) as JsonReport; // Vitest's own format
  } catch {
    return { passed: 0, failed: 1 };
  }
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
