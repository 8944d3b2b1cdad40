import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** Section numbers of the WebAssembly binary format. */
const TYPES = 1;
const IMPORTS = 2;
const EXPORTS = 7;
/** Magic number and version. */
const HEADER = 8;

interface Section {
  readonly id: number;
  /** Of the whole section, its number and length included. */
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

/** An unsigned LEB128 number and where it ends. */
function readNumber(bytes: Uint8Array, from: number): { value: number; to: number } {
  let value = 0;
  for (let at = from, scale = 1; at < bytes.length; at++, scale *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return { value, to: at + 1 };
  }
  throw new RangeError(`the program ends within the number at byte ${from}`);
}

function writeNumber(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Uint8Array.from([...bytes, rest]);
}

function sectionsOf(bytes: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let from = HEADER; from < bytes.length;) {
    const { value: length, to: body } = readNumber(bytes, from + 1);
    sections.push({ id: bytes[from] ?? 0, from, body, to: body + length });
    from = body + length;
  }
  return sections;
}

/** What the program asks its host for: a program of its types and imports alone tells that at once. */
function importedNames(bytes: Uint8Array, sections: readonly Section[]): Set<string> {
  const asked = sections.filter(({ id }) => id === TYPES || id === IMPORTS);
  const small = Buffer.concat([bytes.subarray(0, HEADER), ...asked.map(({ from, to }) => bytes.subarray(from, to))]);
  return new Set(WebAssembly.Module.imports(new WebAssembly.Module(small)).map(({ name }) => name));
}

/** A C++ function's name as the compiler writes it, or that of its twin with 64-bit numbers. */
const CPLUSPLUS = /^(?:orig\$)?_Z/;

/**
 * The program without the exports that only serve extensions linked at run time: its C++ names.
 * DuckDB exports some seventy thousand, a fifth of its bytes; at every start each becomes an object
 * and an entry of two tables. This site loads no extension, and the worker's script calls C names.
 *
 * @param program a WebAssembly binary.
 * @throws RangeError or WebAssembly.CompileError when it is none.
 */
export function withoutLinkNames(program: Uint8Array): Uint8Array {
  const sections = sectionsOf(program);
  const exported = sections.find(({ id }) => id === EXPORTS);
  if (exported === undefined) return program;
  const imported = importedNames(program, sections);
  const kept: Uint8Array[] = [];
  const { value: count, to: first } = readNumber(program, exported.body);
  let at = first;
  for (let index = 0; index < count; index++) {
    const from = at;
    const { value: length, to: begin } = readNumber(program, from);
    const name = Buffer.from(program.subarray(begin, begin + length)).toString();
    // After the name: the kind of thing in one byte, and its number.
    at = readNumber(program, begin + length + 1).to;
    if (!CPLUSPLUS.test(name) || imported.has(name)) kept.push(program.subarray(from, at));
  }
  const body = Buffer.concat([writeNumber(kept.length), ...kept]);
  return Buffer.concat([
    program.subarray(0, exported.from),
    Uint8Array.of(EXPORTS),
    writeNumber(body.length),
    body,
    program.subarray(exported.to),
  ]);
}

/** Ships DuckDB's program without the names that nothing in the page asks for. */
export function engineProgram(): Plugin {
  return {
    name: "engine-program",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /duckdb-eh\.wasm\?url$/ },
      async handler(id) {
        const program = await readFile(id.replace(/\?url$/, ""));
        const file = this.emitFile({ type: "asset", name: "duckdb-eh.wasm", source: withoutLinkNames(program) });
        return `export default import.meta.ROLLUP_FILE_URL_${file};`;
      },
    },
  };
}
