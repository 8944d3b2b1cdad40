import { id, text, whole } from "../param.ts";

const LAST_LINE = 9_999_999;

export const sourceParams = {
  report: id(null),
  /** 1-based line. */
  line: whole([1, LAST_LINE], null),
  /** Character span in that line: 0-based, `to` exclusive. */
  from: whole([0, LAST_LINE], null),
  to: whole([0, LAST_LINE], null),
  fact: id(null),
  /** Search in the text. */
  find: text(200),
};
