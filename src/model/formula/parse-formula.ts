import type { MeasureId } from "../../domain/measures.ts";
import { FORMULA_MEASURES, LONGEST_FORMULA, MOST_TERMS } from "./formula.ts";
import type { FormulaProblem, FormulaResult, FormulaTerm } from "./formula.ts";
import { tokensOf } from "./tokens.ts";
import type { Token } from "./tokens.ts";

class Unreadable extends Error {
  readonly problem: FormulaProblem;
  constructor(problem: FormulaProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

interface Side {
  readonly terms: readonly (FormulaTerm & { readonly from: number; readonly to: number })[];
  readonly staff: Token | null;
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a reader's formula:
 *
 *     (30211 + 三公经费合计 − three_public.overseas) ÷ 人数
 *     expenditure.operating @initial_budget / expenditure.basic @initial_budget
 *
 * A name is an item's id, its Chinese name, or the code of an economic or function class; `@measure`
 * after it asks for another column; 人数 or `staff` is the headcount selected on screen. A sum of
 * several figures stands in brackets beside a ÷, so that nobody has to know which comes first.
 */
export function parseFormula(text: string): FormulaResult {
  if (text.trim() === "") return refused({ kind: "empty", from: 0, to: 0, text: "" });
  if (text.length > LONGEST_FORMULA) {
    return refused({ kind: "too_long", from: LONGEST_FORMULA, to: text.length, text: "" });
  }
  const read = tokensOf(text);
  if ("problem" in read) return refused(read.problem);
  try {
    return { ok: true, formula: new Reader(read.tokens, text).formula() };
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.problem);
    throw error;
  }
}

const refused = (problem: FormulaProblem): FormulaResult => ({ ok: false, problem });

class Reader {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly Token[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  formula(): { numerator: readonly FormulaTerm[]; denominator: readonly FormulaTerm[] | "staff" | null } {
    const upper = this.#side();
    const division = this.#take("divide");
    const lower = division === null ? null : this.#side();
    const rest = this.#tokens[this.#at];
    if (rest !== undefined)
      this.#fail(rest.kind === "divide" ? "second_division" : this.#unexpected(rest, lower), rest);
    if (upper.staff !== null) this.#fail("staff_alone", upper.staff);
    if (lower?.staff && lower.terms.length > 0) this.#fail("staff_alone", lower.staff);
    for (const side of [upper, ...(lower === null ? [] : [lower])]) this.#checkUnits(side);
    const plain = (side: Side): FormulaTerm[] => side.terms.map(({ from: _, to: __, ...term }) => term);
    return {
      numerator: plain(upper),
      denominator: lower === null ? null : lower.staff !== null ? "staff" : plain(lower),
    };
  }

  /** A bracketed sum, or one figure, or, where nothing is divided, a bare sum. */
  #side(): Side {
    const open = this.#take("open");
    const side = this.#sum();
    if (open !== null) {
      const close = this.#take("close");
      if (close === null) this.#fail("unclosed", open);
      return { ...side, from: open.from, to: close.to };
    }
    const divided = this.#tokens.some(({ kind }) => kind === "divide");
    if (divided && side.terms.length + (side.staff === null ? 0 : 1) > 1) {
      throw new Unreadable({
        kind: "needs_parentheses",
        from: side.from,
        to: side.to,
        text: this.#text.slice(side.from, side.to),
      });
    }
    return side;
  }

  #sum(): Side {
    const terms: Side["terms"][number][] = [];
    let staff: Token | null = null;
    const from = this.#tokens[this.#at]?.from ?? this.#text.length;
    for (;;) {
      const first = terms.length === 0 && staff === null;
      const minus = this.#take("minus");
      const plus = minus === null ? this.#take("plus") : null;
      if (!first && minus === null && plus === null) break;
      const head = this.#take("staff") ?? this.#take("name");
      if (head === null) this.#fail("expected_name", this.#tokens[this.#at] ?? null);
      if (head.kind === "staff") staff ??= head;
      else terms.push(this.#term(head, minus === null ? 1 : -1));
      if (terms.length > MOST_TERMS) this.#fail("too_many_terms", head);
    }
    return { terms, staff, from, to: this.#tokens[this.#at - 1]?.to ?? from };
  }

  #term(head: Token, sign: 1 | -1): Side["terms"][number] {
    const { named } = head;
    if (named === undefined) this.#fail("unknown_name", head);
    const asked = this.#take("measure");
    const wanted = asked?.text.slice(1) ?? null;
    const measure: MeasureId | null = FORMULA_MEASURES.find((each) => each === wanted) ?? null;
    if (asked !== null && measure === null) this.#fail("unknown_measure", asked);
    return { sign, ...named, measure, from: head.from, to: asked?.to ?? head.to };
  }

  #checkUnits(side: Side): void {
    const [first, ...others] = side.terms;
    const odd = others.find((term) => term.unit !== first?.unit);
    if (odd !== undefined) {
      throw new Unreadable({
        kind: "mixed_units",
        from: odd.from,
        to: odd.to,
        text: `${first?.unit ?? ""} / ${odd.unit}`,
      });
    }
  }

  #unexpected(token: Token, lower: Side | null): FormulaProblem["kind"] {
    const isSign = token.kind === "plus" || token.kind === "minus";
    return isSign && lower !== null ? "needs_parentheses" : "expected_operator";
  }

  #take(kind: Token["kind"]): Token | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) return null;
    this.#at += 1;
    return token;
  }

  #fail(kind: FormulaProblem["kind"], token: Token | null): never {
    const end = this.#text.length;
    throw new Unreadable(
      token === null
        ? { kind, from: end, to: end, text: "" }
        : { kind, from: token.from, to: token.to, text: token.text },
    );
  }
}
