import type { Row } from "./cells.ts";

/** What a web page prints of itself above a report, as a table of its own. */
const NAME =
  /^\[?(?:索引号|公开目录|发文字号|文号|主题分类|体裁分类|组配分类|发布机构|公开机构|成文日期|生成日期|发布日期|发文日期|有效性|浏览量|浏览次数|访问次数|信息来源|文章来源|责任编辑|监督索引号)\]?(?:[:：]|$)/;

/**
 * Whether a row is about the web page and not of the report:
 *
 *     | 索引号 | 015259-1/2017-09 | 发布机构 | 某某县财政局 |
 */
export function isPageData({ cells }: Row): boolean {
  const first = cells.find(({ text }) => text !== "");
  return first !== undefined && NAME.test(first.text);
}
