import type { ReaderAdjustment } from "../model/assumption.ts";
import type { Param } from "./param.ts";

const MOST = 20;
/** A reason is a line, not a report. */
export const LONGEST_REASON = 80;

const SIDES = { n: "numerator", d: "denominator", b: "both" } as const;
const FORM = /^([\p{L}\p{N}][\p{L}\p{N}_.-]{0,99}):([ndb]):([a-z0-9_.]{1,60}):(-?\d{1,9}(?:\.\d{1,6})?):([^;]*)$/u;

/** An amount as typed, with full-width digits and thousands separators; null for what is none, or 0. */
export function parseAdjustmentAmount(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[,\s]/g, "")
    .replace(/^[−－]/, "-");
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(plain) && Number(plain) !== 0 ? plain : null;
}

/** A reason as it may stand in an address. */
export function trimmedReason(text: string): string {
  return text
    .replace(/[;\p{Cc}]/gu, " ")
    .trim()
    .slice(0, LONGEST_REASON);
}

/** `report:side:concept:amount:reason`, separated by semicolons. */
export function readerAdjustments(): Param<readonly ReaderAdjustment[]> {
  return {
    parse: (text) => {
      // The same one twice is the same one.
      const parts = [...new Set(text.split(";"))];
      if (parts.length > MOST) return undefined;
      const read = parts.map((part): ReaderAdjustment | null => {
        const [, report_id = "", side = "n", concept = "", amount = "", reason = ""] = FORM.exec(part) ?? [];
        if (report_id === "" || Number(amount) === 0 || reason.length > LONGEST_REASON) return null;
        return { report_id, side: SIDES[side as keyof typeof SIDES], concept, amount, reason }; // FORM allows these three
      });
      const known = read.filter((each) => each !== null);
      return known.length === read.length ? known : undefined;
    },
    print: (value) =>
      value
        .slice(0, MOST)
        .map(({ report_id, side, concept, amount, reason }) =>
          [report_id, side.charAt(0), concept, amount, trimmedReason(reason)].join(":"),
        )
        .join(";"),
    fallback: [],
  };
}
