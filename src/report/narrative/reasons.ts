/** An explanation inside a compact paragraph: where its opening words and its text stand. */
export interface Explanation {
  /** Start of 主要原因是. */
  readonly at: number;
  /** The text behind: `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** It says why, and not what for or what of: «主要是办公费62.40万元» tells a part. */
  readonly isCause: boolean;
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
/** A date of record, or a name with its own budget or final, begins something new. */
const NEW_MATTER = /^截[至止]|^[^，,。;:()]{2,30}(?:预算|决算)数?[为是]?\d/;
/** «主要是为保障机构正常运转…，其中：工资福利支出536万元»: what follows a purpose is a part of the amount before it. */
const PARTS = /^其中[:：,，]?[^，,。;:()]{2,30}[为是]?\d/;
const LONGEST_IN_BRACKETS = 800;

/**
 * All explanations of a paragraph, disjoint and in order; each ends with the bracket that it stands
 * in, else with its sentence or at a semicolon behind which no further point of it follows.
 */
export function explanationsOf(text: string): Explanation[] {
  const found: Explanation[] = [];
  if (!text.includes("原因") && !text.includes("主要")) return found;
  const closing = closingBrackets(text);
  const open: number[] = [];
  let seen = 0;
  let covered = 0;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    for (; seen < match.index; seen += 1) {
      if (closing.has(seen)) open.push(closing.get(seen) ?? seen);
      while (open.length > 0 && (open.at(-1) ?? 0) <= seen) open.pop();
    }
    if (match.index < covered) continue;
    const from = match.index + match[0].length;
    const close = open.at(-1);
    const ofPurpose = !match[0].includes("原因") && !/因为|由于/.test(match[0]);
    const to =
      close !== undefined && close - from < LONGEST_IN_BRACKETS ? close : endOf(text, from, closing, ofPurpose);
    covered = to;
    if (to > from)
      found.push({ at: match.index, from, to: text.charAt(to - 1) === "。" ? to - 1 : to, isCause: !ofPurpose });
  }
  return found;
}

/** Position of the closing bracket for each opening one that has a partner. */
function closingBrackets(text: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "(") open.push(at);
    else if (character === ")") {
      const start = open.pop();
      if (start !== undefined) partners.set(start, at);
    }
  }
  return partners;
}

function endOf(text: string, from: number, closing: ReadonlyMap<number, number>, ofPurpose: boolean): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "(") at = closing.get(at) ?? at;
    else if (character === "。") return at;
    else if (/[，,]/.test(character)) {
      const next = text.slice(at + 1, at + 44);
      if (NEW_MATTER.test(next) || (ofPurpose && PARTS.test(next))) return at;
    } else if (character === ";" && !NEXT_POINT.test(text.slice(at + 1, at + 6))) return at;
  }
  return text.length;
}

/** The explanation that the character at `at` belongs to, its opening words included. */
export function explanationAt(explanations: readonly Explanation[], at: number): Explanation | null {
  let low = 0;
  let high = explanations.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const explanation = explanations[middle];
    if (explanation === undefined) return null;
    if (at < explanation.at) high = middle - 1;
    else if (at >= explanation.to) low = middle + 1;
    else return explanation;
  }
  return null;
}
