import { getContext, setContext } from "svelte";

/** A table's texts: header and rows, as a spreadsheet reads them. */
export interface TableTexts {
  readonly header: string[];
  readonly rows: string[][];
}

/** The table twin of a figure, as the figure's exports see it. */
export interface Twin {
  /** All rows of a table that shows a page of them; null where what is on the page is all there is. */
  whole: (() => Promise<TableTexts>) | null;
}

const TWIN = Symbol("the table twin of a figure");

/** Told by a figure to the table within it. */
export function provideTwin(): Twin {
  return setContext<Twin>(TWIN, { whole: null });
}

/** The figure's twin that a table is; null outside of figures. */
export function useTwin(): Twin | null {
  return getContext<Twin | undefined>(TWIN) ?? null;
}
