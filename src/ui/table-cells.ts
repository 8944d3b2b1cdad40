import type { TableTexts } from "./twin.ts";

/**
 * The texts of a table as they stand on the page: header and rows, missing values as the words
 * that their marks say; what paper leaves out, such as a button, is left out here too. Numbers lose their grouping and true minus sign, so that a spreadsheet
 * reads them as numbers.
 */
export function tableCells(table: HTMLTableElement): TableTexts {
  const texts = (row: HTMLTableRowElement | undefined): string[] => [...(row?.cells ?? [])].map(cellText);
  return {
    header: texts(table.tHead?.rows[0]),
    rows: [...table.tBodies].flatMap((body) => [...body.rows]).map(texts),
  };
}

const UNREAD = "[aria-hidden=true], .no-print";

function cellText(cell: HTMLTableCellElement): string {
  return plainNumber(readText(cell).replace(/\s+/g, " ").trim());
}

/** Only a cell that holds what is not read is copied to take it out: copies of thousands of cells take seconds. */
function readText(cell: HTMLTableCellElement): string {
  if (cell.querySelector(UNREAD) === null) return cell.textContent;
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const unread of copy.querySelectorAll(UNREAD)) unread.remove();
  return copy.textContent;
}

/** A number as a spreadsheet reads it, without grouping and with a plain minus sign; any other text as it is. */
export function plainNumber(text: string): string {
  return /^[+−-]?\d{1,3}(,\d{3})*(\.\d+)?%?$/.test(text) ? text.replaceAll(",", "").replace("−", "-") : text;
}
