export type { EmptyTable } from "./figures.ts";
export type { TablesReading } from "./read-tables.ts";
export { readTables } from "./read-tables.ts";
export { labelWords } from "./label-words.ts";
