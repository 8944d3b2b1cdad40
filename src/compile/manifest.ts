import { COMPILER_VERSION } from "./version.ts";

/** A source file that a compile read. */
export interface ManifestInput {
  readonly name: string;
  readonly sha256: string;
  /** null for reference files. */
  readonly report_id: string | null;
}

/** A file of a table that a compile wrote; a large table may have several, one per fiscal year. */
export interface ManifestTable {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** `manifest.json`: what went in, what came out, and one fingerprint of the whole. */
export interface Manifest {
  /** Version and, where known, the hash of its code, which changes by itself. */
  readonly compiler: string;
  /** SHA-256 over compiler version and the hashes of all inputs and tables; links and exports carry it. */
  readonly fingerprint: string;
  readonly inputs: readonly ManifestInput[];
  readonly tables: readonly ManifestTable[];
}

/** The manifest of a compile; the same inputs give the same fingerprint. */
export async function manifestOf(
  inputs: readonly ManifestInput[],
  tables: readonly ManifestTable[],
  hash: (bytes: Uint8Array) => Promise<string>,
  compiler: string = COMPILER_VERSION,
): Promise<Manifest> {
  const lines = [
    COMPILER_VERSION,
    ...inputs.map((input) => `${input.name} ${input.sha256}`),
    ...tables.map((table) => `${table.file} ${table.sha256}`),
  ];
  const fingerprint = await hash(new TextEncoder().encode(lines.join("\n")));
  return { compiler, fingerprint, inputs, tables };
}
