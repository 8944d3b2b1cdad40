import type { Tooltip } from "bits-ui";
import { createContext } from "svelte";
import type { Bias, StatusId } from "../domain/status.ts";

/** A place in a report, as a link of the source screen. */
export interface SourcePlace {
  readonly report: string;
  /** 1-based line. */
  readonly line?: number | null;
  /** Character span in the line: 0-based, `to` exclusive. */
  readonly from?: number | null;
  readonly to?: number | null;
  readonly fact?: string | null;
}

/** What a number says about itself on hover and focus. Texts are in the reader's language already. */
export interface SourceCard {
  /** What the number is: «株洲 人均基本支出». */
  readonly title?: string;
  /** The value with its unit, as printed on the screen. */
  readonly value?: string;
  readonly formula?: string;
  /** Its inputs: «基本支出 1,336.56 万元», «在职 59 人». */
  readonly inputs?: readonly { readonly label: string; readonly value: string }[];
  readonly status?: StatusId;
  readonly bias?: Bias | null;
  readonly note?: string | null;
  /** How many agencies are comparable. */
  readonly n?: number;
  /** Where it is printed: «株洲 2020 决算», line. Filled in from the place when absent. */
  readonly where?: string;
}

export type SourceTether = Tooltip.Tether<SourceCard>;

export const [useSourceTether, provideSourceTether] = createContext<SourceTether>();
