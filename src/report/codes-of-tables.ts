import { classNameKey } from "../domain/function-classes.ts";
import { labelWords } from "./tables/index.ts";
import type { DraftFact } from "./types.ts";

const keyOf = (label: string, parent: string): string =>
  `${classNameKey(labelWords(parent).name)}/${classNameKey(labelWords(label).name)}`;

const isOpen = ({ item, code, parentLabel }: DraftFact): boolean =>
  item === "expenditure.function" && code === null && parentLabel !== null;

/**
 * Gives classes that sentences name by their path the codes under which the report's own tables print
 * them, where the general list knows none:
 *
 *     一般公共服务（类）人大事务（款）人大会议（项）        2010104<TAB>人大会议 below 20101<TAB>人大事务
 *
 * @param told what the sentences tell; drafts of other kinds and of classes in no table stay as they are.
 */
export function withCodesOfTables(told: readonly DraftFact[], tables: readonly DraftFact[]): readonly DraftFact[] {
  if (!told.some(isOpen)) return told;
  const codes = new Map<string, string | null>();
  for (const { item, code, label, parentLabel } of tables) {
    if (item !== "expenditure.function" || code === null || parentLabel === null) continue;
    const key = keyOf(label, parentLabel);
    // Two classes of one name below one name: neither is meant for sure.
    codes.set(key, (codes.get(key) ?? code) === code ? code : null);
  }
  return told.map((draft) => {
    const code = isOpen(draft) ? (codes.get(keyOf(draft.label, draft.parentLabel ?? "")) ?? null) : null;
    return code === null ? draft : { ...draft, code };
  });
}
