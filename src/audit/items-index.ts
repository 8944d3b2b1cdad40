import type { FactRow } from "../domain/records.ts";

/** The figures of one item in one statement. */
interface Place {
  readonly statement: string;
  readonly item: string;
  readonly facts: FactRow[];
  /** The figures of the item in all statements. */
  readonly ofItem: FactRow[];
  /** The place of the figure that followed when one of this place was last met. */
  next: Place | null;
}

/** Figures by item, and by statement and item, in printed order. Figures without an item are left out. */
export class ItemsIndex {
  readonly #places = new Map<string, Map<string, Place>>();
  readonly #items = new Map<string, FactRow[]>();

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

  of(statement: string, item: string): readonly FactRow[] {
    return this.#places.get(statement)?.get(item)?.facts ?? NONE;
  }

  #placeOf(statement: string, item: string): Place {
    let items = this.#places.get(statement);
    if (items === undefined) this.#places.set(statement, (items = new Map()));
    let place = items.get(item);
    if (place === undefined) {
      let ofItem = this.#items.get(item);
      if (ofItem === undefined) this.#items.set(item, (ofItem = []));
      items.set(item, (place = { statement, item, facts: [], ofItem, next: null }));
    }
    return place;
  }
}

const NONE: readonly FactRow[] = [];
