import { classNameKey } from "../domain/class-names.ts";
import { functionClassesNamed, isSharedName } from "../domain/function-classes.ts";
import { labelWords } from "./tables/index.ts";
import type { DraftFact } from "./types.ts";

const keyOf = (label: string, parent: string): string =>
  `${classNameKey(labelWords(parent).name)}/${classNameKey(labelWords(label).name)}`;

/** Whether a class may lie below a 款 of that name, as far as the general list knows the name. */
function mayLieBelow(code: string, parent: string): boolean {
  const known = functionClassesNamed(parent).filter((above) => above.length === 5);
  return known.length === 0 || known.some((above) => code.startsWith(above));
}

/** Whether a name told below a 类 may be that of a class, whose code only the tables tell. */
const mayBeClass = ({ item, code, parentLabel, amount }: DraftFact): boolean =>
  (item === null || item === "expenditure.function") &&
  code === null &&
  parentLabel !== null &&
  amount?.unit === "万元";

/** The only class of that name in the tables, where it lies below the 类 that the sentence breaks down. */
function codeBelow({ label, parentLabel }: DraftFact, alone: ReadonlyMap<string, string | null>): string | null {
  const code = alone.get(classNameKey(labelWords(label).name)) ?? null;
  if (code === null || parentLabel === null) return null;
  const tops = functionClassesNamed(parentLabel).filter((above) => above.length === 3);
  return tops.some((above) => code.startsWith(above)) ? code : null;
}

const isOpen = ({ item, code }: DraftFact): boolean => item === "expenditure.function" && code === null;

/**
 * Gives classes that sentences name by their path the codes under which the report's own tables print
 * them, where the general list knows none:
 *
 *     一般公共服务（类）人大事务（款）人大会议（项）        2010104<TAB>人大会议 below 20101<TAB>人大事务
 *     农林水支出656万元，具体包括：水利工程建设110万元      2130305<TAB>水利工程建设
 *
 * @param told what the sentences tell; drafts of other kinds and of classes in no table stay as they are.
 */
export function withCodesOfTables(told: readonly DraftFact[], tables: readonly DraftFact[]): readonly DraftFact[] {
  if (!told.some((draft) => isOpen(draft) || mayBeClass(draft))) return told;
  const codes = new Map<string, string | null>();
  /** Tables may print the 项 alone: by their own names. */
  const alone = new Map<string, string | null>();
  for (const { item, code, label, parentLabel } of tables) {
    if (item !== "expenditure.function" || code === null) continue;
    const name = classNameKey(labelWords(label).name);
    if (code.length === 7) alone.set(name, (alone.get(name) ?? code) === code ? code : null);
    if (parentLabel === null) continue;
    const key = keyOf(label, parentLabel);
    // Two classes of one name below one name: neither is meant for sure.
    codes.set(key, (codes.get(key) ?? code) === code ? code : null);
  }
  return told.map((draft) => {
    const below = mayBeClass(draft) ? codeBelow(draft, alone) : null;
    if (below !== null) return { ...draft, item: "expenditure.function", code: below };
    if (!isOpen(draft)) return draft;
    const parent = draft.parentLabel ?? "";
    const own = isSharedName(draft.label) ? null : (alone.get(classNameKey(labelWords(draft.label).name)) ?? null);
    const code = codes.get(keyOf(draft.label, parent)) ?? (own !== null && mayLieBelow(own, parent) ? own : null);
    return code === null ? draft : { ...draft, code };
  });
}
