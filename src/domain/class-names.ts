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
