/**
 * What is known of texts, looked up by a piece of a longer one: to find it needs neither a copy of the piece nor its
 * hash. Memory is bounded: full, the table is emptied.
 */
export class TextTable<Known> {
  readonly #make: (text: string) => Known;
  readonly #most: number;
  readonly #texts: string[];
  readonly #hashes: Int32Array;
  readonly #known: (Known | undefined)[];
  #count = 0;

  /**
   * @param make what is known of a text, which must depend on nothing else.
   * @param most texts that are kept, a power of two.
   */
  constructor(make: (text: string) => Known, most: number) {
    this.#make = make;
    this.#most = most;
    this.#texts = new Array<string>(2 * most).fill("");
    this.#hashes = new Int32Array(2 * most);
    this.#known = new Array<Known | undefined>(2 * most).fill(undefined);
  }

  /** What is known of the characters `[from, to)`. */
  at(text: string, from: number, to: number): Known {
    const length = to - from;
    if (length <= 0) return this.#make("");
    let hash = length;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
    hash ^= hash >>> 15;
    const mask = this.#texts.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = this.#known[slot];
      if (known === undefined) break;
      if (this.#hashes[slot] === hash && isAt(this.#texts[slot] ?? "", text, from, length)) return known;
      slot = (slot + 1) & mask;
    }
    const own = copied(text, from, to);
    const made = this.#make(own);
    if (this.#count === this.#most) {
      this.#texts.fill("");
      this.#known.fill(undefined);
      this.#count = 0;
      slot = hash & mask;
    }
    this.#texts[slot] = own;
    this.#hashes[slot] = hash;
    this.#known[slot] = made;
    this.#count += 1;
    return made;
  }
}

/** Of FNV-1a, which spreads texts that begin alike. */
const PRIME = 0x01000193;

function isAt(known: string, text: string, from: number, length: number): boolean {
  if (known.length !== length) return false;
  for (let at = 0; at < length; at += 1) if (known.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}

/** A string of its own characters: a slice would keep the whole text alive that it was cut from. */
function copied(text: string, from: number, to: number): string {
  const units = new Array<number>(to - from);
  for (let at = from; at < to; at += 1) units[at - from] = text.charCodeAt(at);
  return String.fromCharCode(...units);
}
