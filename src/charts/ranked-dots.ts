import { dot, link, ruleX, ruleY, text, type Markish } from "@observablehq/plot";
import type { MetricValueRow } from "../domain/records.ts";
import {
  drawEmpty,
  drawFrame,
  rightMargin,
  rowLabelMark,
  rowLabels,
  type ChartOptions,
  type Margins,
} from "./frame.ts";
import { INK, SIZE } from "./ink.ts";
import { statusMark } from "./status-mark.ts";
import { fitted, textWidth } from "./text-fit.ts";
import { axisOf, type Axis } from "./ticks.ts";

/** One agency's value of the metric on show, in the order to draw. */
export interface RankedDotsRow extends Pick<
  MetricValueRow,
  "report_id" | "agency_id" | "value" | "lo" | "hi" | "status"
> {
  /** The agency's name beside the row. */
  label: string;
  /** Second label after the value: `1.25×`. */
  ratio_text?: string | null;
  /** Words in place of the dot where `value` is null: «未披露人数 · 填入假设 →». */
  missing_text?: string | null;
  /** What hovering tells: formula, inputs, status. */
  title?: string;
  /** Where the dot (or the words in its place) leads. */
  href?: string | null;
}

export interface RankedDotsOptions extends ChartOptions {
  /** Vertical rule, usually the median. */
  median?: { value: number; label: string } | null;
  /** Draw the hair line from zero to the dot; default true. */
  stems?: boolean;
}

type Present = RankedDotsRow & { value: number; index: number };

const GAP = 9;

/**
 * Ranked dots upon one axis from zero, with the value and the ratio printed beside each dot, the
 * interval of the value as a thin bar, hollow marks for inputs that are not the report's own.
 */
export function rankedDots(rows: readonly RankedDotsRow[], options: RankedDotsOptions): SVGSVGElement {
  if (rows.length === 0) return drawEmpty(options);
  const { width, format } = options;
  const median = options.median ?? null;
  const labels = rowLabels(
    rows.map((row) => row.label),
    width,
  );
  const present = rows.flatMap((row, index) => (row.value === null ? [] : [{ ...row, value: row.value, index }]));
  const extent = present.flatMap((row) => [row.lo ?? row.value, row.value, row.hi ?? row.value]);
  const most = Math.max(0, median?.value ?? 0, ...extent);
  const least = Math.min(0, ...extent);
  const domain = [least, most > least ? most : least + 1] as const;

  const valueWidth = (row: Present) => textWidth(format(row.value), SIZE.value, true);
  const labelWidth = (row: Present) =>
    GAP + valueWidth(row) + (row.ratio_text ? 7 + textWidth(row.ratio_text, SIZE.note) : 0);
  const left = labels.width + 14;
  const margins: Margins = {
    top: median === null ? 6 : 22,
    left,
    bottom: options.axisTitle === undefined ? 26 : 42,
    right: rightMargin(
      present.map((row) => ({ value: Math.max(row.value, row.hi ?? row.value), pixels: labelWidth(row) + 2 })),
      (value) => (value - domain[0]) / (domain[1] - domain[0]),
      width,
      left,
      16,
    ),
  };
  const axis = axisOf(domain, [left, width - margins.right]);
  const labelAt = (row: Present) => axis.px(Math.max(row.value, row.hi ?? row.value)) + GAP;

  const marks: Markish[] = [
    rowLabelMark(
      rows.map((row) => row.label),
      labels,
      margins,
    ),
    ruleX([Math.max(0, least)], { stroke: INK.axis }),
    ...(options.stems === false ? [] : [stems(present, options)]),
    ...intervals(present, axis, options),
    ...(median === null ? [] : medianRule(median, axis, width)),
    ...dots(present, options),
    text(present, {
      x: (row: Present) => axis.at(labelAt(row)),
      y: (row: Present) => row.index + 0.5,
      text: (row: Present) => format(row.value),
      title: (row: Present) => titleOf(row, options),
      href: (row: Present) => row.href ?? null,
      textAnchor: "start",
      fontSize: SIZE.value,
      fontWeight: 600,
      fontVariant: "tabular-nums",
      fill: INK.text,
      stroke: INK.ground,
      strokeWidth: 4,
    }),
    text(
      present.filter((row) => row.ratio_text),
      {
        x: (row: Present) => axis.at(labelAt(row) + valueWidth(row) + 7),
        y: (row: Present) => row.index + 0.5,
        text: (row: Present) => row.ratio_text ?? "",
        textAnchor: "start",
        fontSize: SIZE.note,
        fontVariant: "tabular-nums",
        fill: INK.muted,
        stroke: INK.ground,
        strokeWidth: 4,
      },
    ),
    missingWords(rows, axis, width),
  ];
  const rowHeight = Math.max(34, labels.most * 17 + 8);
  // Without any value there is nothing to read off an axis.
  const ticks = present.length === 0 ? { ticks: [] } : {};
  return drawFrame({ ...options, ...ticks, margins, rows: rows.length, rowHeight, axis, marks });
}

function titleOf(row: Present, options: RankedDotsOptions): string {
  return row.title ?? `${row.label} ${options.format(row.value)}`;
}

function stems(rows: readonly Present[], options: RankedDotsOptions): Markish {
  return ruleY(rows, {
    x1: 0,
    x2: (row: Present) => row.value,
    y: (row: Present) => row.index + 0.5,
    stroke: (row: Present) => options.colour(row.agency_id),
    strokeOpacity: 0.4,
    strokeWidth: 1,
  });
}

/** A bar with end caps, only where it is wide enough to be seen beside the dot. */
function intervals(rows: readonly Present[], axis: Axis, options: RankedDotsOptions): Markish[] {
  const wide = rows.filter((row) => axis.px(row.hi ?? row.value) - axis.px(row.lo ?? row.value) > 2);
  const stroke = (row: Present) => options.colour(row.agency_id);
  const ends = wide.flatMap((row) => [
    { row, x: row.lo ?? row.value },
    { row, x: row.hi ?? row.value },
  ]);
  return [
    link(wide, {
      x1: (row: Present) => row.lo ?? row.value,
      x2: (row: Present) => row.hi ?? row.value,
      y1: (row: Present) => row.index + 0.5,
      y2: (row: Present) => row.index + 0.5,
      stroke,
      strokeOpacity: 0.6,
      strokeWidth: 3,
    }),
    link(ends, {
      x1: (end: (typeof ends)[number]) => end.x,
      x2: (end: (typeof ends)[number]) => end.x,
      y1: (end: (typeof ends)[number]) => end.row.index + 0.38,
      y2: (end: (typeof ends)[number]) => end.row.index + 0.62,
      stroke: (end: (typeof ends)[number]) => stroke(end.row),
      strokeOpacity: 0.8,
      strokeWidth: 1.5,
    }),
  ];
}

function medianRule(median: { value: number; label: string }, axis: Axis, width: number): Markish[] {
  const half = textWidth(median.label, SIZE.note) / 2 + 2;
  const centre = Math.min(Math.max(axis.px(median.value), half), width - half);
  return [
    ruleX([median.value], { stroke: INK.axis, strokeDasharray: "3,3" }),
    text([median.label], {
      x: axis.at(centre),
      frameAnchor: "top",
      dy: -8,
      lineAnchor: "bottom",
      fontSize: SIZE.note,
      fontVariant: "tabular-nums",
      fill: INK.muted,
    }),
  ];
}

/** The dots themselves, which carry title and link; the sign inside a ring lets the pointer through. */
function dots(rows: readonly Present[], options: RankedDotsOptions): Markish[] {
  const colour = (row: Present) => options.colour(row.agency_id);
  const draw = (dashed: boolean) =>
    dot(
      rows.filter((row) => statusMark(row.status).dashed === dashed),
      {
        x: (row: Present) => row.value,
        y: (row: Present) => row.index + 0.5,
        r: 6,
        fill: (row: Present) => (statusMark(row.status).hollow ? INK.ground : colour(row)),
        stroke: colour,
        strokeWidth: 2,
        ...(dashed ? { strokeDasharray: "3,2" } : {}),
        href: (row: Present) => row.href ?? null,
        title: (row: Present) => titleOf(row, options),
      },
    );
  return [
    draw(false),
    draw(true),
    text(
      rows.filter((row) => statusMark(row.status).sign !== null),
      {
        x: (row: Present) => row.value,
        y: (row: Present) => row.index + 0.5,
        text: (row: Present) => statusMark(row.status).sign ?? "",
        fontSize: 9,
        fontWeight: 700,
        fill: colour,
        pointerEvents: "none",
      },
    ),
  ];
}

function missingWords(rows: readonly RankedDotsRow[], axis: Axis, width: number): Markish {
  const missing = rows.flatMap((row, index) => (row.value === null ? [{ row, index }] : []));
  const start = axis.range[0] + 5;
  type Missing = (typeof missing)[number];
  return text(missing, {
    x: axis.at(start),
    y: (each: Missing) => each.index + 0.5,
    text: (each: Missing) => fitted(each.row.missing_text ?? "–", width - start - 2, SIZE.note).join("\n"),
    title: (each: Missing) => each.row.title ?? `${each.row.label} ${each.row.missing_text ?? "–"}`,
    href: (each: Missing) => each.row.href ?? null,
    textAnchor: "start",
    fontSize: SIZE.note,
    fill: INK.notice,
    stroke: INK.ground,
    strokeWidth: 4,
  });
}
