import { choice, text, texts } from "../param.ts";

export const sqlParams = {
  /** The statements in the editor; of a notebook its text. */
  statement: text(20_000),
  /** What is filled in for `$name`, by name. */
  params: texts(4_000),
  /** How the result is drawn: mark, x, y, colour, facet; empty for no chart. */
  chart: texts(2_000),
  kind: choice(["query", "notebook"], "query"),
};
