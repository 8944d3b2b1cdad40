const GROUP = 3;

/** Whether a character of a text is one of 0–9. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Digits with the thousands of their whole part grouped: «12948.80» → «12,948.80»; what is grouped stays. */
export function groupedDigits(digits: string): string {
  const point = digits.indexOf(".");
  const end = point === -1 ? digits.length : point;
  let first = end;
  while (first > 0 && isDigit(digits, first - 1)) first -= 1;
  if (end - first <= GROUP) return digits;
  let at = first + ((end - first) % GROUP || GROUP);
  let text = digits.slice(0, at);
  for (; at < end; at += GROUP) text += `,${digits.slice(at, at + GROUP)}`;
  return text + digits.slice(end);
}
