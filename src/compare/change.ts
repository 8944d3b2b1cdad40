import Big from "big.js";

/** A figure of one report, to be held against that of another report of the same agency. */
export interface ReportFigure {
  readonly fiscal_year: number;
  readonly report_kind: "final" | "budget";
  /** null: a table declared empty. */
  readonly value: number | null;
  /** Pass-through money inside the value, in its unit. */
  readonly pass_through: number;
  /** The report tells of a merger of the agency in or just before its year. */
  readonly merged: boolean;
}

/** Why no growth can be computed, the gravest first. */
export type ChangeBreak = "missing" | "merger" | "years_apart" | "zero_base" | "negative_base";

/** What must be said beside a growth that can be computed. */
export type ChangeCaveat = "kinds_differ" | "pass_through";

export interface Change {
  /** later − earlier, pass-through money left out of both when asked; null where `broken` forbids it. */
  readonly difference: number | null;
  /** %; null where it is not computable. */
  readonly rate: number | null;
  readonly broken: ChangeBreak | null;
  readonly caveats: readonly ChangeCaveat[];
}

/**
 * From the figure of an earlier report to that of a later one. Growth from zero, from nothing or
 * across a merger is not computable: neither 0 nor +100 %.
 *
 * @param earlier null where that report does not state the figure. @param later likewise.
 * @param without_pass_through whether pass-through money is left out of both sides.
 */
export function changeBetween(
  earlier: ReportFigure | null,
  later: ReportFigure | null,
  without_pass_through: boolean,
): Change {
  if (earlier === null || later === null || earlier.value === null || later.value === null) return broken("missing");
  const caveats: ChangeCaveat[] = [
    ...(earlier.report_kind === later.report_kind ? [] : ["kinds_differ" as const]),
    ...(earlier.pass_through !== 0 || later.pass_through !== 0 ? ["pass_through" as const] : []),
  ];
  if (later.merged) return { ...broken("merger"), caveats };
  if (later.fiscal_year - earlier.fiscal_year > 1) return { ...broken("years_apart"), caveats };
  const amount = (figure: ReportFigure): number =>
    without_pass_through ? new Big(figure.value ?? 0).minus(figure.pass_through).toNumber() : (figure.value ?? 0);
  const [from, to] = [amount(earlier), amount(later)];
  const difference = new Big(to).minus(from).toNumber();
  if (from === 0) return { difference, rate: null, broken: "zero_base", caveats };
  if (from < 0) return { difference, rate: null, broken: "negative_base", caveats };
  return { difference, rate: (100 * difference) / from, broken: null, caveats };
}

function broken(reason: ChangeBreak): Change {
  return { difference: null, rate: null, broken: reason, caveats: [] };
}
