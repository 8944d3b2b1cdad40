import { rect, ruleX, text, type Markish } from "@observablehq/plot";
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
import { fitted, textWidth } from "./text-fit.ts";
import { axisOf, type Axis } from "./ticks.ts";

/** A category of the whole, in stacking order; its place gives its colour. */
export interface CompositionCategory {
  id: string;
  label: string;
  /** Fill and the text colour upon it (`PART_COLOURS` of styles/palette.ts). */
  fill: string;
  text: string;
}

export interface CompositionPart {
  /** Id of a category, or null: several categories that the report does not split. */
  category: string | null;
  /** Printed inside where it fits; default: the category's label. */
  label?: string;
  value: number;
  title?: string;
  href?: string | null;
}

export interface CompositionRow {
  /** Unique among the rows. */
  key: string;
  agency_id: string;
  label: string;
  parts: readonly CompositionPart[];
  /** The whole; null when unknown: then the row has no shares. */
  total: number | null;
  /** Printed at the end of the bar; default: the total, formatted. */
  total_text?: string;
  /** Words in the row where nothing can be drawn. */
  missing_text?: string | null;
  missing_href?: string | null;
}

export interface CompositionOptions extends ChartOptions {
  categories: readonly CompositionCategory[];
  /** `absolute`: bars as long as the whole; `share`: 100 % of a whole that is known. */
  mode: "absolute" | "share";
  /** Name of what the parts leave of the whole: «未列明». */
  rest_label: string;
}

interface Segment {
  row: CompositionRow;
  index: number;
  part: CompositionPart | null;
  category: CompositionCategory | null;
  label: string;
  amount: number;
  from: number;
  to: number;
}

interface Swatch extends CompositionCategory {
  x: number;
  line: number;
}

const LEGEND_LINE = 20;

/** Stacked parts of a whole, one bar per row: category names above, amounts inside where they fit. */
export function composition(rows: readonly CompositionRow[], options: CompositionOptions): SVGSVGElement {
  if (rows.length === 0) return drawEmpty(options);
  const { width } = options;
  const share = options.mode === "share";
  const segments = rows.flatMap((row, index) => stack(row, index, options));
  const labels = rowLabels(
    rows.map((row) => row.label),
    width,
    width < 480 ? 0.28 : 0.36,
  );
  const left = labels.width + 12;
  const most = share ? 100 : Math.max(0, ...segments.map((segment) => segment.to));
  const least = Math.min(0, ...segments.map((segment) => segment.from));
  const domain = [least, most > least ? most : least + 1] as const;
  const drawn = rows.flatMap((row, index) => {
    const own = segments.filter((segment) => segment.index === index);
    const words = row.total_text ?? (row.total === null ? "" : options.format(row.total));
    return own.length === 0 ? [] : [{ row, index, words, end: Math.max(...own.map((segment) => segment.to)) }];
  });
  const swatches = legend(options.categories, width);
  const legendLines = 1 + Math.max(-1, ...swatches.map((swatch) => swatch.line));
  const margins: Margins = {
    top: 6 + legendLines * LEGEND_LINE,
    left,
    bottom: options.axisTitle === undefined ? 26 : 42,
    right: rightMargin(
      drawn.map((each) => ({ value: each.end, pixels: 10 + textWidth(each.words, SIZE.value, true) })),
      (value) => (value - domain[0]) / (domain[1] - domain[0]),
      width,
      left,
      16,
    ),
  };
  const axis = axisOf(domain, [left, width - margins.right]);
  const rowHeight = Math.max(32, labels.most * 17 + 8);
  type Drawn = (typeof drawn)[number];

  const marks: Markish[] = [
    rowLabelMark(
      rows.map((row) => row.label),
      labels,
      margins,
    ),
    ...legendMarks(swatches, axis, rowHeight, legendLines),
    ...bars(segments, axis, options),
    ruleX([0], { stroke: INK.axis }),
    text(drawn, {
      x: (each: Drawn) => axis.at(axis.px(each.end) + 7),
      y: (each: Drawn) => each.index + 0.5,
      text: "words",
      textAnchor: "start",
      fontSize: SIZE.value,
      fontWeight: 600,
      fontVariant: "tabular-nums",
      fill: INK.text,
      stroke: INK.ground,
      strokeWidth: 4,
    }),
    missingMark(rows, segments, axis, width),
  ];
  const ticks = segments.length === 0 ? { ticks: [] } : {};
  return drawFrame({ ...options, ...ticks, margins, rows: rows.length, rowHeight, axis, marks });
}

/**
 * Places the parts of a row one after the other, negative ones left of zero. What they leave of a
 * known whole becomes a segment of its own: a share is never taken of an incomplete sum.
 */
function stack(row: CompositionRow, index: number, options: CompositionOptions): Segment[] {
  const share = options.mode === "share";
  if (share && (row.total === null || row.total <= 0)) return [];
  const scale = share && row.total !== null ? 100 / row.total : 1;
  let [up, down] = [0, 0];
  const place = (amount: number) => {
    const start = amount >= 0 ? up : down;
    const end = start + amount * scale;
    if (amount >= 0) up = end;
    else down = end;
    return { from: Math.min(start, end), to: Math.max(start, end) };
  };
  const segments = row.parts.map((part): Segment => {
    const category = options.categories.find((each) => each.id === part.category) ?? null;
    const label = part.label ?? category?.label ?? options.rest_label;
    return { row, index, part, category, label, amount: part.value, ...place(part.value) };
  });
  const rest = row.total === null ? 0 : row.total - row.parts.reduce((sum, part) => sum + part.value, 0);
  // Below the thousandth part of the whole it is the rounding of the parts, not a part.
  if (segments.length > 0 && row.total !== null && rest > Math.abs(row.total) / 1000) {
    segments.push({ row, index, part: null, category: null, label: options.rest_label, amount: rest, ...place(rest) });
  }
  return segments;
}

function bars(segments: readonly Segment[], axis: Axis, options: CompositionOptions): Markish[] {
  const titleOf = (segment: Segment) =>
    segment.part?.title ?? `${segment.row.label} ${segment.label} ${options.format(segment.amount)}`;
  const common = {
    x1: "from",
    x2: "to",
    y1: (segment: Segment) => segment.index + 0.16,
    y2: (segment: Segment) => segment.index + 0.84,
    title: titleOf,
    href: (segment: Segment) => segment.part?.href ?? null,
  } as const;
  return [
    rect(
      segments.filter((segment) => segment.category !== null),
      {
        ...common,
        fill: (segment: Segment) => segment.category?.fill ?? INK.neutral,
        stroke: INK.ground,
        strokeWidth: 1,
      },
    ),
    rect(
      segments.filter((segment) => segment.category === null),
      { ...common, inset: 1, fill: INK.frameFill, stroke: INK.frame, strokeDasharray: "4,3" },
    ),
    text(segments, {
      x: (segment: Segment) => (segment.from + segment.to) / 2,
      y: (segment: Segment) => segment.index + 0.5,
      text: (segment: Segment) => inside(segment, axis, options),
      fontSize: SIZE.note,
      fontVariant: "tabular-nums",
      fill: (segment: Segment) => segment.category?.text ?? INK.text,
      pointerEvents: "none",
    }),
  ];
}

/** Name and amount, else the amount, else nothing: the title and the table have them. */
function inside(segment: Segment, axis: Axis, options: CompositionOptions): string {
  const room = axis.px(segment.to) - axis.px(segment.from) - 4;
  const amount = options.format(segment.amount);
  const named = segment.category === null ? [`${segment.label} ${amount}`] : [];
  return [...named, amount].find((words) => textWidth(words, SIZE.note) <= room) ?? "";
}

/** Category names in one or more lines above the bars. */
function legend(categories: readonly CompositionCategory[], width: number): Swatch[] {
  let [x, line] = [0, 0];
  return categories.map((category) => {
    const needed = 16 + textWidth(category.label, SIZE.note);
    if (x > 0 && x + needed > width) [x, line] = [0, line + 1];
    const swatch = { ...category, x, line };
    x += needed + 16;
    return swatch;
  });
}

function legendMarks(swatches: readonly Swatch[], axis: Axis, rowHeight: number, lines: number): Markish[] {
  const y = (swatch: Swatch) => -(6 + (lines - swatch.line - 0.5) * LEGEND_LINE) / rowHeight;
  const half = 5 / rowHeight;
  return [
    rect(swatches, {
      x1: (swatch: Swatch) => axis.at(swatch.x),
      x2: (swatch: Swatch) => axis.at(swatch.x + 10),
      y1: (swatch: Swatch) => y(swatch) - half,
      y2: (swatch: Swatch) => y(swatch) + half,
      fill: "fill",
    }),
    text(swatches, {
      x: (swatch: Swatch) => axis.at(swatch.x + 15),
      y,
      text: "label",
      textAnchor: "start",
      fontSize: SIZE.note,
      fill: INK.muted,
    }),
  ];
}

function missingMark(
  rows: readonly CompositionRow[],
  segments: readonly Segment[],
  axis: Axis,
  width: number,
): Markish {
  const start = axis.range[0] + 5;
  const missing = rows.flatMap((row, index) =>
    segments.some((segment) => segment.index === index) ? [] : [{ row, index, words: row.missing_text ?? "–" }],
  );
  type Missing = (typeof missing)[number];
  return text(missing, {
    x: axis.at(start),
    y: (each: Missing) => each.index + 0.5,
    text: (each: Missing) => fitted(each.words, width - start - 2, SIZE.note).join("\n"),
    title: (each: Missing) => `${each.row.label} ${each.words}`,
    href: (each: Missing) => each.row.missing_href ?? null,
    textAnchor: "start",
    fontSize: SIZE.note,
    fill: INK.notice,
  });
}
