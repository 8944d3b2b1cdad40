import { isHeadingLine } from "../paragraphs.ts";
import type { Compact } from "./compact.ts";

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）]|[(（]\d{1,2}[)）]|\d{1,2}[.、]|[①-⑳]|第.{1,3}部分)/;
const LONGEST = 50;
/** With all its marks a heading is no longer than this. */
export const LONGEST_HEADING = 200;

/** The words of a heading, null for a paragraph that is none: sentences, figures, continued lines. */
export function headingOf({ text, printedLength }: Compact): string | null {
  if (printedLength > LONGEST_HEADING) return null;
  if (text.length > LONGEST || !(NUMBERED.test(text) || isHeadingLine(text))) return null;
  const words = text.replace(/。$/, "");
  return /[。；;，,]|\d(?:万|亿)?(?:元|人|%|辆|分)/.test(words) ? null : words;
}
