import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { ident } from "../model/sql.ts";
import { TABLES, type Table } from "../model/tables.ts";
import { parquetToIpc } from "./parquet-to-arrow.ts";
import { EngineStartError } from "./start-error.ts";

/** A table ready for insertion; `ipc` is null when it holds no row. */
export interface TableBytes {
  readonly table: Table;
  readonly ipc: Uint8Array | null;
}

async function fetchWhole(address: string): Promise<ArrayBuffer> {
  let response: Response;
  try {
    // Data files keep their names from build to build: ask whether they have changed.
    response = await fetch(address, { cache: "no-cache" });
  } catch (error) {
    throw new EngineStartError("file-missing", "the server did not answer", address, { cause: error });
  }
  if (!response.ok) {
    throw new EngineStartError("file-missing", `the server answered ${response.status}`, address);
  }
  return response.arrayBuffer();
}

async function loadTable(table: Table, data: URL): Promise<TableBytes> {
  const address = new URL(`${table.name}.parquet`, data).href;
  const bytes = await fetchWhole(address);
  try {
    return { table, ipc: await parquetToIpc(table, bytes) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineStartError("file-damaged", reason, address, { cause: error });
  }
}

/** Fetches every table whole and decodes it. Rejects with an EngineStartError that names the file. */
export function loadTables(data: URL): Promise<TableBytes[]> {
  return Promise.all(TABLES.map((table) => loadTable(table, data)));
}

function createTable(table: Table): string {
  const columns = Object.entries(table.columns).map(
    ([name, column]) => `${ident(name).text} ${column.type}${column.nullable ? "" : " NOT NULL"}`,
  );
  return `CREATE TABLE ${ident(table.name).text} (${columns.join(", ")})`;
}

/** Creates the tables of the contract and fills them. */
export async function insertTables(connection: AsyncDuckDBConnection, tables: readonly TableBytes[]): Promise<void> {
  for (const { table, ipc } of tables) {
    await connection.query(createTable(table));
    if (ipc !== null) await connection.insertArrowFromIPCStream(ipc, { name: table.name, create: false });
  }
}
