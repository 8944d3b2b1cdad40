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
    let only: readonly number[] = NOWHERE;
    let all: number[] | null = null;
    for (const word of words) {
      const indexes = this.#indexes(word);
      if (indexes.length === 0) continue;
      if (only.length === 0) only = indexes;
      else all = (all ?? [...only]).concat(indexes);
    }
    const indexes = all === null ? only : all.sort((a, b) => a - b);
    const found: PrintedLine[] = [];
    let last = -1;
    for (const index of indexes) {
      const line = this.#lines[index];
      if (line !== undefined && index !== last) found.push(line);
      last = index;
    }
    return found;
  }

  #indexes(word: string): readonly number[] {
    const number = VOCABULARY.numberOf(word);
    const found = this.#found[number];
    if (found !== undefined) return found;
    // The first report to be asked for a word is gone through again; all later ones know it from the start.
    this.#found = VOCABULARY.linesIn(this.#text);
    return this.#found[number] ?? NOWHERE;
  }
}

/** Of a word that no line holds; never added to. */
const NOWHERE: number[] = [];

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
    const found: number[][] = new Array<number[]>(this.#numbers.size).fill(NOWHERE);
    const letters = this.#letters;
    let line = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NEW_LINE) line += 1;
      const place = letters[code] ?? 0;
      if (place === 0) continue;
      const next = text.charCodeAt(at + 1);
      for (const { text: word, number, second } of this.#byLetter[place] ?? []) {
        const { length } = word;
        if (length > 1 && (next !== second || (length > 2 && !text.startsWith(word, at)))) continue;
        const lines = found[number] ?? NOWHERE;
        if (lines === NOWHERE) found[number] = [line];
        else if (lines[lines.length - 1] !== line) lines.push(line);
      }
    }
    return found;
  }
}

const NEW_LINE = 10;
const VOCABULARY = new Vocabulary();
