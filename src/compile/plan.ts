import type { Batch } from "./crew.ts";
import type { Identity } from "./source.ts";

/**
 * Reports that are encoded together, one row group of each table: the more the fewer bytes and
 * the less time, but threads shall end at about the same time.
 */
const LEAST_REPORTS = 32;
const MOST_REPORTS = 192;
const BATCHES = 48;
/** A larger collection keeps its large tables in one file per fiscal year. */
const ONE_FILE_REPORTS = 2000;

/** Whether one file per table is no longer sensible. */
export function isLarge(reports: readonly Identity[]): boolean {
  return reports.length > ONE_FILE_REPORTS;
}

/**
 * Reports in the order of the output, cut into batches. All reports of an agency are in one batch,
 * since rules hold them against each other; where it cuts depends on nothing but the reports.
 */
export function batchesOf(reports: readonly Identity[]): Batch[] {
  const divided = isLarge(reports);
  const enough = Math.min(MOST_REPORTS, Math.max(LEAST_REPORTS, Math.ceil(reports.length / BATCHES)));
  const agencies = new Map<string, Identity[]>();
  for (const report of reports) {
    const own = agencies.get(report.agency.agency_id);
    if (own === undefined) agencies.set(report.agency.agency_id, [report]);
    else own.push(report);
  }
  const batches: Identity[][][] = [];
  let open: Identity[][] = [];
  let count = 0;
  for (const [, own] of [...agencies].sort(([left], [right]) => (left < right ? -1 : 1))) {
    open.push(own);
    count += own.length;
    if (count < enough) continue;
    batches.push(open);
    open = [];
    count = 0;
  }
  if (open.length > 0) batches.push(open);
  return batches.map((batch) => ({
    agencies: batch.map((own) =>
      own.sort((left, right) => (left.reportId < right.reportId ? -1 : 1)).map(({ path }) => path),
    ),
    divided,
  }));
}
