/** A printed line of a report. */
export interface PrintedLine {
  readonly no: number;
  readonly text: string;
}

/**
 * Finds lines by the words they hold. Dozens of rules look for words that few lines have: looking
 * through the whole text for a word is many times faster than trying a pattern on every line.
 */
export class LinesIndex {
  readonly #lines: readonly PrintedLine[];
  readonly #text: string;
  /** Offset in `#text` at which each line begins. */
  readonly #starts: readonly number[];
  readonly #found = new Map<string, readonly number[]>();

  constructor(lines: readonly PrintedLine[]) {
    this.#lines = lines;
    const starts: number[] = [];
    let offset = 0;
    for (const { text } of lines) {
      starts.push(offset);
      offset += text.length + 1;
    }
    this.#starts = starts;
    this.#text = lines.map(({ text }) => text).join("\n");
  }

  /** The lines that hold at least one of the words, in printed order. */
  withAny(words: readonly string[]): PrintedLine[] {
    const [first = [], ...others] = words.map((word) => this.#indexes(word));
    if (others.length === 0) return first.flatMap((index) => this.#lines[index] ?? []);
    const indexes = new Set([first, ...others].flat());
    return [...indexes].sort((a, b) => a - b).flatMap((index) => this.#lines[index] ?? []);
  }

  #indexes(word: string): readonly number[] {
    const known = this.#found.get(word);
    if (known !== undefined) return known;
    const indexes: number[] = [];
    for (let at = this.#text.indexOf(word); at !== -1;) {
      const index = this.#lineAt(at);
      indexes.push(index);
      const next = this.#starts[index + 1];
      if (next === undefined) break;
      at = this.#text.indexOf(word, next);
    }
    this.#found.set(word, indexes);
    return indexes;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
