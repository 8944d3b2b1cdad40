/** A record of a CSV file: cells by column name, and the line it begins on (1-based). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Splits CSV text (RFC 4180: quotes, doubled quotes, line breaks inside quotes) into rows of cells. */
function rowsOf(text: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let rowLine = 1;
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cell !== "") rows.push({ line: rowLine, cells });
    cells = [];
    cell = "";
  };
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\n") line++;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') cell += text.charAt(++index);
      else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === ",") {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") {
      endRow();
      rowLine = line;
    } else cell += character;
  }
  endRow();
  return rows;
}

/** Records of a CSV file with a header line. A row that is short gives empty cells, lines that start with `#` are comments. */
export function parseCsv(text: string): CsvRecord[] {
  const rows = rowsOf(text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n")).filter(
    (row) => !row.cells[0]?.startsWith("#"),
  );
  const [header, ...records] = rows;
  if (header === undefined) return [];
  return records.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.cells.map((name, index) => [name.trim(), (cells[index] ?? "").trim()])),
  }));
}
