import type { Draw } from "./draw.ts";

/** How one report prints its figures and tables. */
export interface Printing {
  readonly unit: "万元" | "元";
  readonly thousands: boolean;
  /** 类, 款 and 项 in columns of their own. */
  readonly splitCodes: boolean;
  /** 行次 columns in the summaries. */
  readonly lineNumbers: boolean;
  readonly bullets: "（一）" | "1.";
  /** Sentences are cut by hard line breaks, as a PDF leaves them. */
  readonly wrapped: boolean;
}

export function printingOf(draw: Draw): Printing {
  return {
    unit: draw.chance(0.25) ? "元" : "万元",
    thousands: draw.chance(0.4),
    splitCodes: draw.chance(0.25),
    lineNumbers: draw.chance(0.6),
    bullets: draw.one(["（一）", "1."]),
    wrapped: draw.chance(0.3),
  };
}

/** Hundredths of 万元 as a table prints them. */
export function cell(amount: number, { unit, thousands }: Printing): string {
  const text = unit === "元" ? `${amount * 100}.00` : wan(amount);
  return thousands ? text.replace(/\B(?=(?:\d{3})+\.)/g, ",") : text;
}

/** Hundredths of 万元 as a sentence prints them. */
export function wan(amount: number): string {
  const hundredths = String(amount % 100).padStart(2, "0");
  return `${Math.floor(amount / 100)}.${hundredths}`;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "0.00%" : `${((100 * part) / whole).toFixed(2)}%`;
}
