import { isClassPath, withoutSentence } from "./classes.ts";
import { namesIn, withoutJoining } from "./lead.ts";
import type { Opening } from "./openings.ts";
import type { Name } from "./names.ts";
import { nameOf } from "./names.ts";
import type { Comparison } from "./words.ts";
import { comparedName, comparisonOf } from "./words.ts";

const OPENS_PARTS = /(?:其中|主要包括|主要包含|包含|包括|分别(?:是|为)|主要用于以下方面|具体(?:是|为|情况如下))$/;

/** A clause without a figure: what its words say by themselves, found when it is first asked for. */
export class Remark {
  readonly opening: Opening;
  /** What it compares with and nothing else: «与2019年相比». */
  readonly compared: Comparison | null;
  readonly #clause: string;
  readonly #fiscalYear: number;
  #about: { readonly names: readonly Name[]; readonly comparison: Comparison } | null | undefined;
  #parts: Name | null | undefined;
  #path: Name | null | undefined;
  #name: Name | undefined;

  constructor(clause: string, opening: Opening, fiscalYear: number) {
    this.opening = opening;
    this.compared =
      comparisonOf(withoutJoining(clause), fiscalYear) ?? comparisonOf(withoutJoining(opening.rest), fiscalYear);
    this.#clause = clause;
    this.#fiscalYear = fiscalYear;
  }

  /** Candidate names of what it compares, and with what: «公务接待费支出决算比预算无增减变化». */
  get about(): { readonly names: readonly Name[]; readonly comparison: Comparison } | null {
    if (this.#about === undefined) {
      const found = comparedName(this.opening.rest, this.#fiscalYear);
      this.#about = found === null ? null : { names: namesIn(found.name).map(nameOf), comparison: found.comparison };
    }
    return this.#about;
  }

  /** «具体情况如下»: details follow. */
  get opensDetails(): boolean {
    return this.#clause.endsWith("情况如下");
  }

  /** «基本情况如下»: a list follows. */
  get opensList(): boolean {
    return this.#clause.endsWith("如下");
  }

  /** The name of what is broken down next, "" for what was spoken of; null where no breakdown begins. */
  get parts(): Name | null {
    if (this.#parts === undefined) {
      const opens = this.opening.breakdown || OPENS_PARTS.test(this.#clause);
      this.#parts = opens ? nameOf(this.opening.rest.replace(OPENS_PARTS, "").replace(/中$/, "")) : null;
    }
    return this.#parts;
  }

  /** The path of classes that it prints, null where it prints none. */
  get path(): Name | null {
    if (this.#path === undefined) {
      const path = withoutSentence(this.opening.rest);
      this.#path = isClassPath(path) ? nameOf(path) : null;
    }
    return this.#path;
  }

  /** The words as a name alone. */
  get name(): Name {
    return (this.#name ??= nameOf(withoutJoining(this.opening.rest)));
  }
}
