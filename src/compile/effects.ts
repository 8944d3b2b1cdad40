import type { CompiledReport } from "./steps.ts";

/** One file recognised, one report done, one file refused or left for another, as it happens. */
export type CompileEvent =
  | {
      /** Where files are recognised first and read later. */
      readonly kind: "identified";
      readonly path: string;
      readonly index: number;
      readonly of: number;
    }
  | {
      readonly kind: "compiled";
      readonly path: string;
      readonly reportId: string;
      readonly facts: number;
      /** Printed figures too long for their column: not kept, never rounded. */
      readonly leftOut: readonly { readonly line: number; readonly text: string }[];
      /** An earlier compile had read the same bytes with the same compiler. */
      readonly reused: boolean;
      readonly index: number;
      readonly of: number;
    }
  | {
      readonly kind: "refused";
      readonly path: string;
      readonly message: string;
      readonly index: number;
      readonly of: number;
    }
  | {
      /** A later file gives the same report, and replacing was asked for. */
      readonly kind: "replaced";
      readonly path: string;
      readonly by: string;
      readonly index: number;
      readonly of: number;
    };

/** The files of one compile while they grow; nobody else sees them before `commit`. */
export interface Output {
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** Length and SHA-256 of a file that is complete. */
  measure(name: string): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Puts all files in place of those of the former compile, or leaves what was there untouched. */
  commit(): Promise<void>;
  /** Forgets everything appended. */
  discard(): Promise<void>;
}

/** What an earlier compile read, by the hash of the bytes. Only the same compiler's readings are given. */
export interface Readings {
  /** null where there is none, or none that can be used. */
  get(sha256: string): Promise<CompiledReport | null>;
  put(sha256: string, report: CompiledReport): Promise<void>;
}

/** What reading a file needs of the outside. */
export interface ReadEffects {
  /** Bytes of a file; rejects when there is none. */
  read(path: string): Promise<Uint8Array>;
  /** SHA-256 as lower-case hexadecimal. */
  hash(bytes: Uint8Array): Promise<string>;
  /** Without it every file is read. */
  readonly readings?: Readings;
}

/** Everything a compile does to the outside. */
export interface CompileEffects extends ReadEffects {
  output(): Promise<Output>;
  progress(event: CompileEvent): void;
  /** Names the compiler's code in the manifest; by default its version alone. */
  readonly compiler?: string | Promise<string>;
}
