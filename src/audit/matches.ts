/**
 * All matches of a pattern in a text, as `matchAll` finds them; that copies the pattern for every
 * text, which costs more than to try it on a line.
 *
 * @param pattern global.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += 1;
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];

/** Whether a text holds a word at two places: to be asked before a pattern that needs it twice is tried. */
export function holdsTwice(text: string, word: string): boolean {
  const first = text.indexOf(word);
  return first !== -1 && text.includes(word, first + word.length);
}
