/** A file that cannot be read as a report: where, what was found and expected, and what to do. */
export class ReportError extends Error {
  override readonly name = "ReportError";

  readonly sourceName: string;
  /** 1-based; null where the whole file is meant. */
  readonly line: number | null;
  readonly reason: string;
  readonly remedy: string;

  constructor(sourceName: string, line: number | null, reason: string, remedy: string) {
    super(`${sourceName}${line === null ? "" : `:${line}`}: ${reason} ${remedy}`);
    this.sourceName = sourceName;
    this.line = line;
    this.reason = reason;
    this.remedy = remedy;
  }
}
