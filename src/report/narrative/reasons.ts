/** An explanation inside a compact paragraph: where its opening words and its text stand. */
export interface Explanation {
  /** Start of 主要原因是. */
  readonly at: number;
  /** The text behind: `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

/**
 * The words before an explanation:
 *
 *     ，决算数大于预算数的主要原因是：年中追加人员经费。
 *                    ^^^^^^^^^^^^
 */
const OPENING =
  /(?:(?:主要|变动|增减|增加|减少|增长|下降|偏差|扣分)(?:变动|的)?原因|原因(?=主要|是|为|:|在于|分析:|及改进措施:))(?:主要)?(?:分析|及改进措施)?(?:是因为|是由于|在于|是|为)?:?|主要(?:是)?(?:因为|由于)是?:?|主要是:?/g;

/** A point of a list goes on with the explanation: `；（2）`, `；二是`. */
const NEXT_POINT = /^(?:[（(]?\d{1,2}[)）.、]|[（(][一二三四五六七八九十]\)|[①-⑳]|[一二三四五六七八九十]是)/;

/**
 * All explanations of a paragraph; each ends with its sentence, with the bracket that it stands in,
 * or at a semicolon behind which no further point of it follows.
 */
export function explanationsOf(text: string): Explanation[] {
  const found: Explanation[] = [];
  let covered = 0;
  for (const match of text.matchAll(OPENING)) {
    if (match.index < covered) continue;
    const from = match.index + match[0].length;
    const to = endOf(text, from);
    covered = to;
    if (to > from) found.push({ at: match.index, from, to });
  }
  return found;
}

function endOf(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "(") depth += 1;
    else if (character === ")") {
      // «1)» numbers a point; it closes no bracket of the sentence around.
      if (depth === 0 && !/[\d一二三四五六七八九十]/.test(text.charAt(at - 1))) return at;
      depth = Math.max(0, depth - 1);
    } else if (depth > 0) continue;
    else if (character === "。") {
      if (!closesLater(text, from, at)) return at;
    } else if (character === ";" && !NEXT_POINT.test(text.slice(at + 1, at + 6))) return at;
  }
  return text.length;
}

/** «（主要原因是：一是…；二是…。）»: the sentence ends inside the bracket that it opened in. */
function closesLater(text: string, from: number, at: number): boolean {
  return text.charAt(at + 1) === ")" && text.lastIndexOf("(", from) > text.lastIndexOf(")", from);
}
