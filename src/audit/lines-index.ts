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
  readonly lines: readonly PrintedLine[];
  /** For each word of the vocabulary, by its number, the lines that hold it, in printed order. */
  #found: readonly (readonly PrintedLine[])[] = [];

  constructor(lines: readonly PrintedLine[]) {
    this.lines = lines;
  }

  /** The lines that hold at least one of the words, in printed order. */
  withAny(words: readonly string[]): readonly PrintedLine[] {
    let only: readonly PrintedLine[] = NOWHERE;
    let all: PrintedLine[] | null = null;
    for (const word of words) {
      const lines = this.#linesWith(word);
      if (lines.length === 0) continue;
      if (only.length === 0) only = lines;
      else all = (all ?? [...only]).concat(lines);
    }
    if (all === null) return only;
    const found = all.sort((a, b) => a.no - b.no);
    return found.filter((line, index) => line !== found[index - 1]);
  }

  #linesWith(word: string): readonly PrintedLine[] {
    const number = VOCABULARY.numberOf(word);
    const found = this.#found[number];
    if (found !== undefined) return found;
    // The first report to be asked for a word is gone through again; all later ones know it from the start.
    this.#found = VOCABULARY.linesIn(this.lines);
    return this.#found[number] ?? NOWHERE;
  }
}

/** Of a word that no line holds; never added to. */
const NOWHERE: PrintedLine[] = [];

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
  /** 1 for a letter that begins a word: looked at for every letter of a text, and half as large as the above. */
  readonly #begins = new Uint8Array(0x1_00_00);

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    const letter = word.charCodeAt(0);
    const place = this.#letters[letter] || this.#byLetter.length;
    this.#letters[letter] = place;
    this.#begins[letter] = 1;
    this.#byLetter[place] = [...(this.#byLetter[place] ?? []), { text: word, number, second: word.charCodeAt(1) }];
    return number;
  }

  /** For each word those of some lines that hold it. */
  linesIn(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
    const found: PrintedLine[][] = new Array<PrintedLine[]>(this.#numbers.size).fill(NOWHERE);
    const begins = this.#begins;
    for (const line of lines) {
      const { text } = line;
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (begins[code] === 0) continue;
        const next = text.charCodeAt(at + 1);
        for (const { text: word, number, second } of this.#byLetter[this.#letters[code] ?? 0] ?? []) {
          const { length } = word;
          if (length > 1 && (next !== second || (length > 2 && !text.startsWith(word, at)))) continue;
          const known = found[number] ?? NOWHERE;
          if (known === NOWHERE) found[number] = [line];
          else if (known[known.length - 1] !== line) known.push(line);
        }
      }
    }
    return found;
  }
}

const VOCABULARY = new Vocabulary();
