const MOBILE_NUMBER = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/**
 * A role that names a person, then the name in the same or the next cell:
 *
 *     联系人:<TAB>李某某<TAB>联系电话:<TAB>13800000000
 *                 ^^^
 */
const NAMED_PERSON =
  /((?:联系人|项目负责人|经办人|填报人|填表人|审核人|财务负责人|单位负责人)(?:姓名)?\s*[:：]\s*)([\u4e00-\u9fa5·]{2,4})(?=[\s,，;；。、(（]|$)/g;

/** Whether a whole text may print personal data: most do not, and lines need not be asked one by one. */
export function mayNamePersons(text: string): boolean {
  return /1[3-9]\d{9}|(?:联系人|负责人|经办人|填报人|填表人|审核人)/.test(text);
}

/** Personal data replaced by `*`, character for character, so that spans and lines stay valid. */
export function maskPersonalData(text: string): string {
  return text
    .replace(MOBILE_NUMBER, (number) => "*".repeat(number.length))
    .replace(NAMED_PERSON, (_, role: string, name: string) => role + "*".repeat(name.length));
}
