import { ByteSink } from "./byte-sink.ts";
import { NumberList } from "./number-list.ts";
import type { ValueType } from "./stored-types.ts";

/** Distinct values that a dictionary has before it is asked whether it is worth while. */
const FEW = 512;

/** The place of a value that was not there before. */
const NOWHERE = -1;
/** Whole numbers below this one have their places in a list: lines, rows and places in a line do. */
const SMALL_NUMBERS = 4096;

/**
 * The values of a column, none of them null, encoded as they come: each distinct one once and
 * numbers that name them, or, as soon as more than every second one is new, one after the other.
 */
export class ValueList {
  readonly #type: ValueType;
  readonly #name: string;
  /** Numbers by value; null where values stand one after the other. */
  #places: Map<unknown, number> | null;
  /** The same for small numbers. */
  readonly #placesOfSmall: Int32Array = new Int32Array(SMALL_NUMBERS).fill(NOWHERE);
  /** In order of appearance, while there is a dictionary. */
  #distinct: unknown[] = [];
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
    return this.#places === null ? null : this.#distinct.length;
  }

  /**
   * @param count how many of the values, from the first.
   * @throws RangeError when the type does not hold one of them.
   */
  add(values: readonly unknown[], count: number = values.length): void {
    const named = this.#places === null ? 0 : this.#addNamed(values, count, this.#places);
    if (named === count) return;
    const rest = named === 0 && count === values.length ? values : values.slice(named, count);
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
    const distinct = this.#distinct.length;
    if (this.#places !== null && (distinct === 0 || 2 * distinct > this.indexes.count)) this.#giveUp();
    if (this.#places === null && this.#type.pack !== undefined) this.bytes.at = this.#type.pack(this.bytes.taken());
  }

  /** Forgets all values; what they stood in serves the next. */
  clear(): void {
    this.#places = this.#type.comparable ? new Map() : null;
    this.#placesOfSmall.fill(NOWHERE);
    this.#distinct = [];
    this.#last = undefined;
    this.indexes.count = 0;
    this.bytes.at = 0;
  }

  /** Adds values by their numbers until the dictionary is given up; how many. */
  #addNamed(values: readonly unknown[], count: number, places: Map<unknown, number>): number {
    const { indexes } = this;
    indexes.room(count);
    const { list, count: before } = indexes;
    let last = this.#last;
    let lastPlace = this.#lastPlace;
    let at = 0;
    while (at < count) {
      const value = values[at];
      // Rows in the order of a report repeat the value before more often than not.
      if (value !== last) {
        last = value;
        lastPlace = this.#placeOf(value, places);
        if (lastPlace === NOWHERE) {
          lastPlace = this.#distinct.length;
          this.#type.append(this.bytes, value, this.#name);
          this.#distinct.push(value);
          if (isSmallNumber(value)) this.#placesOfSmall[value] = lastPlace;
          else places.set(value, lastPlace);
          if (lastPlace >= FEW && 2 * (lastPlace + 1) > before + at + 1) {
            list[before + at] = lastPlace;
            at += 1;
            indexes.count = before + at;
            this.#giveUp();
            return at;
          }
        }
      }
      list[before + at] = lastPlace;
      at += 1;
    }
    indexes.count = before + at;
    this.#last = last;
    this.#lastPlace = lastPlace;
    return at;
  }

  #placeOf(value: unknown, places: ReadonlyMap<unknown, number>): number {
    return (isSmallNumber(value) ? this.#placesOfSmall[value] : places.get(value)) ?? NOWHERE;
  }

  /** Lets all values stand one after the other. */
  #giveUp(): void {
    const { list, count } = this.indexes;
    this.#places = null;
    this.bytes.at = 0;
    for (let at = 0; at < count; at += 1) this.#type.append(this.bytes, this.#distinct[list[at] ?? 0], this.#name);
    this.indexes.count = 0;
    this.#distinct = [];
  }
}

function isSmallNumber(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < SMALL_NUMBERS && Number.isInteger(value);
}
