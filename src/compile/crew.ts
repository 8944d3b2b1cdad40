import type { AgencyDirectory } from "../report/index.ts";
import { BatchBuilder, type BatchOutcome } from "./batch.ts";
import type { CsvRecord } from "./csv.ts";
import type { ReadEffects } from "./effects.ts";
import { identityOf, readFileOf, readSource, refusalOf, type Identity, type ReadFile, type Refused } from "./source.ts";
import type { CompiledReport, CompileSteps } from "./steps.ts";

/** A file that is a report; already read where the crew keeps what it read. */
export type Identified = Identity & { readonly read: ReadFile | null };

/** What every member of a crew knows besides the files. */
export interface CrewReference {
  readonly directory: AgencyDirectory;
  readonly adjustments: readonly CsvRecord[];
}

/** Files to read, audit and encode together. */
export interface Batch {
  /** Some agencies, of each all reports. */
  readonly agencies: readonly (readonly string[])[];
  readonly divided: boolean;
}

/** Those who do the work of a compile: this thread alone, or several. */
export interface Crew {
  /** What each file is, in the order of the paths. */
  identify(paths: readonly string[]): AsyncIterable<Identified | Refused>;
  /** One outcome per batch, in the order of the batches; only a few are ever held at once. */
  compile(batches: readonly Batch[]): AsyncIterable<BatchOutcome>;
  close(): Promise<void>;
}

/** Works in this thread: every file is read once and kept until its batch is encoded. */
export class SoloCrew implements Crew {
  readonly #effects: ReadEffects;
  readonly #steps: CompileSteps;
  readonly #reference: CrewReference;
  readonly #builder: BatchBuilder;
  readonly #kept = new Map<string, CompiledReport>();

  constructor(effects: ReadEffects, steps: CompileSteps, reference: CrewReference) {
    this.#effects = effects;
    this.#steps = steps;
    this.#reference = reference;
    this.#builder = new BatchBuilder(steps, reference.adjustments);
  }

  async *identify(paths: readonly string[]): AsyncIterable<Identified | Refused> {
    for (const path of paths) {
      try {
        const { report, reused } = await readSource(path, this.#effects, this.#steps, this.#reference.directory);
        this.#kept.set(path, report);
        yield { ...identityOf(path, report), read: readFileOf(path, report, reused) };
      } catch (error) {
        yield { path, refusal: refusalOf(error, path) };
      }
    }
  }

  async *compile(batches: readonly Batch[]): AsyncIterable<BatchOutcome> {
    for (const batch of batches) yield await this.outcomeOf(batch);
  }

  close(): Promise<void> {
    this.#kept.clear();
    return Promise.resolve();
  }

  /** Reads what is not kept, audits and encodes one batch, some reports at a time. */
  async outcomeOf({ agencies, divided }: Batch): Promise<BatchOutcome> {
    const read: ReadFile[] = [];
    const refused: Refused[] = [];
    let open: (readonly CompiledReport[])[] = [];
    let count = 0;
    for (const paths of agencies) {
      const reports = await this.#reportsOf(paths, read, refused);
      if (reports.length === 0) continue;
      open.push(reports);
      count += reports.length;
      if (count < READ_AT_ONCE) continue;
      this.#builder.add(open, divided);
      open = [];
      count = 0;
    }
    this.#builder.add(open, divided);
    return { ...this.#builder.take(), read, refused };
  }

  /** The reports of one agency. */
  async #reportsOf(paths: readonly string[], read: ReadFile[], refused: Refused[]): Promise<CompiledReport[]> {
    const reports: CompiledReport[] = [];
    for (const path of paths) {
      const kept = this.#kept.get(path);
      this.#kept.delete(path);
      if (kept !== undefined) {
        reports.push(kept);
        continue;
      }
      try {
        const { report, reused } = await readSource(path, this.#effects, this.#steps, this.#reference.directory);
        reports.push(report);
        read.push(readFileOf(path, report, reused));
      } catch (error) {
        refused.push({ path, refusal: refusalOf(error, path) });
      }
    }
    return reports;
  }
}

/** Reading, auditing and encoding take turns after so many reports: after each one they would drive each other out of the caches. */
const READ_AT_ONCE = 16;
