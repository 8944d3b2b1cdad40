import { ByteSink } from "./byte-sink.ts";
import { NumberList } from "./number-list.ts";
import { NumberPlaces, TextPlaces, type Places } from "./places.ts";
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
  readonly #places: Places;
  /** False where values stand one after the other. */
  #isNamed: boolean;
  /** Where in the bytes each distinct value begins, in order of appearance, while there is a dictionary. */
  readonly #begins: NumberList = new NumberList();
  /** What names the value, for each of them, while there is a dictionary. */
  readonly indexes: NumberList = new NumberList();
  /** PLAIN: the distinct values, or all. */
  readonly bytes: ByteSink = new ByteSink();

  constructor(type: ValueType, name: string) {
    this.#type = type;
    this.#name = name;
    this.#places = type.isWhole ? new NumberPlaces() : new TextPlaces();
    this.#isNamed = type.comparable;
  }

  /** How many distinct values there are; null without a dictionary. */
  get distinct(): number | null {
    return this.#isNamed ? this.#begins.count : null;
  }

  /**
   * @param count how many of the values, from the first.
   * @throws RangeError when the type does not hold one of them.
   */
  add(values: readonly unknown[], count: number = values.length): void {
    const named = this.#isNamed ? this.#addNamed(values, count) : 0;
    if (named === count) return;
    const rest = named === 0 && count === values.length ? values : values.slice(named, count);
    if (this.#type.appendAll !== undefined) this.#type.appendAll(this.bytes, rest, this.#name);
    else for (const value of rest) this.#type.append(this.bytes, value, this.#name);
  }

  /** Adds the same value so many times. */
  repeat(value: unknown, times: number): void {
    if (times === 0) return;
    this.add([value]);
    const { indexes } = this;
    if (this.#isNamed) indexes.repeat(indexes.list[indexes.count - 1] ?? 0, times - 1);
    else for (let more = 1; more < times; more += 1) this.#type.append(this.bytes, value, this.#name);
  }

  /** Decides how the values stand; nothing is added afterwards. */
  settle(): void {
    const distinct = this.#begins.count;
    if (this.#isNamed && (distinct === 0 || 2 * distinct > this.indexes.count)) this.#giveUp();
    if (!this.#isNamed && this.#type.pack !== undefined) this.bytes.at = this.#type.pack(this.bytes.taken());
  }

  /** Forgets all values; what they stood in serves the next. */
  clear(): void {
    if (this.#isNamed) this.#places.clear();
    this.#isNamed = this.#type.comparable;
    this.#begins.count = 0;
    this.indexes.count = 0;
    this.bytes.at = 0;
  }

  /** Adds values by their numbers until the dictionary is given up; how many. */
  #addNamed(values: readonly unknown[], count: number): number {
    const { indexes } = this;
    indexes.room(count);
    const { list, count: before } = indexes;
    let at = 0;
    for (;;) {
      at += this.#places.known(values, at, count, list, before + at);
      if (at === count) break;
      const place = this.#new(values[at]);
      list[before + at] = place;
      at += 1;
      if (place < FEW || 2 * (place + 1) <= before + at) continue;
      indexes.count = before + at;
      this.#giveUp();
      return at;
    }
    indexes.count = before + at;
    return at;
  }

  /** Appends a value that was not there before; its place. */
  #new(value: unknown): number {
    const begin = this.bytes.at;
    this.#type.append(this.bytes, value, this.#name);
    this.#begins.push(begin);
    this.#places.note(value);
    return this.#begins.count - 1;
  }

  /** Lets all values stand one after the other. */
  #giveUp(): void {
    const { bytes, indexes } = this;
    const distinct = this.#begins.count;
    // Where each value is new they stand so already.
    if (distinct < indexes.count) {
      RESTORED.at = 0;
      for (let at = 0; at < indexes.count;) {
        const first = indexes.list[at] ?? 0;
        let end = first + 1;
        for (at += 1; at < indexes.count && indexes.list[at] === end; at += 1) end += 1;
        RESTORED.append(
          bytes.bytes.subarray(this.#begins.list[first], end < distinct ? this.#begins.list[end] : bytes.at),
        );
      }
      bytes.at = 0;
      bytes.append(RESTORED.taken());
    }
    this.#places.clear();
    this.#isNamed = false;
    this.#begins.count = 0;
    indexes.count = 0;
  }
}

/** Where values are put one after the other again; one column after the other uses it. */
const RESTORED = new ByteSink();
