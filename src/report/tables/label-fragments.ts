import { economicClassesNamed } from "../../domain/economic-classes.ts";
import { functionClassesNamed } from "../../domain/function-classes.ts";
import { NUMBERED } from "./numbered-rows.ts";

/** Labels that begin a row of their own wherever they stand. */
const BEGINS = new RegExp(`^(?:${NUMBERED}|合计$|总计$|本年|上年|年初|年末|使用非|结余|(?:人员|公用)经费合计)`);
const COMPLETE = /(?:合计|总计|小计|收入|结转和结余|结转结余|经费|[^维护]费)$/;

/** How names of bodies end. */
const BODY =
  /(?:局|中心|委员会|管理处|服务处|事务所|站|办公室|厅|政府|学校|小学|中学|医院|图书馆|博物馆|支队|大队)(?:[（(]?本级[)）]?)?$/;

/** Whether words are the whole name of a class. */
export function isClassName(text: string): boolean {
  return functionClassesNamed(text).length > 0 || economicClassesNamed(text).length > 0;
}

/** Whether words are a whole name, of a class or of a body. */
export const isWholeName = (text: string): boolean => isClassName(text) || BODY.test(text);

function worth(above: readonly string[], own: string, below: readonly string[]): number {
  const label = [...above, own, ...below].join("");
  if (label === "") return -4;
  const pieces = [...above, own, ...below].filter((piece) => piece !== "");
  let score = 0;
  if (isClassName(label.replace(/^\d{3,7}/, ""))) score += 4;
  else if (COMPLETE.test(label) || BODY.test(label)) score += 1;
  // The name is centred on its figures.
  score -= Math.abs(above.length - below.length) > 1 ? 2 : 0;
  score += above.length === below.length ? 1 : 0;
  score -= 3 * pieces.slice(1).filter((piece) => BEGINS.test(piece)).length;
  return score;
}

/**
 * Which rows the pieces of a label belong to that was printed over several lines, its figures in
 * the middle:
 *
 *     机关事业单位基本养
 *     2080505                170.31  170.31  0.00
 *     老保险缴费支出
 *
 * @param own what each row prints of its label on its own line, "" for nothing.
 * @param between pieces before each row, and after the last: one list more than rows.
 * @returns per gap how many of its pieces belong to the row before it; the others belong to the row after.
 */
export function splitFragments(own: readonly string[], between: readonly (readonly string[])[]): number[] {
  // best[s]: the best score so far if the gap behind the current row gives it its first s pieces.
  let best: { score: number; splits: number[] }[] = (between[0] ?? []).concat("").map((_, split) => ({
    // What stands above the first row and is no part of it is the header's.
    score: 0,
    splits: [split],
  }));
  own.forEach((text, row) => {
    const before = between[row] ?? [];
    const after = between[row + 1] ?? [];
    const isLast = row === own.length - 1;
    const next: { score: number; splits: number[] }[] = [];
    for (let split = 0; split <= after.length; split += 1) {
      let choice: { score: number; splits: number[] } | null = null;
      best.forEach((entry, taken) => {
        const left = isLast ? 0.5 * (after.length - split) : 0;
        const score = entry.score + worth(before.slice(taken), text, after.slice(0, split)) - left;
        if (choice === null || score > choice.score) choice = { score, splits: [...entry.splits, split] };
      });
      next.push(choice ?? { score: 0, splits: [] });
    }
    best = next;
  });
  return best.reduce((one, other) => (other.score > one.score ? other : one), best[0] ?? { score: 0, splits: [] })
    .splits;
}
