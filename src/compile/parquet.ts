import { parquetWriteBuffer } from "hyparquet-writer";
import type { SchemaElement } from "hyparquet";
import type { StoredTable } from "../model/stored.ts";

/** Digits after the point of every DECIMAL column of the contract. */
const SCALE = 6;
/** DECIMAL(18,6) holds 18 digits. */
const LIMIT = 10n ** 18n;

/**
 * Decimal text as the integer that a DECIMAL(18,6) stores: `"7.8"` → `7800000n`.
 *
 * @throws RangeError when the text is no decimal, has more than six decimals or does not fit.
 */
export function unscaledDecimal(text: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`"${text}" is no decimal number`);
  const [, sign = "", whole = "", fraction = ""] = match;
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > SCALE) throw new RangeError(`${text} has more than ${SCALE} decimals`);
  const magnitude = BigInt(whole + significant.padEnd(SCALE, "0"));
  if (magnitude >= LIMIT) throw new RangeError(`${text} has more than 12 digits before the point`);
  return sign === "-" ? -magnitude : magnitude;
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
function epochDays(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(days)) throw new RangeError(`"${date}" is no date`);
  return days;
}

type Column = StoredTable["columns"][string];
type StoredType = Column["type"];
type Leaf = Omit<SchemaElement, "name" | "repetition_type">;

const VARCHAR: Leaf = { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } };
const INTEGER: Leaf = { type: "INT32" };

const LEAVES: Readonly<Record<StoredType, Leaf>> = {
  VARCHAR,
  INTEGER,
  "DECIMAL(18,6)": {
    type: "INT64",
    converted_type: "DECIMAL",
    logical_type: { type: "DECIMAL", precision: 18, scale: SCALE },
    precision: 18,
    scale: SCALE,
  },
  DATE: { type: "INT32", converted_type: "DATE", logical_type: { type: "DATE" } },
  DOUBLE: { type: "DOUBLE" },
  BOOLEAN: { type: "BOOLEAN" },
  BIGINT: { type: "INT64" },
  "INTEGER[]": INTEGER,
  "VARCHAR[]": VARCHAR,
};

function elements(name: string, column: Column): SchemaElement[] {
  const leaf = LEAVES[column.type];
  const repetition_type = column.nullable ? "OPTIONAL" : "REQUIRED";
  if (!column.type.endsWith("[]")) return [{ name, repetition_type, ...leaf }];
  return [
    { name, repetition_type, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", ...leaf },
  ];
}

function stored(type: StoredType, value: unknown): unknown {
  if (value === null) return null;
  if (type === "DECIMAL(18,6)") return unscaledDecimal(String(value));
  if (type === "BIGINT") return BigInt(String(value));
  if (type === "DATE") return epochDays(String(value));
  return value;
}

/**
 * A table as a Parquet file (snappy), the same bytes for the same rows.
 *
 * @param rows by the column names of the table; a decimal is text, a date `YYYY-MM-DD`, a BIGINT text or number.
 * @throws RangeError when a value does not fit its column or a required one is missing.
 */
export function tableToParquet(table: StoredTable, rows: readonly object[]): Uint8Array {
  const columns = Object.entries(table.columns);
  const columnData = columns.map(([name, column]) => ({
    name,
    data: rows.map((row) => {
      const value: unknown = (row as Readonly<Record<string, unknown>>)[name];
      if (value === undefined || (value === null && !column.nullable)) {
        throw new RangeError(`${table.name}.${name} has no value`);
      }
      return stored(column.type, value);
    }),
  }));
  const schema: SchemaElement[] = [
    { name: "schema", num_children: columns.length, repetition_type: "REQUIRED" },
    ...columns.flatMap(([name, column]) => elements(name, column)),
  ];
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      schema,
      codec: "SNAPPY",
      rowGroupSize: 100_000,
      createdBy: "duibiao",
      // Every reader takes the whole file: least and greatest values of a column would serve nobody.
      statistics: false,
    }),
  );
}
