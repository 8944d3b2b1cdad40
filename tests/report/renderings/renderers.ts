import type { Table } from "./invented-tables.ts";

/** How programs write a table's text when they take it out of a PDF, a DOC or a page. */
export type Renderer = (table: Table) => readonly string[];

const texts = (table: Table): readonly (readonly string[])[] => [
  ...table.header,
  ...table.body.map((row) => row.map((cell) => cell.text)),
];
const filled = (row: readonly string[]): string[] => row.filter((text) => text !== "");
const isFigure = (text: string): boolean => /^[-\d.,]+$/.test(text);

/** Columns of the screen: an ideograph takes two. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) >= 0x1100 ? 2 : 1), 0);
}

/** A text in pieces no wider than `most`. */
function wrapped(text: string, most: number): string[] {
  const pieces = [""];
  for (const letter of text) {
    if (widthOf(`${pieces.at(-1) ?? ""}${letter}`) > most) pieces.push("");
    pieces.push(`${pieces.pop() ?? ""}${letter}`);
  }
  return pieces;
}

interface Placed {
  readonly lines: readonly string[];
  readonly width: number;
  readonly align: "left" | "centre" | "right";
}

/** One row of cells, each centred from top to bottom. */
function printedRow(cells: readonly Placed[]): string[] {
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map(({ lines, width, align }) => {
        const text = lines[at - Math.floor((height - lines.length) / 2)] ?? "";
        const gap = Math.max(0, width - widthOf(text));
        const left = align === "left" ? 0 : align === "right" ? gap : Math.floor(gap / 2);
        return `${" ".repeat(left)}${text}${" ".repeat(gap - left)}`;
      })
      .join("   ")
      .trimEnd(),
  );
}

/** Whether a header stands below: no blank, no number of a column. */
function isHeader(text: string): boolean {
  return text !== "" && text !== "栏次" && !isFigure(text);
}

/** Columns by blanks, merged headers centred over what they span, long names wrapped. */
function laidOut(table: Table, nameWidth: number, headerWidth: number): string[] {
  const count = table.body[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(
      6,
      ...table.body.flatMap((row) => wrapped(row[column]?.text ?? "", nameWidth).map(widthOf)),
      ...table.header.map((row) => Math.min(widthOf(row[column] ?? ""), headerWidth)),
    ),
  );
  const header = table.header.flatMap((row, index) => {
    const next = table.header[index + 1] ?? [];
    const cells: Placed[] = [];
    for (let column = 0; column < count; column += 1) {
      const text = row[column] ?? "";
      const spansAll = /^[预决]算数$/.test(text) && row.length > 3 && index === 0;
      let to = column;
      while (
        text !== "" &&
        to + 1 < count &&
        row[to + 1] === "" &&
        (spansAll || isHeader(next[to + 1] ?? "")) &&
        !isFigure(text)
      )
        to += 1;
      const width = widths.slice(column, to + 1).reduce((sum, one) => sum + one + 3, -3);
      cells.push({ lines: to > column ? [text] : wrapped(text, width), width, align: "centre" });
      column = to;
    }
    return printedRow(cells);
  });
  const body = table.body.flatMap((row) =>
    printedRow(
      row.map(({ text, means }, column) => ({
        lines: isFigure(text) ? [text] : wrapped(text, nameWidth),
        width: widths[column] ?? 0,
        align: means === "" && !/^(?:-|[\d,]+\.\d{2}|\d{1,2})$/.test(text) ? ("left" as const) : ("right" as const),
      })),
    ),
  );
  return [...header, ...body];
}

export const RENDERERS = {
  /** A word processor's tabs. */
  tabs: (table) => texts(table).map((row) => row.join("\t")),
  /** Markdown. */
  strokes: (table) => texts(table).map((row) => `| ${row.join(" | ")} |`),
  /** One cell a line; blank cells are lost. */
  cells: (table) => texts(table).flatMap(filled),
  /** A page's cells, one a line, a stroke behind each and behind the blank ones too. */
  strokedCells: (table) => texts(table).flatMap((row) => row.map((text) => `${text} |`.trimStart())),
  /** One row a line with single blanks; blank cells are lost. */
  single: (table) => texts(table).map((row) => filled(row).join(" ")),
  /** The same, long names printed around their figures. */
  around: (table) => [
    ...table.header.map((row) => filled(row).join(" ")),
    ...table.body.flatMap((row) => {
      const [at] = table.names;
      const name = table.names.length === 1 && at !== undefined ? (row[at]?.text ?? "") : "";
      const line = (without: number | undefined): string =>
        filled(row.map((cell, column) => (column === without ? "" : cell.text))).join(" ");
      return name.length > 10 ? [name.slice(0, 10), line(at), name.slice(10)] : [line(undefined)];
    }),
  ],
  /** Columns kept by blanks. */
  layout: (table) => laidOut(table, 60, 60),
  /** The same in narrow columns: names and headers wrap. */
  narrow: (table) => laidOut(table, 20, 12),
} as const satisfies Readonly<Record<string, Renderer>>;
