import {
  areaY,
  axisFy,
  axisX,
  axisY,
  barX,
  barY,
  binX,
  dot,
  gridX,
  gridY,
  lineY,
  rectY,
  ruleX,
  ruleY,
  text,
} from "@observablehq/plot";
import type { Markish, MarkOptions, RectYOptions } from "@observablehq/plot";
import { drawPlot } from "./frame.ts";
import type { ChartOptions } from "./frame.ts";
import { INK, SIZE } from "./ink.ts";
import { fitted, textWidth } from "./text-fit.ts";
import { plainNumber } from "./ticks.ts";

export const RESULT_MARKS = ["bar", "dot", "line", "area", "histogram"] as const;
export type ResultMark = (typeof RESULT_MARKS)[number];

/** A row of a result as it is drawn: numbers and times as numbers (ms since 1970), anything else as text. */
export interface ResultPoint {
  readonly x: number | string | null;
  readonly y: number | string | null;
  readonly colour: string | null;
  readonly facet: string | null;
}

export interface ResultAxis {
  /** Name of the column, with its unit where that is known. */
  readonly label: string;
  readonly type: "number" | "time" | "text";
}

export interface ResultChartOptions extends Pick<
  ChartOptions,
  "width" | "document" | "ariaLabel" | "ariaDescription" | "emptyText"
> {
  readonly mark: ResultMark;
  readonly x: ResultAxis;
  /** The count of rows for a histogram. */
  readonly y: ResultAxis;
  readonly hasColour: boolean;
  readonly hasFacet: boolean;
  /** A facet's or colour's name when the cell is null. */
  readonly missing: string;
}

/** Distinct colours of the page; later values share the last. */
const COLOURS = 8;
const ROW = 24;
const PLAIN_HEIGHT = 300;
const FACET_HEIGHT = 140;
const LEGEND_LINE = 20;

const distinct = (values: readonly (string | number)[]): (string | number)[] => [...new Set(values)];

/** Whether a point can be drawn: both of its places are known. */
export function isDrawn(point: ResultPoint, mark: ResultMark): boolean {
  return point.x !== null && (mark === "histogram" || point.y !== null);
}

/** How many bars are the sum of several points: of equal name, in the same facet. */
export function stackedBars(points: readonly ResultPoint[], { y }: Pick<ResultChartOptions, "y">): number {
  const counts = new Map<string, number>();
  for (const point of points.filter((each) => isDrawn(each, "bar"))) {
    const key = JSON.stringify([y.type === "text" ? point.y : point.x, point.facet]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts.values()].filter((count) => count > 1).length;
}

interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly x: number;
  readonly line: number;
}

function legendOf(names: readonly string[], colour: (name: string) => string, width: number): LegendEntry[] {
  const entries: LegendEntry[] = [];
  let x = 0;
  let line = 0;
  for (const name of names) {
    const label = fitted(name, 180, SIZE.note, 1)[0] ?? name;
    const size = textWidth(label, SIZE.note) + 30;
    if (x > 0 && x + size > width) {
      x = 0;
      line += 1;
    }
    entries.push({ label, colour: colour(name), x, line });
    x += size;
  }
  return entries;
}

function drawLegend(svg: SVGSVGElement, entries: readonly LegendEntry[]): void {
  const namespace = svg.namespaceURI ?? "";
  const make = (name: string, attributes: Readonly<Record<string, string | number>>): Element => {
    const made = svg.ownerDocument.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const group = make("g", { "font-size": SIZE.note, fill: INK.text, "text-anchor": "start" });
  for (const { label, colour, x, line } of entries) {
    const y = 12 + line * LEGEND_LINE;
    const words = make("text", { x: x + 15, y: y + 4 });
    words.textContent = label;
    group.append(make("rect", { x, y: y - 5, width: 10, height: 10, fill: colour }), words);
  }
  svg.append(group);
}

/** The column of names beside an axis of text: its width. */
function nameWidth(names: readonly (string | number)[], width: number): number {
  return Math.min(width * 0.4, Math.max(40, ...names.map((name) => textWidth(String(name), SIZE.axis))) + 14);
}

/**
 * A result of any statement as a chart. Bars begin at zero; points of equal name in a bar are
 * stacked, so that its length is their sum. A point without a place is not drawn: the caller says
 * how many.
 */
export function resultChart(points: readonly ResultPoint[], options: ResultChartOptions): SVGSVGElement {
  const { mark, width, missing } = options;
  const data = points.filter((point) => isDrawn(point, mark));
  if (data.length === 0) {
    return drawPlot(options, {
      width,
      height: 56,
      margin: 0,
      marks: [text([options.emptyText], { frameAnchor: "middle", fontSize: SIZE.note, fill: INK.muted })],
    });
  }
  const names = options.hasColour ? distinct(data.map((point) => point.colour ?? missing)).map(String) : [];
  const colour = (name: string): string =>
    names.length === 0 ? "var(--agency-1)" : `var(--agency-${Math.min(COLOURS, names.indexOf(name) + 1)})`;
  const fill = (point: ResultPoint): string => colour(point.colour ?? missing);
  const legend = names.length > 1 ? legendOf(names, colour, width) : [];
  const legendHeight = legend.length === 0 ? 0 : ((legend.at(-1)?.line ?? 0) + 1) * LEGEND_LINE + 8;

  const facets = options.hasFacet ? distinct(data.map((point) => point.facet ?? missing)) : [];
  const facet: Pick<MarkOptions, "fy"> = options.hasFacet ? { fy: (point: ResultPoint) => point.facet ?? missing } : {};
  const isAcross = mark === "bar" && options.y.type === "text";
  const yNames =
    options.y.type === "text" && mark !== "histogram" ? distinct(data.map((point) => point.y ?? missing)) : [];
  const xNames =
    options.x.type === "text" && mark !== "histogram" ? distinct(data.map((point) => point.x ?? missing)) : [];
  const left = yNames.length > 0 ? nameWidth(yNames, width) : 64;
  const right = facets.length > 0 ? Math.min(140, nameWidth(facets, width)) : 20;
  const bottom = xNames.length > 0 && xNames.length * nameWidth(xNames, width) > width - left - right ? 92 : 44;
  const panel = yNames.length > 0 ? Math.max(80, yNames.length * ROW) : facets.length > 1 ? FACET_HEIGHT : PLAIN_HEIGHT;
  const top = legendHeight + 26;

  const at = { x: "x", y: "y", ...facet } as const;
  const line = { ...at, z: fill, sort: "x" as const };
  const marks: Record<ResultMark, () => Markish[]> = {
    bar: () =>
      isAcross
        ? [barX(data, { ...at, fill }), ruleX([0], { stroke: INK.axis })]
        : [barY(data, { ...at, fill }), ruleY([0], { stroke: INK.axis })],
    dot: () => [dot(data, { ...at, fill, fillOpacity: 0.8, r: 3.5 })],
    line: () => [
      lineY(data, { ...line, stroke: fill, strokeWidth: 2 }),
      ...(data.length <= 200 ? [dot(data, { ...at, fill, r: 3 })] : []),
    ],
    area: () => [areaY(data, { ...line, fill, fillOpacity: 0.7 }), ruleY([0], { stroke: INK.axis })],
    histogram: () => [
      rectY(data, binX<RectYOptions>({ y: "count" }, { x: "x", fill, ...facet })),
      ruleY([0], { stroke: INK.axis }),
    ],
  };
  const tick = (axis: ResultAxis): ((value: number | string | Date) => string) =>
    axis.type === "number"
      ? (value) => plainNumber(Number(value))
      : (value) => fitted(String(value), 160, SIZE.axis, 1)[0] ?? "";
  const scale = (axis: ResultAxis, values: readonly (string | number)[]) =>
    axis.type === "text" ? { domain: [...values] } : axis.type === "time" ? { type: "utc" as const } : { nice: true };
  const yAxis: ResultAxis = mark === "histogram" ? { label: options.y.label, type: "number" } : options.y;
  const style = { fontSize: SIZE.axis, fill: INK.muted, fontVariant: "tabular-nums", tickSize: 0, label: null };
  const isTilted = bottom > 44;

  const svg = drawPlot(options, {
    width,
    height: top + panel * Math.max(1, facets.length) + bottom,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    x: scale(options.x, xNames),
    y: scale(yAxis, yNames),
    ...(facets.length > 0 ? { fy: { domain: facets, padding: 0.12 } } : {}),
    marks: [
      ...(isAcross || yNames.length > 0 ? [gridX({ stroke: INK.rule, strokeOpacity: 1 })] : []),
      ...(yNames.length === 0 ? [gridY({ stroke: INK.rule, strokeOpacity: 1 })] : []),
      axisX({
        ...style,
        tickPadding: 6,
        tickRotate: isTilted ? -35 : 0,
        ...(options.x.type === "time" ? {} : { tickFormat: tick(options.x) }),
      }),
      axisY({ ...style, tickPadding: 6, ...(yAxis.type === "time" ? {} : { tickFormat: tick(yAxis) }) }),
      ...(facets.length > 0 ? [axisFy({ ...style, fill: INK.text })] : []),
      text([yAxis.label], {
        frameAnchor: "top-left",
        dx: -left + 2,
        dy: -12,
        textAnchor: "start",
        lineAnchor: "bottom",
        fontSize: SIZE.axis,
        fill: INK.muted,
        ...(facets.length > 0 ? { fy: [facets[0]] } : {}),
      }),
      text([options.x.label], {
        frameAnchor: "bottom-right",
        dy: bottom - 4,
        textAnchor: "end",
        lineAnchor: "bottom",
        fontSize: SIZE.axis,
        fill: INK.muted,
        ...(facets.length > 0 ? { fy: [facets.at(-1)] } : {}),
      }),
      ...marks[mark](),
    ],
  });
  if (legend.length > 0) drawLegend(svg, legend);
  return svg;
}
