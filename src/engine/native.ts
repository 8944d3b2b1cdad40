import { existsSync, readFileSync } from "node:fs";
import { join as joinPath } from "node:path";
import type { DuckDBResultReader, DuckDBValue } from "@duckdb/node-api";
import {
  DuckDBArrayValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
} from "@duckdb/node-api";
import { createStatements } from "../model/create-statements.ts";
import type { CreateOptions } from "../model/create-statements.ts";
import { ident, literal } from "../model/sql.ts";
import type { Query } from "../model/sql.ts";
import { TABLES } from "../model/tables.ts";
import type { Table, TableRows } from "../model/tables.ts";
import { QueryError } from "./engine.ts";
import type { Cell, Engine, ResultTable, RunOptions } from "./engine.ts";
import { errorPosition } from "./error-position.ts";

/** Rows of one INSERT: enough to be quick, few enough for the parser. */
const BATCH = 500;

/** The data folder lacks a table or holds one that cannot be read. `file` is the path. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  readonly file: string;

  constructor(message: string, file: string, options?: { cause?: unknown }) {
    super(message, options);
    this.file = file;
  }
}

/**
 * The native engine, in memory, with all tables and views of the model.
 *
 * @param source a folder of Parquet files as `npm run compile` writes it, or the rows themselves.
 * @throws DataFolderError when the folder is not one; QueryError when the model itself fails.
 */
export async function openNative(source: string | TableRows, options: CreateOptions = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const engine = new NativeEngine(instance);
  try {
    if (typeof source === "string") await readFolder(engine, source);
    else await insertRows(engine, source);
    const { rows } = await engine.run("SELECT count(*)::INTEGER AS reports FROM report");
    const reports = Number(rows[0]?.["reports"] ?? 0);
    for (const statement of createStatements({ reports, ...options, tables: false })) await engine.run(statement);
    // A reader’s statement may neither read other files nor write any.
    await engine.run("SET enable_external_access = false");
    await engine.run("SET lock_configuration = true");
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

const createTable = (table: Table): string =>
  `CREATE TABLE ${ident(table.name).text} (${Object.entries(table.columns)
    .map(([name, column]) => `${ident(name).text} ${column.type}${column.nullable ? "" : " NOT NULL"}`)
    .join(", ")})`;

/** A table's files as the manifest lists them: one, or one per fiscal year; without a manifest the one of its name. */
function filesOf(folder: string, table: string): string[] {
  const manifest = joinPath(folder, "manifest.json");
  const listed: unknown = existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : null;
  const tables = typeof listed === "object" && listed !== null && "tables" in listed ? listed.tables : [];
  const files = (Array.isArray(tables) ? (tables as readonly unknown[]) : []).flatMap((entry) =>
    typeof entry === "object" && entry !== null && "name" in entry && "file" in entry && entry.name === table
      ? [String(entry.file)]
      : [],
  );
  return (files.length === 0 ? [`${table}.parquet`] : files).map((file) => joinPath(folder, file));
}

async function readFolder(engine: Engine, folder: string): Promise<void> {
  for (const table of TABLES) {
    const files = filesOf(folder, table.name);
    const [file = folder] = files;
    const missing = files.find((path) => !existsSync(path));
    if (missing !== undefined) throw new DataFolderError(`${missing} is missing; run «npm run compile» first`, missing);
    const list = files.map((path) => literal(path).text).join(", ");
    const columns = Object.keys(table.columns).map((name) => ident(name).text);
    await engine.run(createTable(table));
    try {
      await engine.run(
        `INSERT INTO ${ident(table.name).text} SELECT ${columns.join(", ")} FROM read_parquet([${list}])`,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DataFolderError(`${file} does not hold the table ${table.name}: ${reason}`, file, { cause: error });
    }
  }
}

async function insertRows(engine: Engine, rows: TableRows): Promise<void> {
  for (const table of TABLES) {
    await engine.run(createTable(table));
    const columns = Object.keys(table.columns);
    const list: readonly object[] = rows[table.name];
    for (let start = 0; start < list.length; start += BATCH) {
      const batch = list.slice(start, start + BATCH).map((row) => {
        const cells = new Map<string, unknown>(Object.entries(row));
        return `(${columns.map((name) => constant(cells.get(name) ?? null)).join(", ")})`;
      });
      await engine.run(`INSERT INTO ${ident(table.name).text} VALUES ${batch.join(", ")}`);
    }
  }
}

/** A value of a base table as SQL text; decimals and dates come as text and are cast by the column. */
function constant(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(constant).join(", ")}]`;
  if (value === null || typeof value === "string" || typeof value === "number") return literal(value).text;
  throw new TypeError(`a base table holds text, integers and lists, not ${typeof value}`);
}

class NativeEngine implements Engine {
  readonly #instance: DuckDBInstance;

  constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  async query<Params extends object, Row>(query: Query<Params, Row>, params: Params): Promise<Row[]> {
    const { text, values } = query.sql(params);
    const table = await this.#read(text, [...values], {});
    return table.rows as Row[]; // columns are checked against Row by test
  }

  run(text: string, options: RunOptions = {}): Promise<ResultTable> {
    return this.#read(text, [], options);
  }

  close(): Promise<void> {
    this.#instance.closeSync();
    return Promise.resolve();
  }

  async #read(text: string, values: DuckDBValue[], { signal, limit = Infinity }: RunOptions): Promise<ResultTable> {
    signal?.throwIfAborted();
    // A connection holds one open result: a second statement on it would empty the first.
    const connection = await this.#instance.connect();
    const interrupt = () => connection.interrupt();
    signal?.addEventListener("abort", interrupt);
    try {
      signal?.throwIfAborted();
      const reader = await connection.streamAndReadUntil(text, Math.min(limit, Number.MAX_SAFE_INTEGER), values);
      return tableOf(reader, limit);
    } catch (error) {
      signal?.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      const message = reason.replace(/^Failed to (?:extract|prepare) statements?: /, "");
      throw new QueryError(message, text, errorPosition(message, text), { cause: error });
    } finally {
      signal?.removeEventListener("abort", interrupt);
      connection.closeSync();
    }
  }
}

function tableOf(reader: DuckDBResultReader, limit: number): ResultTable {
  const names = reader.deduplicatedColumnNames();
  const types = reader.columnTypes();
  const rows = reader
    .getRows()
    .slice(0, limit)
    .map((row) => Object.fromEntries(names.map((name, index) => [name, cellOf(row[index] ?? null)])));
  return { columns: names.map((name, index) => ({ name, type: String(types[index]) })), rows };
}

/** One value as a cell: see `Cell` for what becomes of each type. */
function cellOf(value: DuckDBValue): Cell {
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") {
    return value;
  }
  if (typeof value === "bigint") return String(value);
  if (value instanceof DuckDBDecimalValue) return Number(String(value));
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) return value.items.map(cellOf);
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([name, part]) => [name, cellOf(part)]));
  }
  if (value instanceof DuckDBMapValue) {
    return value.entries.map(({ key, value: part }) => ({ key: cellOf(key), value: cellOf(part) }));
  }
  return String(value);
}
