/** A file that a compile asks to be written, by its name inside the output folder. */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One report done, or one file refused, as it happens. */
export type CompileEvent =
  | {
      readonly kind: "compiled";
      readonly path: string;
      readonly reportId: string;
      readonly facts: number;
      /** Printed figures too long for their column: not kept, never rounded. */
      readonly leftOut: readonly { readonly line: number; readonly text: string }[];
      readonly index: number;
      readonly of: number;
    }
  | {
      readonly kind: "refused";
      readonly path: string;
      readonly message: string;
      readonly index: number;
      readonly of: number;
    };

/** Everything a compile does to the outside. */
export interface CompileEffects {
  /** Bytes of a file; rejects when there is none. */
  read(path: string): Promise<Uint8Array>;
  /** Puts all files in place, or leaves what was there untouched. */
  write(files: readonly OutputFile[]): Promise<void>;
  /** SHA-256 as lower-case hexadecimal. */
  hash(bytes: Uint8Array): Promise<string>;
  progress(event: CompileEvent): void;
}
