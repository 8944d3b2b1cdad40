import { rect, ruleX, text, type Markish } from "@observablehq/plot";
import { drawEmpty, drawFrame, rowLabelMark, rowLabels, type ChartOptions, type Margins } from "./frame.ts";
import { INK, SIZE } from "./ink.ts";
import { textWidth, truncated } from "./text-fit.ts";
import { axisOf } from "./ticks.ts";

/** Budget and final of one agency (or one component of it), in one unit. */
export interface BulletRow {
  /** Unique among the rows. */
  key: string;
  agency_id: string;
  label: string;
  budget: number | null;
  final: number | null;
  /** Words where the budget is null: «未披露年初预算». */
  budget_missing?: string;
  /** Words where the final figure is null: «未披露». */
  final_missing?: string;
  /** Second line of the right column: «完成 10.6%», «不可算». */
  rate_text?: string | null;
  title?: string;
  href?: string | null;
}

export type BulletOptions = ChartOptions;

interface Drawn {
  row: BulletRow;
  index: number;
  amounts: string;
  rate: string;
}

/** Least width of a stated zero's bar: a zero is drawn as a line, a missing figure is not drawn. */
const ZERO_WIDTH = 2;

/**
 * Bullets from zero: the budget as a frame, the final figure as a bar of the agency's colour inside
 * it (beyond it when overspent), both amounts and the rate printed in a column at the right.
 */
export function bullet(rows: readonly BulletRow[], options: BulletOptions): SVGSVGElement {
  if (rows.length === 0) return drawEmpty(options);
  const { width, format } = options;
  const drawn = rows.map((row, index): Drawn => {
    const final = row.final === null ? (row.final_missing ?? "–") : format(row.final);
    const budget = row.budget === null ? (row.budget_missing ?? "–") : format(row.budget);
    return { row, index, amounts: `${final} / ${budget}`, rate: row.rate_text ?? "" };
  });
  const labels = rowLabels(
    rows.map((row) => row.label),
    width,
    width < 480 ? 0.26 : 0.34,
  );
  const column = Math.min(
    width * 0.45,
    Math.max(
      ...drawn.map((each) => Math.max(textWidth(each.amounts, SIZE.value, true), textWidth(each.rate, SIZE.note))),
    ),
  );
  const margins: Margins = {
    top: 4,
    left: labels.width + 12,
    right: Math.ceil(column) + 14,
    bottom: options.axisTitle === undefined ? 26 : 42,
  };
  const values = rows.flatMap((row) => [row.budget ?? 0, row.final ?? 0]);
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const axis = axisOf([least, most > least ? most : least + 1], [margins.left, width - margins.right]);
  const titleOf = (each: Drawn) => each.row.title ?? `${each.row.label} ${each.amounts} ${each.rate}`.trim();
  const hrefOf = (each: Drawn) => each.row.href ?? null;
  /** The far end of a bar, never less than the width of a zero. */
  const end = (value: number) =>
    Math.abs(axis.px(value) - axis.px(0)) < ZERO_WIDTH ? axis.at(axis.px(0) + ZERO_WIDTH) : value;

  const marks: Markish[] = [
    rowLabelMark(
      rows.map((row) => row.label),
      labels,
      margins,
    ),
    rect(
      drawn.filter((each) => each.row.budget !== null),
      {
        x1: 0,
        x2: (each: Drawn) => end(each.row.budget ?? 0),
        y1: (each: Drawn) => each.index + 0.24,
        y2: (each: Drawn) => each.index + 0.76,
        fill: INK.frameFill,
        stroke: INK.frame,
        strokeWidth: 1.25,
        title: titleOf,
      },
    ),
    ruleX([0], { stroke: INK.axis }),
    rect(
      drawn.filter((each) => each.row.final !== null),
      {
        x1: 0,
        x2: (each: Drawn) => end(each.row.final ?? 0),
        y1: (each: Drawn) => each.index + 0.38,
        y2: (each: Drawn) => each.index + 0.62,
        fill: (each: Drawn) => options.colour(each.row.agency_id),
        title: titleOf,
        href: hrefOf,
      },
    ),
    text(drawn, {
      y: (each: Drawn) => each.index + (each.rate === "" ? 0.5 : 0.34),
      text: (each: Drawn) => truncated(each.amounts, column, SIZE.value, true),
      title: titleOf,
      href: hrefOf,
      frameAnchor: "right",
      dx: margins.right - 2,
      textAnchor: "end",
      fontSize: SIZE.value,
      fontWeight: 600,
      fontVariant: "tabular-nums",
      fill: INK.text,
    }),
    text(
      drawn.filter((each) => each.rate !== ""),
      {
        y: (each: Drawn) => each.index + 0.71,
        text: (each: Drawn) => truncated(each.rate, column, SIZE.note),
        title: titleOf,
        frameAnchor: "right",
        dx: margins.right - 2,
        textAnchor: "end",
        fontSize: SIZE.note,
        fontVariant: "tabular-nums",
        fill: INK.muted,
      },
    ),
  ];
  return drawFrame({
    ...options,
    margins,
    rows: rows.length,
    rowHeight: Math.max(40, labels.most * 17 + 8),
    axis,
    marks,
  });
}
