import { interned } from "./interned.ts";

/** Reports repeat their words: most texts asked for were asked for before. */
const MOST = 4096;
/** A longer text is a sentence, which hardly ever comes again. */
const LONGEST = 80;

/**
 * The same function of a text, with its latest answers kept. `answer` must depend on nothing else
 * and give what nobody changes. Memory is bounded: full, it is emptied.
 */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Kept<Answer>>();
  // A unit or a code is asked for again and again in a row.
  let last: Kept<Answer> | null = null;
  return (text) => {
    if (last !== null && last.text === text) return last.answer;
    if (text.length > LONGEST) return answer(text);
    let kept = known.get(text);
    if (kept === undefined) {
      if (known.size >= MOST) known.clear();
      const own = interned(text);
      kept = { text: own, answer: answer(own) };
      known.set(own, kept);
    }
    last = kept;
    return kept.answer;
  };
}

interface Kept<Answer> {
  readonly text: string;
  readonly answer: Answer;
}

/** More keys than reports have years are no years. */
const MOST_KEYS = 24;

/** As `remembered`, for an answer that depends on a number beside the text, one of few: the fiscal year. */
export function rememberedBeside<Answer>(
  answer: (text: string, beside: number) => Answer,
): (text: string, beside: number) => Answer {
  const tables = new Map<number, (text: string) => Answer>();
  return (text, beside) => {
    let table = tables.get(beside);
    if (table === undefined) {
      if (tables.size >= MOST_KEYS) tables.clear();
      table = remembered((kept) => answer(kept, beside));
      tables.set(beside, table);
    }
    return table(text);
  };
}
