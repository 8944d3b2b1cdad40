import { getContext, setContext } from "svelte";

/** A table's texts: header and rows, as a spreadsheet reads them. */
export interface TableTexts {
  readonly header: string[];
  readonly rows: string[][];
}

/** Reads all rows of a table, chunk by chunk; `told` hears after each how much of it is read, from 0 to 1. */
export type ReadTable = (told?: (share: number) => void) => Promise<TableTexts>;

/** The table twin of a figure, as the figure's exports see it. */
export interface Twin {
  /** All rows of a table that shows a page of them; null where what is on the page is all there is. */
  whole: ReadTable | null;
}

const TWIN = Symbol("the table twin of a figure");

/** Told by a figure to the table within it. */
export function provideTwin(): Twin {
  return setContext<Twin>(TWIN, { whole: null });
}

const COPIED = Symbol("cells that are drawn for their texts only");

/** Contexts for cells that nobody sees or presses: they are read and thrown away. */
export function contextsOfCopy(contexts: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
  return new Map([...contexts, [COPIED, true]]);
}

/** Whether a component is drawn for its text only. */
export function isCopied(): boolean {
  return getContext(COPIED) === true;
}

/** The figure's twin that a table is; null outside of figures. */
export function useTwin(): Twin | null {
  return getContext<Twin | undefined>(TWIN) ?? null;
}
