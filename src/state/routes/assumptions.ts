import { amounts, choice, ids } from "../param.ts";
import type { Values } from "../param.ts";
import { readerAdjustments } from "../reader-adjustments.ts";

/** What a reader assumes and changes in the figures: parts of every address, so that they hold on every screen. */
export const assumptionParams = {
  /** Pass-through adjustments that the reader switched off, by adjustment_id. */
  without: ids(),
  /** Headcounts typed in by the reader, by report_id; `report_id.establishment` for another headcount than staff in service. */
  assume: amounts(),
  /** Whether a headcount may be taken from another report of the agency. */
  borrow: choice(["yes", "no"], "yes"),
  /** Money that the reader takes out, on the comparable basis. */
  adjust: readerAdjustments(),
};

export type AssumptionValues = Values<typeof assumptionParams>;

export const NO_ASSUMPTIONS: AssumptionValues = {
  without: assumptionParams.without.fallback,
  assume: assumptionParams.assume.fallback,
  borrow: assumptionParams.borrow.fallback,
  adjust: assumptionParams.adjust.fallback,
};

/** The parts of an address that change figures, without its others. */
export function assumptionsOf({ without, assume, borrow, adjust }: AssumptionValues): AssumptionValues {
  return { without, assume, borrow, adjust };
}
