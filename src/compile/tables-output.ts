import { TABLES, tableOf, type TableRows } from "../model/tables.ts";
import { isDivided } from "./batch.ts";
import type { Output } from "./effects.ts";
import type { ManifestTable } from "./manifest.ts";
import { encodeRows, ParquetFile } from "./parquet.ts";
import type { EncodedRows } from "./rows-builder.ts";

type TableName = keyof TableRows;

/** The files of all tables while they are written, row group by row group. */
export class TablesOutput {
  readonly #output: Output;
  readonly #divided: boolean;
  readonly #files = new Map<string, { readonly table: TableName; readonly name: string; readonly file: ParquetFile }>();

  /** @param divided whether large tables go into one file per fiscal year: `fact-2020.parquet`. */
  constructor(output: Output, divided: boolean) {
    this.#output = output;
    this.#divided = divided;
  }

  /** Appends rows; `year` is null where the table is one file. */
  async add(table: TableName, year: number | null, encoded: EncodedRows): Promise<void> {
    const { name, file } = await this.#fileOf(table, year);
    const bytes = file.add(encoded);
    if (bytes.length > 0) await this.#output.append(name, bytes);
  }

  /** Appends rows that are at hand. */
  async addRows<Name extends TableName>(name: Name, rows: TableRows[Name]): Promise<void> {
    await this.add(name, null, encodeRows(tableOf(name), rows));
  }

  /** Ends every file. A table without rows is a file without rows, so that readers find it. */
  async finish(): Promise<ManifestTable[]> {
    for (const { name } of TABLES) {
      const any = [...this.#files.values()].some((entry) => entry.table === name);
      if (!any) await this.#fileOf(name, null);
    }
    const tables: ManifestTable[] = [];
    for (const { name: table } of TABLES) {
      const files = [...this.#files.values()].filter((entry) => entry.table === table);
      for (const { name, file } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        await this.#output.append(name, file.foot);
        tables.push({ name: table, file: name, rows: file.rows, ...(await this.#output.measure(name)) });
      }
    }
    return tables;
  }

  async #fileOf(table: TableName, year: number | null) {
    const name = this.#divided && isDivided(table) && year !== null ? `${table}-${year}.parquet` : `${table}.parquet`;
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const opened = { table, name, file: new ParquetFile(tableOf(table)) };
    this.#files.set(name, opened);
    await this.#output.append(name, opened.file.head);
    return opened;
  }
}
