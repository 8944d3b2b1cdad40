import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { inventedReport } from "../bench/invented/report.ts";
import { mutatedReports } from "./mutations.ts";
import { unsound } from "./unsound.ts";

/** The seeds and some invented reports, which print their tables in other ways. */
export function sourcesOf(seeds: string): string[] {
  const files = readdirSync(seeds).filter((file) => file.endsWith(".txt"));
  return [
    ...files.sort().map((file) => readFileSync(join(seeds, file), "utf8")),
    ...[0, 1, 6, 11, 17].map((index) => inventedReport(index).text),
  ];
}

/**
 * Whatever is done to reports, reading and auditing them ends, refuses or gives sound facts and findings.
 *
 * @param window see `mutatedReports`.
 */
export function soundness(sources: readonly string[], window: number | null): fc.IProperty<[string, string | null]> {
  return fc.property(
    mutatedReports(sources, window),
    fc.option(mutatedReports(sources, window === null ? 200 : window), { freq: 3 }),
    (text, other) => {
      const problems = unsound(text, other);
      if (problems.length > 0) throw new Error(problems.slice(0, 5).join("\n"));
    },
  );
}
