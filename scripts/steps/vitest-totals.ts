import { readFile } from "node:fs/promises";
import { relative } from "node:path";

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** What failed, a line each: the end of a log is often all that is left of it. */
  readonly failures?: readonly string[];
}

interface Assertion {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages?: readonly string[];
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly Assertion[];
  }[];
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
    return { passed: 0, failed: 1, failures: [`no report of the run, which ended with ${String(exitCode)}`] };
  }
  const failures = report.testResults.flatMap(({ name, status, message = "", assertionResults }) => {
    const file = relative(".", name);
    if (assertionResults.length === 0) return status === "failed" ? [`${file}: ${firstLine(message)}`] : [];
    return assertionResults
      .filter((test) => test.status !== "passed")
      .map((test) => `${file} > ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? test.status)}`);
  });
  if (failures.length === 0 && exitCode !== 0) failures.push(`the run ended with ${String(exitCode)}, no test failed`);
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";
