import type { Snippet } from "svelte";

/** A column of a `DataTable`. Its cells are `cell` when given, else `text`. */
export interface TableColumn<Row> {
  /** Unique in its table; also the key of sorting. */
  readonly key: string;
  readonly label: string;
  /** Right-aligned with tabular figures. */
  readonly numeric?: boolean;
  /** The header of its row: exactly one column of a table, usually the first. */
  readonly rowHeader?: boolean;
  /** The heading sorts; the caller orders the rows. */
  readonly sortable?: boolean;
  /**
   * Text of a cell, or null where there is none (a dash is shown; say why with `cell` and a StatusMark);
   * beside a `cell` it is what a copy of the whole table holds.
   */
  readonly text?: (row: Row) => string | null;
  /** Anything else: links, marks. */
  readonly cell?: Snippet<[Row]>;
  /** Sentences: kept wide enough to be read where the table scrolls sideways. */
  readonly prose?: boolean;
  /** More on the heading, as a title. */
  readonly hint?: string;
}

export interface TableSort {
  readonly key: string;
  readonly direction: "ascending" | "descending";
}
