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

  /** @throws RangeError when the type does not hold one of them. */
  add(values: readonly unknown[]): void {
    const named = this.#places === null ? 0 : this.#addNamed(values, this.#places);
    if (named === values.length) return;
    const rest = named === 0 ? values : values.slice(named);
    if (this.#type.appendAll !== undefined) this.#type.appendAll(this.bytes, rest, this.#name);
    else for (const value of rest) this.#type.append(this.bytes, value, this.#name);
  }

  /** Adds the same value so many times. */
  repeat(value: unknown, times: number): void {
    if (times === 0) return;
    this.add([value]);
    if (this.#places !== null) this.indexes.repeat(this.#lastPlace, times - 1);
    else for (let more = 1; more < times; more += 1) this.#type.append(this.bytes, value, this.#name);
  }

  /** Decides how the values stand; nothing is added afterwards. */
  settle(): void {
    const places = this.#places;
    if (places !== null && (places.size === 0 || 2 * places.size > this.indexes.count)) this.#giveUp(places);
    if (this.#places === null && this.#type.pack !== undefined) this.bytes.at = this.#type.pack(this.bytes.taken());
  }

  /** Forgets all values; what they stood in serves the next. */
  clear(): void {
    this.#places = this.#type.comparable ? new Map() : null;
    this.#last = undefined;
    this.indexes.count = 0;
    this.bytes.at = 0;
  }

  /** Adds values by their numbers until the dictionary is given up; how many. */
  #addNamed(values: readonly unknown[], places: Map<unknown, number>): number {
    const { indexes } = this;
    let last = this.#last;
    let lastPlace = this.#lastPlace;
    let at = 0;
    while (at < values.length) {
      const value = values[at];
      at += 1;
      // Rows in the order of a report repeat the value before more often than not.
      if (value !== last) {
        const place = places.get(value);
        if (place === undefined) this.#type.append(this.bytes, value, this.#name);
        lastPlace = place ?? places.size;
        last = value;
        if (place === undefined) places.set(value, lastPlace);
      }
      indexes.push(lastPlace);
      if (places.size > FEW && 2 * places.size > indexes.count) {
        this.#giveUp(places);
        break;
      }
    }
    this.#last = last;
    this.#lastPlace = lastPlace;
    return at;
  }

  /** Lets all values stand one after the other. */
  #giveUp(places: ReadonlyMap<unknown, number>): void {
    const { list, count } = this.indexes;
    const distinct = [...places.keys()];
    this.#places = null;
    this.bytes.at = 0;
    for (let at = 0; at < count; at += 1) this.#type.append(this.bytes, distinct[list[at] ?? 0], this.#name);
    this.indexes.count = 0;
  }
}
