/** Numbers from a seed, the same on every machine: invented reports differ from each other and never from run to run. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  }

  /** A number from 0 to 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.whole(0, values.length - 1)] ?? values[0];
  }

  /** So many different values, in their order. */
  some<Value>(values: readonly Value[], count: number): Value[] {
    const places = values.map((_, index) => index);
    while (places.length > count) places.splice(this.whole(0, places.length - 1), 1);
    return places.flatMap((index) => values[index] ?? []);
  }

  /** An amount in parts of which each is at least 0. */
  parts(total: number, count: number): number[] {
    const weights = Array.from({ length: count }, () => 0.1 + this.next());
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const parts = weights.map((weight) => Math.floor((total * weight) / sum));
    parts[0] = (parts[0] ?? 0) + total - parts.reduce((all, part) => all + part, 0);
    return parts;
  }
}
