import { TextTable } from "../../domain/text-table.ts";
import type { Lead, UnitKind } from "./lead.ts";
import { leadOf } from "./lead.ts";
import type { Opening } from "./openings.ts";
import { openingOf } from "./openings.ts";
import { Remark } from "./remark.ts";
import type { Comparison } from "./words.ts";

/** The words between two marks or figures of a sentence, and what they say by themselves: found when first asked for. */
export class Clause {
  readonly text: string;
  readonly opening: Opening;
  /** Whether it names a year, so that what it says depends on the report's. */
  readonly #isOfYear: boolean;
  readonly #leads: (Dated<Lead> | undefined)[] = [];
  #remark: Dated<Remark> | undefined;

  constructor(text: string, opening: Opening) {
    this.text = text;
    this.opening = opening;
    this.#isOfYear = /\d{4}年/.test(text);
  }

  /** What it says of a figure behind it. @param compared what the words before compare with, null for nothing. */
  lead(kind: UnitKind, compared: Comparison | null, ofIndicator: boolean, fiscalYear: number): Lead {
    const { rest } = this.opening;
    if (compared !== null) return leadOf(rest, kind, compared, ofIndicator, fiscalYear);
    const place = 2 * KINDS.indexOf(kind) + (ofIndicator ? 1 : 0);
    const known = this.#leads[place];
    if (known !== undefined && this.#holds(known, fiscalYear)) return known.said;
    const said = leadOf(rest, kind, null, ofIndicator, fiscalYear);
    this.#leads[place] = { fiscalYear, said };
    return said;
  }

  /** What it says without a figure behind it. */
  remark(fiscalYear: number): Remark {
    if (this.#remark === undefined || !this.#holds(this.#remark, fiscalYear))
      this.#remark = { fiscalYear, said: new Remark(this.text, this.opening, fiscalYear) };
    return this.#remark.said;
  }

  #holds(known: Dated<unknown>, fiscalYear: number): boolean {
    return !this.#isOfYear || known.fiscalYear === fiscalYear;
  }
}

interface Dated<Said> {
  readonly fiscalYear: number;
  readonly said: Said;
}

const KINDS: readonly UnitKind[] = ["money", "percent", "points", "bare", "count"];

/** Sentences follow their templates: most clauses were read before, and only prose is longer. */
const LONGEST_KNOWN = 80;
const known = new TextTable((text) => new Clause(text, openingOf(text, [])), 4096);

/** The clause `[from, to)` of a text. @param agencyNames names of the agency that the text prints. */
export function clauseAt(text: string, from: number, to: number, agencyNames: readonly string[]): Clause {
  if (agencyNames.length === 0 && to - from <= LONGEST_KNOWN) return known.at(text, from, to);
  const clause = text.slice(from, to);
  return agencyNames.some((name) => clause.includes(name)) || clause.length > LONGEST_KNOWN
    ? new Clause(clause, openingOf(clause, agencyNames))
    : known.at(clause, 0, clause.length);
}
