import type { BatchOutcome } from "./batch.ts";
import type { Batch, CrewReference, Identified } from "./crew.ts";
import type { Refused } from "./source.ts";

/** What a thread is told when it begins. */
export interface WorkerSettings {
  readonly reference: CrewReference;
  /** Folder and key of readings; null to read every file. */
  readonly readings: { readonly folder: string; readonly key: string } | null;
}

export type WorkerTask =
  | { readonly kind: "identify"; readonly paths: readonly string[] }
  | { readonly kind: "compile"; readonly batch: Batch };

export type WorkerAnswer =
  | { readonly kind: "identified"; readonly found: readonly (Identified | Refused)[] }
  | { readonly kind: "compiled"; readonly outcome: BatchOutcome }
  | { readonly kind: "failed"; readonly message: string };
