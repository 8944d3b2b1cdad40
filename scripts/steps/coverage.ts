import { existsSync, readFileSync } from "node:fs";
import { decodeReport } from "../../src/compile/decode.ts";
import { findReports } from "../../src/compile/node.ts";
import { coverageOf, LEFT_OUT, readReport, ReportError } from "../../src/report/index.ts";

/**
 * Prints a coverage sheet per report: numbers in the text, those that are facts, those left out and
 * why, and each unexplained one with its line. A file that is no report was refused before.
 */
export async function printCoverage(paths: readonly string[]): Promise<void> {
  const files = (await Promise.all(paths.filter((path) => existsSync(path)).map((path) => findReports(path)))).flat();
  for (const file of files) {
    try {
      const sheet = coverageOf(readReport(decodeReport(readFileSync(file), file), { agencies: [] }));
      const { numbers, covered, facts, unexplained } = sheet;
      const share = numbers === 0 ? 0 : (unexplained.length / numbers) * 100;
      const reasons = LEFT_OUT.filter((reason) => sheet.leftOut[reason] > 0)
        .map((reason) => `${reason.replace("_", " ")} ${sheet.leftOut[reason]}`)
        .join(", ");
      console.log(`\n${file}`);
      console.log(
        `  ${numbers} numbers · ${covered} read as ${facts} facts · ${unexplained.length} unexplained (${share.toFixed(2)} %)`,
      );
      console.log(`  left out: ${reasons === "" ? "none" : reasons}`);
      for (const { line, text, context } of unexplained) console.log(`  ${file}:${line}: ${text}  «${context}»`);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
    }
  }
}
