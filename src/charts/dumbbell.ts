import { dot, link, ruleX, text, type Markish } from "@observablehq/plot";
import { drawEmpty, drawFrame, rowLabelMark, rowLabels, type ChartOptions, type Margins } from "./frame.ts";
import { INK, SIZE } from "./ink.ts";
import { fitted, textWidth, truncated } from "./text-fit.ts";
import { axisOf, type Axis } from "./ticks.ts";

/** One of the two or three values of a row, in order of time: initial, adjusted, final. */
export interface DumbbellStage {
  value: number | null;
  /** Printed near the point; default: the formatted value. */
  text?: string;
  title?: string;
  href?: string | null;
}

export interface DumbbellRow {
  /** Unique among the rows. */
  key: string;
  agency_id: string;
  label: string;
  /** Earlier stages are rings, the last one is the disc whose value stands in the right column. */
  stages: readonly DumbbellStage[];
  /** The right column; default: the last stage's value. */
  end_text?: string;
  /** Second line of the right column. */
  end_note?: string | null;
  /** Words in the row where no stage has a value. */
  missing_text?: string | null;
  missing_href?: string | null;
}

export interface DumbbellOptions extends ChartOptions {
  /** Vertical rule: 100 %. */
  reference?: { value: number; label: string } | null;
  /** Logarithmic axis; say so in `axisTitle`. Values ≤ 0 are then printed at the left end. */
  log?: boolean;
}

interface Point {
  row: DumbbellRow;
  index: number;
  stage: DumbbellStage;
  value: number;
  last: boolean;
  words: string;
}

const DISC = 5.5;
/** Wider than the disc, so that a ring around an equal value stays visible. */
const RING = 7;
const LABEL_RISE = 14;

/** Two or three stages of one figure per row, joined by a line, against a reference rule. */
export function dumbbell(rows: readonly DumbbellRow[], options: DumbbellOptions): SVGSVGElement {
  if (rows.length === 0) return drawEmpty(options);
  const { width, format } = options;
  const log = options.log === true;
  const points = rows.flatMap((row, index) => pointsOf(row, index, format));
  const placeable = points.filter((point) => !log || point.value > 0);
  const reference = options.reference ?? null;
  const domain = domainOf(
    placeable.map((point) => point.value),
    reference?.value ?? null,
    log,
  );

  const ends = rows.map((row) => endTexts(row, points));
  const column = Math.min(
    width * 0.4,
    Math.max(...ends.map((end) => Math.max(textWidth(end.text, SIZE.value, true), textWidth(end.note, SIZE.note)))),
  );
  const labels = rowLabels(
    rows.map((row) => row.label),
    width,
    width < 480 ? 0.28 : 0.36,
  );
  const margins: Margins = {
    top: reference === null ? 6 : 22,
    left: labels.width + 16,
    right: Math.ceil(column) + 22,
    bottom: options.axisTitle === undefined ? 26 : 42,
  };
  // Room at the left end for what a logarithmic axis cannot hold.
  const aside = Math.max(
    0,
    ...points
      .filter((point) => !placeable.includes(point))
      .map((point) => textWidth(`← ${point.words}`, SIZE.note) + RING),
  );
  const axis = axisOf(domain, [margins.left + RING + aside, width - margins.right - RING], log);
  const staged = rows.some((row) => row.stages.filter((stage) => stage.value !== null).length > 1);
  const rowHeight = Math.max(staged ? 46 : 34, labels.most * 17 + 8);

  const marks: Markish[] = [
    rowLabelMark(
      rows.map((row) => row.label),
      labels,
      margins,
    ),
    ...(reference === null || placeable.length === 0 ? [] : referenceRule(reference, axis, width)),
    link(
      rows.flatMap((row) => {
        const own = placeable.filter((point) => point.row === row);
        const values = own.map((point) => point.value);
        return own[0] === undefined || own.length < 2
          ? []
          : [{ row, index: own[0].index, from: Math.min(...values), to: Math.max(...values) }];
      }),
      {
        x1: "from",
        x2: "to",
        y1: (span: { index: number }) => span.index + 0.5,
        y2: (span: { index: number }) => span.index + 0.5,
        stroke: (span: { row: DumbbellRow }) => options.colour(span.row.agency_id),
        strokeWidth: 2,
        strokeOpacity: 0.65,
      },
    ),
    pointMarks(placeable, false, options),
    pointMarks(placeable, true, options),
    ...stageTexts(placeable, axis, rowHeight, width - margins.right),
    ...unplaceableTexts(
      points.filter((point) => !placeable.includes(point)),
      axis.at(margins.left),
    ),
    ...endMarks(rows, ends, column, margins),
    missingMark(rows, axis, width - axis.range[0] - 4),
  ];
  const ticks = placeable.length === 0 ? { ticks: [] } : {};
  return drawFrame({ ...options, ...ticks, margins, rows: rows.length, rowHeight, axis, marks });
}

function pointsOf(row: DumbbellRow, index: number, format: (value: number) => string): Point[] {
  const final = row.stages.length - 1;
  return row.stages.flatMap((stage, order) =>
    stage.value === null
      ? []
      : [{ row, index, stage, value: stage.value, last: order === final, words: stage.text ?? format(stage.value) }],
  );
}

/** From zero on a linear axis; a little beyond the values on a logarithmic one. */
function domainOf(values: readonly number[], reference: number | null, log: boolean): readonly [number, number] {
  const all = reference === null ? values : [...values, reference];
  if (!log) {
    const [least, most] = [Math.min(0, ...all), Math.max(0, ...all)];
    return [least, most > least ? most : least + 1];
  }
  const positive = all.filter((value) => value > 0);
  if (positive.length === 0) return [1, 10];
  return [Math.min(...positive) / 1.15, Math.max(...positive) * 1.15];
}

function endTexts(row: DumbbellRow, points: readonly Point[]): { text: string; note: string } {
  const last = points.find((point) => point.row === row && point.last);
  return { text: row.end_text ?? last?.words ?? "", note: row.end_note ?? "" };
}

function referenceRule(reference: { value: number; label: string }, axis: Axis, width: number): Markish[] {
  const half = textWidth(reference.label, SIZE.note) / 2 + 2;
  return [
    ruleX([reference.value], { stroke: INK.text, strokeWidth: 1.25 }),
    text([reference.label], {
      x: axis.at(Math.min(Math.max(axis.px(reference.value), half), width - half)),
      frameAnchor: "top",
      dy: -8,
      lineAnchor: "bottom",
      fontSize: SIZE.note,
      fill: INK.muted,
    }),
  ];
}

function pointMarks(all: readonly Point[], last: boolean, options: DumbbellOptions): Markish {
  const points = all.filter((point) => point.last === last);
  return dot(points, {
    x: "value",
    y: (point: Point) => point.index + 0.5,
    r: last ? DISC : RING - 1,
    fill: (point: Point) => (last ? options.colour(point.row.agency_id) : INK.ground),
    stroke: (point: Point) => options.colour(point.row.agency_id),
    strokeWidth: 2,
    title: pointTitle,
    href: (point: Point) => point.stage.href ?? null,
  });
}

function pointTitle(point: Point): string {
  return point.stage.title ?? `${point.row.label} ${point.words}`;
}

/** Labels of the earlier stages: above their rings, the next one below where they would touch. */
function stageTexts(points: readonly Point[], axis: Axis, rowHeight: number, right: number): Markish[] {
  const labels = points
    .filter((point) => !point.last)
    .map((point) => {
      const half = textWidth(point.words, SIZE.note) / 2;
      const centre = Math.min(Math.max(axis.px(point.value), axis.range[0] - RING + half), right - half);
      return { point, from: centre - half, to: centre + half, centre, below: false };
    });
  for (const [index, label] of labels.entries()) {
    const before = labels[index - 1];
    if (before?.point.row !== label.point.row || before.below) continue;
    label.below = label.from < before.to + 6 && before.from < label.to + 6;
  }
  const rise = LABEL_RISE / rowHeight;
  return [
    text(labels, {
      x: (label: (typeof labels)[number]) => axis.at(label.centre),
      y: (label: (typeof labels)[number]) => label.point.index + 0.5 + (label.below ? rise : -rise),
      text: (label: (typeof labels)[number]) => label.point.words,
      title: (label: (typeof labels)[number]) => pointTitle(label.point),
      href: (label: (typeof labels)[number]) => label.point.stage.href ?? null,
      fontSize: SIZE.note,
      fontVariant: "tabular-nums",
      fill: INK.muted,
      stroke: INK.ground,
      strokeWidth: 4,
    }),
  ];
}

/** What a logarithmic axis cannot hold is said at its left end. */
function unplaceableTexts(points: readonly Point[], x: number): Markish[] {
  return [
    text(points, {
      x,
      y: (point: Point) => point.index + 0.5,
      text: (point: Point) => `← ${point.words}`,
      title: pointTitle,
      href: (point: Point) => point.stage.href ?? null,
      textAnchor: "start",
      fontSize: SIZE.note,
      fill: INK.muted,
      stroke: INK.ground,
      strokeWidth: 4,
    }),
  ];
}

function endMarks(
  rows: readonly DumbbellRow[],
  ends: readonly { text: string; note: string }[],
  column: number,
  margins: Margins,
): Markish[] {
  const place = {
    frameAnchor: "right",
    dx: margins.right - 2,
    textAnchor: "end",
    fontVariant: "tabular-nums",
  } as const;
  return [
    text(rows, {
      ...place,
      y: (_: DumbbellRow, index: number) => index + (ends[index]?.note === "" ? 0.5 : 0.36),
      text: (_: DumbbellRow, index: number) => truncated(ends[index]?.text ?? "", column, SIZE.value, true),
      title: (row: DumbbellRow, index: number) =>
        row.stages.at(-1)?.title ?? `${row.label} ${ends[index]?.text ?? ""}`.trim(),
      href: (row: DumbbellRow) => row.stages.at(-1)?.href ?? null,
      fontSize: SIZE.value,
      fontWeight: 600,
      fill: INK.text,
    }),
    text(rows, {
      ...place,
      y: (_: DumbbellRow, index: number) => index + 0.7,
      text: (_: DumbbellRow, index: number) => truncated(ends[index]?.note ?? "", column, SIZE.note),
      title: (_: DumbbellRow, index: number) => ends[index]?.note ?? "",
      fontSize: SIZE.note,
      fill: INK.muted,
    }),
  ];
}

function missingMark(rows: readonly DumbbellRow[], axis: Axis, room: number): Markish {
  const missing = rows.flatMap((row, index) =>
    row.stages.some((stage) => stage.value !== null) ? [] : [{ row, index, words: row.missing_text ?? "–" }],
  );
  type Missing = (typeof missing)[number];
  return text(missing, {
    x: axis.at(axis.range[0]),
    y: (each: Missing) => each.index + 0.5,
    text: (each: Missing) => fitted(each.words, room, SIZE.note).join("\n"),
    title: (each: Missing) => `${each.row.label} ${each.words}`,
    href: (each: Missing) => each.row.missing_href ?? null,
    textAnchor: "start",
    fontSize: SIZE.note,
    fill: INK.notice,
    // The rule may run through the words.
    stroke: INK.ground,
    strokeWidth: 4,
  });
}
