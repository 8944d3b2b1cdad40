import { axisX, gridX, plot, text, type Markish, type PlotOptions } from "@observablehq/plot";
import { FONT_FAMILY, INK, SIZE } from "./ink.ts";
import { fitted, textWidth } from "./text-fit.ts";
import { plainNumber, ticksOf, type Axis } from "./ticks.ts";

/** What every chart takes beside its rows. Words and formats come from the caller: charts know no language. */
export interface ChartOptions {
  /** Pixels, 320–1200 is drawn well. */
  width: number;
  /** For drawing outside a page (jsdom); the page's own by default. */
  document?: Document;
  /** An agency's colour, any CSS colour (`var(--agency-2)`). */
  colour: (agencyId: string) => string;
  /** A value as its label prints it, without unit. */
  format: (value: number) => string;
  /** A tick label; default: the plain number with `−` as minus. */
  formatTick?: (value: number) => string;
  /** Text alternative of the whole chart: its name, then what it says. */
  ariaLabel: string;
  ariaDescription?: string;
  /** Printed at the lower right end of the axis: unit, and «log axis» where it is one. */
  axisTitle?: string;
  /** Printed when there is no row at all. */
  emptyText: string;
}

export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Something that stands right of a value and must not leave the picture. */
export interface Overhang {
  value: number;
  /** Pixels from the value's place to the end of its label. */
  pixels: number;
}

/**
 * The right margin at which every overhanging label still ends inside the picture.
 *
 * @param fraction a value's place on the axis, 0…1.
 */
export function rightMargin(
  overhangs: readonly Overhang[],
  fraction: (value: number) => number,
  width: number,
  left: number,
  least: number,
): number {
  const inner = width - left;
  const needed = overhangs.map(({ value, pixels }) => {
    const place = fraction(value);
    return place <= 0 ? 0 : inner - (inner - pixels) / place;
  });
  return Math.min(Math.max(least, ...needed), inner - 60);
}

export interface RowLabels {
  /** Width of the label column, in pixels. */
  width: number;
  /** Lines of each label, in the rows' order. */
  lines: string[][];
  /** Most lines that any label takes. */
  most: number;
}

/** Fits the rows' names into a column that takes at most `share` of the width. */
export function rowLabels(labels: readonly string[], width: number, share = 0.38): RowLabels {
  const limit = Math.max(56, width * share);
  const lines = labels.map((label) => fitted(label, limit, SIZE.label, width < 480 ? 3 : 2));
  const widest = Math.max(0, ...lines.flat().map((line) => textWidth(line, SIZE.label)));
  return { width: Math.ceil(widest), lines, most: Math.max(1, ...lines.map((each) => each.length)) };
}

/** The text mark of the rows' names, right-aligned in their column; a cut name has its whole text as title. */
export function rowLabelMark(names: readonly string[], labels: RowLabels, margins: Margins): Markish {
  return text(names, {
    y: (_: string, index: number) => index + 0.5,
    text: (_: string, index: number) => labels.lines[index]?.join("\n") ?? "",
    title: (name: string) => name,
    frameAnchor: "left",
    textAnchor: "end",
    dx: labels.width - margins.left,
    fontSize: SIZE.label,
    lineHeight: 1.15,
    fill: INK.text,
  });
}

export interface FrameOptions extends ChartOptions {
  margins: Margins;
  /** Number of rows; row i fills y from i to i + 1. */
  rows: number;
  rowHeight: number;
  axis: Axis;
  /** Values to print ticks at; default: as many round ones as fit, none for `[]`. */
  ticks?: readonly number[];
  marks: readonly Markish[];
}

/** Draws the marks upon a horizontal axis with one band per row. */
export function drawFrame(frame: FrameOptions): SVGSVGElement {
  const { axis, margins, width } = frame;
  const tick = frame.formatTick ?? plainNumber;
  const ticks = frame.ticks ?? ticksOf(axis, tick, width);
  const height = margins.top + frame.rows * frame.rowHeight + margins.bottom;
  return drawPlot(frame, {
    width,
    height,
    marginTop: margins.top,
    marginRight: margins.right,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    x: {
      type: axis.log ? "log" : "linear",
      domain: [...axis.domain],
      range: [...axis.range],
      label: null,
    },
    y: { type: "linear", domain: [Math.max(1, frame.rows), 0], axis: null },
    marks: [
      gridX({ ticks: [...ticks], stroke: INK.rule, strokeOpacity: 1 }),
      axisX({
        ticks: [...ticks],
        tickSize: 0,
        tickPadding: 8,
        tickFormat: (value: number) => tick(value),
        fontSize: SIZE.axis,
        fill: INK.muted,
        fontVariant: "tabular-nums",
        label: null,
      }),
      ...(frame.axisTitle === undefined
        ? []
        : [
            text([frame.axisTitle], {
              frameAnchor: "bottom-right",
              dy: margins.bottom - 4,
              dx: margins.right - 2,
              fontSize: SIZE.axis,
              fill: INK.muted,
              lineAnchor: "bottom",
              textAnchor: "end",
            }),
          ]),
      ...frame.marks,
    ],
  });
}

/** The picture of no rows: its words in place, never an empty box. */
export function drawEmpty(options: ChartOptions): SVGSVGElement {
  return drawPlot(options, {
    width: options.width,
    height: 56,
    margin: 0,
    marks: [text([options.emptyText], { frameAnchor: "middle", fontSize: SIZE.note, fill: INK.muted })],
  });
}

/** The one call of Plot. */
export function drawPlot(
  options: Pick<ChartOptions, "document" | "ariaLabel" | "ariaDescription">,
  plotOptions: PlotOptions,
): SVGSVGElement {
  const drawn = plot({
    ...plotOptions,
    ...(options.document === undefined ? {} : { document: options.document }),
    className: "chart",
    color: { type: "identity" },
    ariaLabel: options.ariaLabel,
    ...(options.ariaDescription === undefined ? {} : { ariaDescription: options.ariaDescription }),
  });
  if (drawn.tagName.toLowerCase() !== "svg") throw new Error(`found <${drawn.tagName}>, expected <svg>`);
  // The tag was checked: without legend and caption Plot returns the bare svg.
  return settle(drawn as unknown as SVGSVGElement);
}

/**
 * What Plot leaves to be done: its style sheet goes (the page's own rules apply, and no inline
 * style has to be allowed), fonts come from the page, links get a name and can be reached by key,
 * and a chart with links inside is a group, since the children of an image cannot be reached.
 */
function settle(svg: SVGSVGElement): SVGSVGElement {
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  // Plot names its groups («dot», «x-grid»): no word for a reader, and not allowed without a role.
  for (const group of [...svg.querySelectorAll("g[aria-label]")]) group.removeAttribute("aria-label");
  svg.setAttribute("font-family", FONT_FAMILY);
  svg.setAttribute("font-size", String(SIZE.label));
  const links = [...svg.querySelectorAll("a")];
  const reached = new Set<string>();
  for (const link of links) {
    const target = link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    if (target !== null) {
      link.removeAttributeNS("http://www.w3.org/1999/xlink", "href");
      link.setAttribute("href", target);
    }
    const name = link.querySelector("title")?.textContent ?? link.textContent;
    if (name !== null && name !== "") link.setAttribute("aria-label", name);
    // A mark and its label lead to the same place: both take the pointer, one takes the focus.
    if (target !== null && reached.has(target)) link.setAttribute("tabindex", "-1");
    if (target !== null) reached.add(target);
  }
  svg.setAttribute("role", links.length === 0 ? "img" : "group");
  return svg;
}
