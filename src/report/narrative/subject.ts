import type { ItemId } from "../../domain/items.ts";

/** What a sentence speaks of: a canonical concept where there is one, and the printed name. */
export interface Subject {
  readonly item: ItemId | null;
  readonly code: string | null;
  /** As printed, white space removed. */
  readonly label: string;
  readonly parentLabel: string | null;
}

/** A printed name that means no item of the vocabulary. */
export function unnamedSubject(label: string, parentLabel: string | null = null): Subject {
  return { item: null, code: null, label, parentLabel };
}
