import { ByteSink } from "./byte-sink.ts";
import { NumberList } from "./number-list.ts";
import type { ValueType } from "./stored-types.ts";

/** Distinct values that a dictionary has before it is asked whether it is worth while. */
const FEW = 512;

/**
 * The values of a column, none of them null, encoded as they come: each distinct one once and
 * numbers that name them, or, as soon as more than every second one is new, one after the other.
 */
export class ValueList {
  readonly #type: ValueType;
  readonly #name: string;
  /** Numbers by value, in order of appearance; null where values stand one after the other. */
  #places: Map<unknown, number> | null;
  #last: unknown = undefined;
  #lastPlace = 0;
  /** What names the value, for each of them, while there is a dictionary. */
  readonly indexes: NumberList = new NumberList();
  /** PLAIN: the distinct values, or all. */
  readonly bytes: ByteSink = new ByteSink();

  constructor(type: ValueType, name: string) {
    this.#type = type;
    this.#name = name;
    this.#places = type.comparable ? new Map() : null;
  }

  /** How many distinct values there are; null without a dictionary. */
  get distinct(): number | null {
    return this.#places === null ? null : this.#places.size;
  }

  /** @throws RangeError when the type does not hold the value. */
  add(value: unknown): void {
    if (this.#places === null) this.#type.append(this.bytes, value, this.#name);
    else this.indexes.push(value === this.#last ? this.#lastPlace : this.#placeOf(value, this.#places));
    if (this.#places !== null && this.#places.size > FEW) this.#weigh(this.#places);
  }

  /** Adds the same value so many times. */
  repeat(value: unknown, times: number): void {
    if (times === 0) return;
    this.add(value);
    if (this.#places !== null) this.indexes.repeat(this.#lastPlace, times - 1);
    else for (let more = 1; more < times; more += 1) this.add(value);
  }

  /** Decides how the values stand; nothing is added afterwards. */
  settle(): void {
    if (this.#places !== null) this.#weigh(this.#places);
    else if (this.#type.pack !== undefined) this.bytes.at = this.#type.pack(this.bytes.taken());
  }

  /** Forgets all values; what they stood in serves the next. */
  clear(): void {
    this.#places = this.#type.comparable ? new Map() : null;
    this.#last = undefined;
    this.indexes.count = 0;
    this.bytes.at = 0;
  }

  #placeOf(value: unknown, places: Map<unknown, number>): number {
    let place = places.get(value);
    if (place === undefined) {
      this.#type.append(this.bytes, value, this.#name);
      place = places.size;
      places.set(value, place);
    }
    this.#last = value;
    this.#lastPlace = place;
    return place;
  }

  #weigh(places: ReadonlyMap<unknown, number>): void {
    const { list, count } = this.indexes;
    if (places.size > 0 && 2 * places.size <= count) return;
    const distinct = [...places.keys()];
    this.#places = null;
    this.bytes.at = 0;
    for (let at = 0; at < count; at += 1) this.#type.append(this.bytes, distinct[list[at] ?? 0], this.#name);
    this.indexes.count = 0;
  }
}
