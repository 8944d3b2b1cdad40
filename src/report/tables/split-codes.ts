import { functionClassesNamed } from "../../domain/function-classes.ts";

/** The last level of a split code, printed without what is above it. */
export const LEVEL = /^\d{2}$/;
const ECONOMIC = /^[35]0/;

/**
 * Codes that are split into 类, 款 and 项, where a row prints its own level alone and the rows are
 * written without their blank cells, so that nothing shows which level it is:
 *
 *     208 社会保障和就业支出 … 01 人力资源和社会保障管理事务 … 09 社会保险经办机构 … 05 行政事业单位养老支出
 *                              20801                          2080109               20805
 *
 * The class's name decides where it is known; else codes ascend, so that a lower number begins a 款.
 */
export class SplitCodes {
  #above: string | null = null;

  /** Notes the whole code of a row. */
  note(code: string): void {
    this.#above = code;
  }

  /** The whole code of a row that prints `level` before its name; null where no 类 stands above it. */
  whole(level: string, name: string): string | null {
    const above = this.#above;
    if (above === null) return null;
    const asSecond = above.slice(0, 3) + level;
    const asThird = above.length >= 5 ? above.slice(0, 5) + level : null;
    const code = asThird === null || ECONOMIC.test(above) ? asSecond : this.#likelier(asSecond, asThird, name);
    this.#above = code;
    return code;
  }

  #likelier(asSecond: string, asThird: string, name: string): string {
    const named = functionClassesNamed(name);
    const [isSecond, isThird] = [named.includes(asSecond), named.includes(asThird)];
    if (isSecond !== isThird) return isSecond ? asSecond : asThird;
    const above = this.#above ?? "";
    return above.length === 7 && asThird <= above ? asSecond : asThird;
  }
}
