import { dot, link, text, type Markish } from "@observablehq/plot";
import { drawEmpty, drawFrame, rowLabelMark, rowLabels, type ChartOptions, type Margins } from "./frame.ts";
import { INK, SIZE } from "./ink.ts";
import { textWidth, truncated } from "./text-fit.ts";
import { axisOf } from "./ticks.ts";

/** An agency's rank under one way to compute. */
export interface RankedPlace {
  agency_id: string;
  label: string;
  /** From 1, the highest value. */
  rank: number;
}

/** One way to compute, in the order to draw. */
export interface RanksRow {
  key: string;
  label: string;
  places: readonly RankedPlace[];
}

export interface RanksOptions extends ChartOptions {
  /** How many are ranked; those drawn may be fewer. */
  last: number;
}

type Drawn = RankedPlace & { row: RanksRow; index: number; px: number; room: number };

const ROW = 26;
const RADIUS = 5;
/** Pixels between dots that share a rank, and between a dot and its label. */
const APART = 2 * RADIUS;
const GAP = 4;
/** Ranks up to so many have a tick each. */
const FEW = 12;

/**
 * Ranks under each way to compute: a row per way, an agency's dots joined from row to row, so that
 * lines which cross are orders that do not hold.
 */
export function ranks(rows: readonly RanksRow[], options: RanksOptions): SVGSVGElement {
  const places = rows.flatMap((row) => row.places);
  if (places.length === 0) return drawEmpty(options);
  const { width } = options;
  const last = Math.max(2, options.last);
  const labels = rowLabels(
    rows.map((row) => row.label),
    width,
    0.42,
  );
  const widest = Math.max(...places.map(({ label }) => textWidth(label, SIZE.note)));
  const left = labels.width + 22;
  const margins: Margins = {
    top: 6,
    left,
    bottom: options.axisTitle === undefined ? 26 : 42,
    right: Math.min(RADIUS + GAP + widest + 6, (width - left) / 3),
  };
  const axis = axisOf([1, last], [left, width - margins.right]);
  const drawn = rows.flatMap((row, index) =>
    row.places.map((place): Drawn => {
      const tied = row.places.filter(({ rank }) => rank === place.rank);
      const px = axis.px(place.rank) + tied.indexOf(place) * APART;
      // Up to the next dot of the row, or to the edge.
      const next = Math.min(width, ...row.places.map(({ rank }) => axis.px(rank) - RADIUS).filter((each) => each > px));
      const shared = tied.length > 1 ? (next - px) / tied.length : next - px;
      return { ...place, row, index, px, room: shared - RADIUS - 2 * GAP };
    }),
  );
  const colour = ({ agency_id }: Drawn): string => options.colour(agency_id);
  const title = ({ row, label, rank }: Drawn): string => `${row.label}: ${label} ${options.format(rank)}`;
  const at = ({ px }: Drawn): number => axis.at(px);
  const joined = drawn.flatMap((from) => {
    const to = drawn.find((each) => each.index === from.index + 1 && each.agency_id === from.agency_id);
    return to === undefined ? [] : [{ from, to }];
  });
  const named = drawn.filter((place) => place.room > 12 && sharesNoRank(place));
  const marks: Markish[] = [
    rowLabelMark(
      rows.map((row) => row.label),
      labels,
      margins,
    ),
    link(joined, {
      x1: (each: (typeof joined)[number]) => at(each.from),
      x2: (each: (typeof joined)[number]) => at(each.to),
      y1: (each: (typeof joined)[number]) => each.from.index + 0.5,
      y2: (each: (typeof joined)[number]) => each.to.index + 0.5,
      stroke: (each: (typeof joined)[number]) => colour(each.from),
      strokeOpacity: 0.55,
      strokeWidth: 2,
    }),
    dot(drawn, { x: at, y: (each: Drawn) => each.index + 0.5, r: RADIUS, fill: colour, title }),
    text(named, {
      x: (each: Drawn) => axis.at(each.px + RADIUS + GAP),
      y: (each: Drawn) => each.index + 0.5,
      text: (each: Drawn) => truncated(each.label, each.room, SIZE.note),
      title,
      textAnchor: "start",
      fontSize: SIZE.note,
      fill: INK.text,
      stroke: INK.ground,
      strokeWidth: 4,
    }),
  ];
  const ticks = last <= FEW ? { ticks: Array.from({ length: last }, (_, index) => index + 1) } : {};
  const rowHeight = Math.max(ROW, labels.most * 17 + 4);
  return drawFrame({ ...options, ...ticks, margins, rows: rows.length, rowHeight, axis, marks });
}

/** Dots of one rank stand side by side: their names are left to the title. */
function sharesNoRank({ row, rank }: Drawn): boolean {
  return row.places.filter((place) => place.rank === rank).length === 1;
}
