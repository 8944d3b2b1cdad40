/**
 * Why the page's engine could not start: the browser has no WebAssembly, no worker may run, the server
 * does not answer, a file of the site is missing or not what it should be, memory ran out, it took too
 * long, or something else.
 */
export const START_FAILURES = [
  "no-webassembly",
  "worker-blocked",
  "no-answer",
  "file-missing",
  "file-damaged",
  "out-of-memory",
  "timeout",
  "unknown",
] as const;

export type StartFailure = (typeof START_FAILURES)[number];

/** The engine did not start. `file` is the address of the missing or damaged file, where one is to blame. */
export class EngineStartError extends Error {
  override readonly name = "EngineStartError";

  readonly reason: StartFailure;
  readonly file: string | null;

  constructor(reason: StartFailure, message: string, file: string | null = null, options?: { cause?: unknown }) {
    super(message, options);
    this.reason = reason;
    this.file = file;
  }
}

/** Anything thrown while starting, as a typed reason. */
export function startErrorOf(error: unknown): EngineStartError {
  if (error instanceof EngineStartError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const reason: StartFailure = /out of memory|could not allocate|allocation failed|RangeError.*memory/i.test(message)
    ? "out-of-memory"
    : "unknown";
  return new EngineStartError(reason, message, null, { cause: error });
}
