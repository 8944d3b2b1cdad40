const MOBILE_NUMBER = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

const ROLE =
  "(?:项目)?(?:联系人|联络人|项目负责人|经办人|填报人|填表人|审核人|财务负责人|单位负责人|部门负责人|主管领导)(?:姓名)?";
/** A word that names the next field of a form and no person. */
const NO_FIELD =
  "(?!.{0,3}(?:电话|手机|单位|部门|日期|职务|签字|签章|盖章|编制|名称|地址|项目|负责|联系|填报|审核|经办|科室|时间|绩效|目标|资金|预算|金额|类[别型]|属性|起止|年度|总体|主管|实施|情况|备注|意见|是否|完成|指标|得分))";
const NAME = "[\\u4e00-\\u9fa5·]{2,4}";

/**
 * A role that names a person, then the name in the same or the next cell:
 *
 *     联系人:<TAB>李某某<TAB>联系电话:<TAB>13800000000        联系人<TAB>李某某
 *                 ^^^                                               ^^^
 */
const NAMED_PERSON = new RegExp(
  `((?:${ROLE})(?:\\s*[:：]\\s*|[\\s|]+))${NO_FIELD}(${NAME})(?=[\\s|,，;；。、(（]|$)`,
  "g",
);
const ROLE_ALONE = new RegExp(`^[\\s|]*${ROLE}\\s*[:：]?[\\s|]*$`);
const NAME_ALONE = new RegExp(`^([\\s|]*)${NO_FIELD}(${NAME})(?=[\\s|]*$)`);

/** Whether a whole text may print personal data: most do not, and lines need not be asked one by one. */
export function mayNamePersons(text: string): boolean {
  return /1[3-9]\d{9}|(?:联系人|联络人|负责人|经办人|填报人|填表人|审核人|主管领导)/.test(text);
}

/** Personal data replaced by `*`, character for character, so that spans and lines stay valid. */
export function maskPersonalData(text: string): string {
  return text
    .replace(MOBILE_NUMBER, (number) => "*".repeat(number.length))
    .replace(NAMED_PERSON, (_, role: string, name: string) => role + "*".repeat(name.length));
}

/** The lines of a text with personal data masked; a name may stand alone in the line below its role. */
export function maskedLines(lines: readonly string[]): string[] {
  let afterRole = false;
  return lines.map((line) => {
    const masked = maskPersonalData(line);
    const below = afterRole
      ? masked.replace(NAME_ALONE, (_, before: string, name: string) => before + "*".repeat(name.length))
      : masked;
    // Blank lines may stand between two cells.
    if (line.trim() !== "") afterRole = ROLE_ALONE.test(line);
    return below;
  });
}
