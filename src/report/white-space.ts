/** Whether a UTF-16 unit is white space, as `\\s` of a regular expression has it. */
export function isWhite(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  // The characters of nearly every word lie between.
  if (code > 0x3000) return code === 0xfeff;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Whether a text has nothing but white space, as `trim` has it. */
export function isWhiteText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isWhite(text.charCodeAt(at))) return false;
  return true;
}

/** Whether a text holds white space, as `\\s` of a regular expression has it. */
export function hasWhite(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isWhite(text.charCodeAt(at))) return true;
  return false;
}

/** Whether a UTF-16 unit is a common ideograph, as nearly all characters of a report are. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

const ZERO_WIDTH_SPACE = 0x200b;

/** Whether a UTF-16 unit prints nothing: white space, zero-width included. */
export const isBlankUnit = (code: number): boolean => code === ZERO_WIDTH_SPACE || isWhite(code);

/** Whether a text prints nothing. */
export function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isBlankUnit(text.charCodeAt(at))) return false;
  return true;
}

/** The text without white space at its ends, zero-width included. */
export function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlankUnit(text.charCodeAt(from))) from += 1;
  while (to > from && isBlankUnit(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** The text without any white space, full-width and zero-width included. */
export function squeezed(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isBlankUnit(code)) continue;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}
