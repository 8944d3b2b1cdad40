import type { FactRow } from "../domain/records.ts";
import { groupBy } from "./group-by.ts";

/** The figures of one item in one statement. */
interface Place {
  readonly statement: string;
  readonly item: string;
  readonly facts: FactRow[];
  /** The figures of the item in all statements, and those of them without a code. */
  readonly ofItem: FactRow[];
  readonly whole: FactRow[];
  /** The place of the figure that followed when one of this place was last met. */
  next: Place | null;
}

/** Figures by item, and by statement and item, in printed order. Figures without an item are left out. */
export class ItemsIndex {
  readonly #places = new Map<string, Map<string, Place>>();
  readonly #items = new Map<string, FactRow[]>();
  readonly #whole = new Map<string, FactRow[]>();
  readonly #byCode = new Map<string, ReadonlyMap<string | null, readonly FactRow[]>>();

  constructor(facts: readonly FactRow[]) {
    let last: Place | null = null;
    for (const fact of facts) {
      const { statement, item } = fact;
      if (item === null) continue;
      // The rows of a table repeat their items: what came next in the row above is tried before it is looked up.
      const guess: Place | null = last === null ? null : last.next;
      const isNext = guess !== null && guess.item === item && guess.statement === statement;
      const place: Place = isNext ? guess : this.#placeOf(statement, item);
      place.facts.push(fact);
      place.ofItem.push(fact);
      if (fact.code === null) place.whole.push(fact);
      if (last !== null) last.next = place;
      last = place;
    }
  }

  /** The items in order of their first figure, with their figures. */
  get all(): ReadonlyMap<string, readonly FactRow[]> {
    return this.#items;
  }

  ofItem(item: string): readonly FactRow[] {
    return this.#items.get(item) ?? NONE;
  }

  /** Figures of an item, among them all that have a code; for null those without one. */
  withCode(item: string, code: string | null): readonly FactRow[] {
    if (code === null) return this.#whole.get(item) ?? NONE;
    const ofItem = this.ofItem(item);
    if (ofItem.length <= FEW) return ofItem;
    let byCode = this.#byCode.get(item);
    if (byCode === undefined) this.#byCode.set(item, (byCode = groupBy(ofItem, (fact) => fact.code)));
    return byCode.get(code) ?? NONE;
  }

  of(statement: string, item: string): readonly FactRow[] {
    return this.#places.get(statement)?.get(item)?.facts ?? NONE;
  }

  #placeOf(statement: string, item: string): Place {
    let items = this.#places.get(statement);
    if (items === undefined) this.#places.set(statement, (items = new Map()));
    let place = items.get(item);
    if (place === undefined) {
      const ofItem = listOf(this.#items, item);
      const whole = listOf(this.#whole, item);
      items.set(item, (place = { statement, item, facts: [], ofItem, whole, next: null }));
    }
    return place;
  }
}

/** The list under a key, an empty one where there was none. */
function listOf(lists: Map<string, FactRow[]>, key: string): FactRow[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}

/** So many figures are gone through rather than divided. */
const FEW = 16;
const NONE: readonly FactRow[] = [];
