import { text } from "../param.ts";

export const sqlParams = {
  /** The statement in the editor. */
  statement: text(20_000),
};
