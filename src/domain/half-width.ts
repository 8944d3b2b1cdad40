const ANY = /[０-９]/;
/** Digits, and what stands among them: a point, the mark of a percentage. */
const DIGIT = /[０-９]|(?<=[0-9０-９])(?:．(?=[0-9０-９])|％)/g;
/** A whole number in groups of thousands: looked for from its beginning, in one pass however long a line is. */
const GROUPED = /(?<![0-9０-９.．])[０-９]{1,3}(?:，[０-９]{3}(?![0-9０-９]))+/g;

const half = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/**
 * The text with full-width digits as half-width ones, character for character, so that spans stay
 * valid; the same string where there are none. A comma between clauses stays one.
 *
 *     本年收入１，２３４．５０万元，其中      本年收入1,234.50万元，其中
 */
export function withHalfWidthDigits(text: string): string {
  if (!ANY.test(text)) return text;
  return text.replace(GROUPED, (number) => number.replaceAll("，", half)).replace(DIGIT, half);
}

/** Lines with half-width digits; the very same lines where no line has others. */
export function inHalfWidth<Printed extends { readonly text: string }>(lines: readonly Printed[]): readonly Printed[] {
  if (!lines.some(({ text }) => ANY.test(text))) return lines;
  return lines.map((line) => ({ ...line, text: withHalfWidthDigits(line.text) }));
}
