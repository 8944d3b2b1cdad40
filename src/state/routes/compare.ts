import { SIZE_BANDS } from "../../compare/index.ts";
import { choice, id, ids, text, whole } from "../param.ts";
import { basis, denominator } from "./reading.ts";

/** `all`, or one of the bands of staff in service. */
const SIZES = ["all", ...SIZE_BANDS.map((band) => band.id)] as const;

export const compareParams = {
  /** null: basic expenditure per head, the metric whose answer is prepared. */
  metric: id(null),
  basis,
  denominator,
  kind: choice(["final", "budget"], "final"),
  /** Fiscal year; null: the latest report of each agency. */
  year: whole([1990, 2100], null),
  /** Where an agency has no report of that year: left out, or the nearest within one year, marked. */
  align: choice(["exact", "nearest"], "exact"),
  agencies: ids(),
  /** What the reader calls the chosen agencies. */
  set: text(40),
  level: choice(["all", "province", "prefecture", "county"], "all"),
  province: id(null),
  size: choice(SIZES, "all"),
  /** The agency that sentences and differences are about; null: the highest. */
  focus: id(null),
  /** The agency it is held against; `median`: that of the others; null: the nearest that can be split as far. */
  peer: id(null),
  sort: choice(["value", "agency", "ratio", "numerator", "headcount"], "value"),
  /** `turned`: least first, or names from the end. */
  order: choice(["usual", "turned"], "usual"),
  /** The report whose headcount is being typed in. */
  fill: id(null),
  /** The part of the gap whose printed lines are shown; null: the largest. */
  part: id(null),
};
