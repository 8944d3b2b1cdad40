/** Over figures whose blank neighbours the extraction lost, so that their column is not known. */
export const UNKNOWN_COLUMN = "列不明（空白单元格已丢失）";
