/** A printed line of a report. */
export interface PrintedLine {
  readonly no: number;
  readonly text: string;
}

/**
 * Finds lines by the words they hold. Dozens of rules look for words that few lines have: going
 * through the whole text once for all their words is many times faster than trying a pattern on
 * every line.
 */
export class LinesIndex {
  readonly #lines: readonly PrintedLine[];
  readonly #text: string;
  /** For each word of the vocabulary, by its number, the indexes of the lines that hold it, ascending. */
  #found: readonly (readonly number[])[] = [];

  constructor(lines: readonly PrintedLine[]) {
    this.#lines = lines;
    this.#text = lines.map(({ text }) => text).join("\n");
  }

  /** The lines that hold at least one of the words, in printed order. */
  withAny(words: readonly string[]): readonly PrintedLine[] {
    const lists = words.map((word) => this.#indexes(word)).filter((list) => list.length > 0);
    const [first = [], second] = lists;
    const indexes = second === undefined ? first : [...new Set(lists.flat())].sort((a, b) => a - b);
    const found: PrintedLine[] = [];
    for (const index of indexes) {
      const line = this.#lines[index];
      if (line !== undefined) found.push(line);
    }
    return found;
  }

  #indexes(word: string): readonly number[] {
    const number = VOCABULARY.numberOf(word);
    const found = this.#found[number];
    if (found !== undefined) return found;
    // The first report to be asked for a word is gone through again; all later ones know it from the start.
    this.#found = VOCABULARY.linesIn(this.#text);
    return this.#found[number] ?? [];
  }
}

interface Word {
  readonly text: string;
  readonly number: number;
  /** Code of the second letter, NaN for a word of one letter. */
  readonly second: number;
}

/** The words that were asked for so far, in this and earlier reports; what is found does not depend on it. */
class Vocabulary {
  readonly #numbers = new Map<string, number>();
  /** The words by their first letter's code; the letters of most texts begin none. */
  readonly #byLetter: (readonly Word[])[] = [[]];
  readonly #letters = new Uint16Array(0x1_00_00);

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    const letter = word.charCodeAt(0);
    const place = this.#letters[letter] || this.#byLetter.length;
    this.#letters[letter] = place;
    this.#byLetter[place] = [...(this.#byLetter[place] ?? []), { text: word, number, second: word.charCodeAt(1) }];
    return number;
  }

  /** For each word the lines of a text that hold it, from 0. */
  linesIn(text: string): readonly (readonly number[])[] {
    const found: number[][] = Array.from(this.#numbers, () => []);
    const letters = this.#letters;
    let line = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEW_LINE) line += 1;
      const place = letters[code] ?? 0;
      if (place === 0) continue;
      for (const word of this.#byLetter[place] ?? []) {
        const { length } = word.text;
        if (length > 1 && (text.charCodeAt(at + 1) !== word.second || !text.startsWith(word.text, at))) continue;
        const lines = found[word.number];
        if (lines !== undefined && lines.at(-1) !== line) lines.push(line);
      }
    }
    return found;
  }
}

const NEW_LINE = 10;
const VOCABULARY = new Vocabulary();
