import { remembered } from "./remembered.ts";

/** A class of income or expenditure by the names that reports print. */
export interface ClassName {
  readonly code: string;
  /** The current name first, then earlier ones. */
  readonly names: readonly string[];
}

/** A name as it is compared: no white space and quotation marks, no (类) (款) (项), full-width brackets, without a final 支出. */
export const classNameKey = remembered((name) =>
  name
    .replace(/[\s“”"]+/g, "")
    .replace(/[（(][类款项][)）]/g, "")
    .replace(/\(/g, "（")
    .replace(/\)/g, "）")
    .replace(/(?<=.)类?科目$/, "")
    .replace(/^社会保障与就业/, "社会保障和就业")
    .replace(/(?<=.)支出$/, ""),
);

/** Codes by key of their names. Two spellings of one class may have one key: 对个人和家庭的补助, 对个人和家庭的补助支出. */
export function codesByName(classes: readonly ClassName[]): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  for (const { code, names } of classes) {
    for (const name of names) {
      const key = classNameKey(name);
      const same = codes.get(key) ?? [];
      if (!same.includes(code)) codes.set(key, [...same, code]);
    }
  }
  return codes;
}
