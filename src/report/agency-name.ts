import { squeezed } from "./white-space.ts";
import { headingText } from "./tables/names.ts";
import type { Line } from "./types.ts";

const ENDING =
  "(?:局|中心|委员会|管理处|事业处|服务处|处|所|站|办公室|办事处|厅|部|署|院|馆|校|小学|中学|大学|园|会|社|台|政府|公司|总队|支队|大队)";
const PLACE = "(?!关于)[\\u4e00-\\u9fa5]{2,24}?(?:省|市|州|盟|县|区|旗|乡|镇)";
const STATE = "(?:中华人民共和国|国家|中国|国务院|全国|中共|最高)";
const NAME = `(?:${PLACE}|${STATE})[\\u4e00-\\u9fa5]{0,24}?${ENDING}(?:[（(]本级[)）]|本级)?`;

/** `部门：某某市社会保险中心` above a table. */
const DECLARED = new RegExp(
  `^(?:部门|单位|编制单位|填报单位|预算单位|公开部门|编制部门|填报部门|部门名称|单位名称|部门[（(]单位[)）](?:名称)?)[:：](${NAME})(?=$|[|（(\\d]|金额|单位)`,
);
/** A line that is nothing but a name, the title of an annex, or a name behind the code of the body: `305001东山市公路局`. */
const WHOLE = new RegExp(`^(?:\\d{3,9}|[\\[【（(]\\d{3,9}[\\]】）)])?-?(${NAME})[|]*$`);
/** A part's heading that names it: `第一部分 某某市社会保险中心（单位）概况`. */
const HEADED = new RegExp(
  `^(?:第.{1,3}部分[:：]?|[一二三四五]、)(${NAME})(?:20\\d{2}年度?)?(?:部门|单位|[（(](?:单位|部门)[)）])*(?:概况|基本情况|简介|概述)$`,
);
/** A sentence that begins with a name: `某某市社会保险中心是一级预算单位`. */
const SUBJECT = new RegExp(`^(${NAME})(?=是|为|系|总?编制|内设|主要职责|共有|本级|\\d{4}年)`);

/**
 * The agency's name where the title has none: the name that table captions, annex titles and the
 * beginnings of sentences print most often. Null when there is none.
 */
export function agencyNameOf(lines: readonly Line[]): string | null {
  const votes = new Map<string, number>();
  for (const line of lines) {
    const text = line.text.length > 400 ? line.text.slice(0, 400) : line.text;
    const heading = headingText(text);
    const head = heading.slice(0, 60);
    const declared = DECLARED.exec(squeezed(text).slice(0, 60))?.[1] ?? HEADED.exec(head)?.[1];
    const name = declared ?? (heading.length <= 50 ? WHOLE.exec(heading)?.[1] : undefined) ?? SUBJECT.exec(head)?.[1];
    if (name === undefined) continue;
    votes.set(name, (votes.get(name) ?? 0) + (declared === undefined ? 1 : 3));
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length);
  return winner?.[0] ?? null;
}
