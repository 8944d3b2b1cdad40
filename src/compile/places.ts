import { NumberList } from "./number-list.ts";

/** Where among the distinct values of a column each one stands: places are given from 0 on. */
export interface Places {
  /**
   * Writes the places of values into a list until one is new, which `note` has to follow.
   *
   * @param values none of them null.
   * @param from the first of them; `count` behind the last.
   * @param list where the place of the first goes to `to`.
   * @returns how many there were.
   */
  known(values: readonly unknown[], from: number, count: number, list: Int32Array, to: number): number;
  /** Gives a value that is new the next place, and the one that comes next is taken to stand behind it. */
  note(value: unknown): void;
  clear(): void;
}

/**
 * Places of texts: reports go through the same names in the same order, so that most are guessed by what stood
 * behind the one before the last time.
 */
export class TextPlaces implements Places {
  #places = new Map<unknown, number>();
  #distinct: unknown[] = [];
  /** For each place the one that stood behind it the last time. */
  readonly #behind = new NumberList();
  /** The place of the latest value. */
  #last = 0;

  known(values: readonly unknown[], from: number, count: number, list: Int32Array, to: number): number {
    const distinct = this.#distinct;
    // Texts are compared quickly where they were never compared with anything else, nothing among it.
    if (distinct.length === 0) return 0;
    const behind = this.#behind.list;
    let last = this.#last;
    let at = from;
    for (; at < count; at += 1) {
      const value = values[at];
      // Rows in the order of a report repeat the value before more often than not.
      if (value !== distinct[last]) {
        let place = behind[last] ?? 0;
        if (value !== distinct[place]) {
          const found = this.#places.get(value);
          if (found === undefined) break;
          place = found;
          behind[last] = place;
        }
        last = place;
      }
      list[to + at - from] = last;
    }
    this.#last = last;
    return at - from;
  }

  note(value: unknown): void {
    const place = this.#distinct.length;
    this.#places.set(value, place);
    this.#distinct.push(value);
    this.#behind.push(0);
    this.#behind.list[this.#last] = place;
    this.#last = place;
  }

  clear(): void {
    this.#places = new Map();
    this.#distinct = [];
    this.#behind.count = 0;
    this.#last = 0;
  }
}

/** Whole numbers below this one have their places in a list: lines, rows and places in a line do. */
const SMALL_NUMBERS = 4096;
const NOWHERE = -1;

/** Places of whole numbers, nearly all of them small. */
export class NumberPlaces implements Places {
  readonly #ofSmall: Int32Array = new Int32Array(SMALL_NUMBERS).fill(NOWHERE);
  #ofOthers = new Map<unknown, number>();
  #count = 0;

  known(values: readonly unknown[], from: number, count: number, list: Int32Array, to: number): number {
    const ofSmall = this.#ofSmall;
    let at = from;
    for (; at < count; at += 1) {
      const value = values[at];
      const place = (isSmall(value) ? ofSmall[value] : this.#ofOthers.get(value)) ?? NOWHERE;
      if (place === NOWHERE) break;
      list[to + at - from] = place;
    }
    return at - from;
  }

  note(value: unknown): void {
    if (isSmall(value)) this.#ofSmall[value] = this.#count;
    else this.#ofOthers.set(value, this.#count);
    this.#count += 1;
  }

  clear(): void {
    this.#ofSmall.fill(NOWHERE);
    this.#ofOthers = new Map();
    this.#count = 0;
  }
}

function isSmall(value: unknown): value is number {
  return typeof value === "number" && value >>> 0 === value && value < SMALL_NUMBERS;
}
