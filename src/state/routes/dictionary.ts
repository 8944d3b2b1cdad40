import { choice, id, text } from "../param.ts";

export const dictionaryParams = {
  /** Metrics, or the tables and views that statements read. */
  show: choice(["metrics", "tables"], "metrics"),
  /** Chinese name, pinyin initials, English name or id. */
  find: text(60),
  /** The metric that is open; null: the first one found. */
  metric: id(null),
};
