/** Headers of the outline's tables as they are printed, the optional words in brackets of the pattern. */
const NAMES: readonly string[] = [
  "合计",
  "总计",
  "小计",
  "项目",
  "行次",
  "栏次",
  "金额",
  "备注",
  "类",
  "款",
  "收入",
  "支出",
  "科目编码",
  "科目代码",
  "科目名称",
  "单位代码",
  "单位名称",
  "功能分类科目编码",
  "支出功能分类科目编码",
  "经济分类科目编码",
  "经济分类科目名称",
  "支出功能分类",
  "支出经济分类",
  "功能分类科目",
  "经济分类科目",
  "预算数",
  "决算数",
  "年初预算数",
  "调整预算数",
  "全年预算数",
  "统计数",
  "增减额",
  "增减率",
  "本年收入合计",
  "本年支出合计",
  "本年收入",
  "本年支出",
  "财政拨款收入",
  "上级补助收入",
  "事业收入",
  "事业单位经营收入",
  "经营收入",
  "附属单位上缴收入",
  "附属单位缴款",
  "其他收入",
  "用事业基金弥补收支差额",
  "使用非财政拨款结余",
  "财政专户管理资金",
  "财政专户管理资金收入",
  "单位资金",
  "基本支出",
  "项目支出",
  "上缴上级支出",
  "上缴上级单位支出",
  "经营支出",
  "事业单位经营支出",
  "对附属单位补助支出",
  "人员经费",
  "公用经费",
  "人员经费合计",
  "公用经费合计",
  "收入合计",
  "支出合计",
  "收入总计",
  "支出总计",
  "日常公用经费",
  "一般公共预算",
  "一般公共预算财政拨款",
  "一般公共预算拨款",
  "政府性基金预算",
  "政府性基金预算财政拨款",
  "政府性基金预算拨款",
  "国有资本经营预算",
  "国有资本经营预算财政拨款",
  "国有资本经营预算拨款",
  "一般公共预算拨款收入",
  "一般公共预算财政拨款收入",
  "政府性基金预算拨款收入",
  "政府性基金预算财政拨款收入",
  "国有资本经营预算拨款收入",
  "国有资本经营预算财政拨款收入",
  "一般公共预算支出",
  "政府性基金预算支出",
  "国有资本经营预算支出",
  "年初结转和结余",
  "年末结转和结余",
  "上年结转",
  "上年结转结余",
  "结转下年",
  "基本支出结转",
  "项目支出结转和结余",
  "因公出国（境）费",
  "因公出国（境）费用",
  "因公出国（境）经费",
  "公务用车购置及运行费",
  "公务用车购置及运行维护费",
  "公务用车购置和运行费",
  "公务用车购置费",
  "公务用车运行费",
  "公务用车运行维护费",
  "公务接待费",
  "会议费",
  "培训费",
  "“三公”经费合计",
  "三公经费合计",
];

const MARKS = /[()"'‘’]/;

const key = (text: string): string =>
  MARKS.test(text)
    ? text
        .replace(/\(/g, "（")
        .replace(/\)/g, "）")
        .replace(/["'‘’]/g, "“")
    : text;
const KNOWN: ReadonlySet<string> = new Set(NAMES);
/** By first character, of those the longest first. */
const BY_FIRST = new Map<string, string[]>();
for (const name of [...NAMES].sort((a, b) => b.length - a.length)) {
  const others = BY_FIRST.get(name.charAt(0));
  if (others === undefined) BY_FIRST.set(name.charAt(0), [name]);
  else others.push(name);
}
const BEGINNINGS: ReadonlySet<string> = new Set(
  NAMES.flatMap((name) => Array.from({ length: name.length - 1 }, (_, at) => name.slice(0, at + 1))),
);

/** Whether a text is a header of the outline, whole. */
export function isHeaderName(text: string): boolean {
  return KNOWN.has(key(text));
}

const MEASURE = /^(?:年初|调整|全年)?[预决]算数$|^执行数$/;

/** Whether a header says what the amounts below a column's name measure: 预算数, 决算数. */
export function isMeasureName(text: string): boolean {
  return text.endsWith("数") && MEASURE.test(text);
}

/** Whether some header of the outline begins so and goes on: the rest may stand on the next line. */
export function beginsHeaderName(text: string): boolean {
  return BEGINNINGS.has(key(text));
}

/** Whether a text may begin with a header of the outline: a cheap look at its first two characters. */
export function mayBeginHeaderNames(text: string): boolean {
  const two = text.slice(0, 2);
  return isHeaderName(two.charAt(0)) || isHeaderName(two) || beginsHeaderName(two);
}

/**
 * Lengths of the headers that a text without blanks runs together, null where it is no such text:
 *
 *     本年支出合计基本支出项目支出      6, 4, 4
 */
export function headersRunTogether(text: string): readonly number[] | null {
  if (text.length > 120) return null;
  const plain = key(text);
  const lengths: number[] = [];
  for (let at = 0; at < plain.length;) {
    const name = BY_FIRST.get(plain.charAt(at))?.find((candidate) => plain.startsWith(candidate, at));
    if (name === undefined) return null;
    lengths.push(name.length);
    at += name.length;
  }
  return lengths.length > 1 ? lengths : null;
}

/** `2023年执行数`, `2024年年初预算`: a year with what was measured. */
const YEARS_AMOUNTS = /^(20\d{2})年度?(?:年初|调整|全年)?(?:[预决]算|执行)(?:数|额|金额)?$/;

/** The year whose amounts a header heads; null for a header that says more than that, or less. */
export function yearOfAmounts(header: string): string | null {
  return YEARS_AMOUNTS.exec(header)?.[1] ?? null;
}
