import type { Paragraph } from "../paragraphs.ts";
import { isHeadingLine } from "../paragraphs.ts";
import { Compact } from "./compact.ts";

const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）]|[(（]\d{1,2}[)）]|\d{1,2}[.、]|[①-⑳]|第.{1,3}部分)/;
const LONGEST = 50;

/** The words of a heading, null for a paragraph that is none: sentences, figures, continued lines. */
export function headingOf(paragraph: Paragraph): string | null {
  if (paragraph.text.length > 200) return null;
  const { text } = new Compact(paragraph);
  if (text.length > LONGEST || !(NUMBERED.test(text) || isHeadingLine(text))) return null;
  const words = text.replace(/。$/, "");
  return /[。；;，,]|\d(?:万|亿)?(?:元|人|%|辆|分)/.test(words) ? null : words;
}
