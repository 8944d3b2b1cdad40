import { rect, ruleX, text, type Markish } from "@observablehq/plot";
import { drawEmpty, drawFrame, rowLabelMark, rowLabels, type ChartOptions, type Margins } from "./frame.ts";
import { INK, SIZE } from "./ink.ts";
import { textWidth } from "./text-fit.ts";
import { axisOf, plainNumber } from "./ticks.ts";

/** One part of a gap: focus − other, in the unit of the chart. */
export interface DifferenceRow {
  /** Unique among the rows. */
  key: string;
  label: string;
  gap: number;
  /** `rest`: what the other rows do not hold, grey and last; `total`: the whole gap, first. */
  kind: "part" | "rest" | "total";
  /** Short words after the value: «长春未列款». Left to the title where there is no room. */
  note?: string | null;
  title?: string;
  href?: string | null;
}

export interface DifferenceOptions extends ChartOptions {
  /** Colour of bars that say «focus is higher». */
  focus_id: string;
  /** Colour of bars that say «the other is higher»; omit for the grey of a median of several. */
  other_id?: string;
}

const GAP = 6;

/** `+1.17`, `−0.29`, `0.00`: the caller's format of the absolute value with a sign before it, unless it prints as zero. */
export function signed(value: number, format: (value: number) => string): string {
  const digits = format(Math.abs(value));
  if (!/[1-9]/.test(digits)) return digits;
  return value > 0 ? `+${digits}` : `−${digits}`;
}

/** The total first, parts by the size of their gap, the rest last. */
export function inDrawingOrder(rows: readonly DifferenceRow[]): DifferenceRow[] {
  const group = { total: 0, part: 1, rest: 2 } as const;
  return rows.toSorted((a, b) => group[a.kind] - group[b.kind] || Math.abs(b.gap) - Math.abs(a.gap));
}

/** Signed bars from a common zero, one part of a gap each, with the amount at the bar's end. */
export function difference(given: readonly DifferenceRow[], options: DifferenceOptions): SVGSVGElement {
  if (given.length === 0) return drawEmpty(options);
  const rows = inDrawingOrder(given);
  const { width } = options;
  const labels = rowLabels(
    rows.map((row) => row.label),
    width,
    width < 480 ? 0.36 : 0.32,
  );
  const margins: Margins = {
    top: 4,
    left: labels.width + 12,
    right: 4,
    bottom: options.axisTitle === undefined ? 26 : 42,
  };
  const inner = width - margins.left - margins.right;
  // Asked for at every step of the fit: printed and measured once.
  const widths = new Map(rows.map((row) => [row, GAP + textWidth(signed(row.gap, options.format), SIZE.note) + 2]));
  const valueWidth = (row: DifferenceRow) => widths.get(row) ?? 0;
  const noteWidth = (row: DifferenceRow) => (row.note ? 6 + textWidth(row.note, SIZE.note) : 0);

  // Notes are printed while the longest bar keeps 40 % of the room, else they stay in the titles.
  const withNotes = fit(rows, (row) => valueWidth(row) + noteWidth(row), inner);
  const longest = Math.max(...rows.map((row) => Math.abs(row.gap)));
  const notes = withNotes.scale * longest >= inner * 0.4;
  const { scale, left } = notes ? withNotes : fit(rows, valueWidth, inner);
  const axis = axisOf([-left / scale, (inner - left) / scale], [margins.left, width - margins.right]);

  const colour = (row: DifferenceRow) => {
    if (row.kind === "rest") return INK.neutral;
    if (row.gap >= 0) return options.colour(options.focus_id);
    return options.other_id === undefined ? INK.neutral : options.colour(options.other_id);
  };
  const titleOf = (row: DifferenceRow) =>
    row.title ?? [row.label, signed(row.gap, options.format), row.note ?? ""].join(" ").trim();
  const sides = [
    { of: rows.flatMap((row, index) => (row.gap >= 0 ? [{ row, index }] : [])), sign: 1, anchor: "start" as const },
    { of: rows.flatMap((row, index) => (row.gap < 0 ? [{ row, index }] : [])), sign: -1, anchor: "end" as const },
  ];
  type Side = { row: DifferenceRow; index: number };

  const marks: Markish[] = [
    rowLabelMark(
      rows.map((row) => row.label),
      labels,
      margins,
    ),
    rect(rows, {
      x1: 0,
      x2: "gap",
      y1: (_: DifferenceRow, index: number) => index + 0.2,
      y2: (_: DifferenceRow, index: number) => index + 0.8,
      fill: colour,
      fillOpacity: (row: DifferenceRow) => (row.kind === "total" ? 1 : 0.8),
      title: titleOf,
      href: (row: DifferenceRow) => row.href ?? null,
    }),
    ruleX([0], { stroke: INK.text, strokeWidth: 1.25 }),
    ...sides.flatMap(({ of, sign, anchor }) => [
      text(of, {
        x: (each: Side) => axis.at(axis.px(each.row.gap) + sign * GAP),
        y: (each: Side) => each.index + 0.5,
        text: (each: Side) => signed(each.row.gap, options.format),
        title: (each: Side) => titleOf(each.row),
        href: (each: Side) => each.row.href ?? null,
        textAnchor: anchor,
        fontSize: SIZE.note,
        fontVariant: "tabular-nums",
        fill: INK.text,
        stroke: INK.ground,
        strokeWidth: 4,
      }),
      text(notes ? of.filter((each) => each.row.note) : [], {
        x: (each: Side) => axis.at(axis.px(each.row.gap) + sign * (valueWidth(each.row) + 4)),
        y: (each: Side) => each.index + 0.5,
        text: (each: Side) => each.row.note ?? "",
        textAnchor: anchor,
        fontSize: SIZE.note,
        fill: INK.muted,
        stroke: INK.ground,
        strokeWidth: 4,
      }),
    ]),
  ];
  const ticks = longest === 0 ? { ticks: [0] } : {};
  const tick = options.formatTick ?? ((value: number) => (value > 0 ? `+${plainNumber(value)}` : plainNumber(value)));
  const rowHeight = Math.max(24, labels.most * 16 + 6);
  return drawFrame({ ...options, ...ticks, formatTick: tick, margins, rows: rows.length, rowHeight, axis, marks });
}

/**
 * The largest scale (pixels per unit) at which bars and their labels fit on both sides of zero,
 * and the room left of zero. Labels are never clipped: bars give way.
 */
function fit(
  rows: readonly DifferenceRow[],
  labelWidth: (row: DifferenceRow) => number,
  inner: number,
): { scale: number; left: number } {
  const reach = (scale: number, sign: 1 | -1) =>
    Math.max(
      2,
      ...rows
        .filter((row) => (sign > 0 ? row.gap >= 0 : row.gap < 0))
        .map((row) => Math.abs(row.gap) * scale + labelWidth(row)),
    );
  const longest = Math.max(...rows.map((row) => Math.abs(row.gap)));
  if (longest === 0) return { scale: inner, left: 2 };
  // Even without room for the labels a bar keeps 4 pixels, so that a sign can be seen.
  let low = Math.min(4, inner) / longest;
  let high = inner / longest;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (reach(middle, 1) + reach(middle, -1) <= inner) low = middle;
    else high = middle;
  }
  return { scale: low, left: reach(low, -1) };
}
