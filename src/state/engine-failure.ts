import { EngineStartError, startErrorOf } from "../engine/start-error.ts";
import type { StartFailure } from "../engine/start-error.ts";
import * as m from "../i18n/generated/messages.js";
import type { EnginePhase } from "./engine-status.svelte.ts";

type FailedPhase = Extract<EnginePhase, { phase: "failed" }>;

interface Texts {
  readonly reason: (error: EngineStartError) => string;
  readonly remedy: () => string;
}

/** The path of a file without the server, as someone who looks into dist/ knows it. */
function fileOf(error: EngineStartError): string {
  if (error.file === null) return "?";
  try {
    return new URL(error.file).pathname.replace(/^\//, "");
  } catch {
    return error.file;
  }
}

const TEXTS: Readonly<Record<StartFailure, Texts>> = {
  "no-webassembly": { reason: () => m.engine_reason_no_webassembly(), remedy: () => m.engine_remedy_no_webassembly() },
  "worker-blocked": {
    reason: (error) => m.engine_reason_worker_blocked({ detail: error.message }),
    remedy: () => m.engine_remedy_worker_blocked(),
  },
  "no-answer": { reason: () => m.engine_reason_no_answer(), remedy: () => m.engine_remedy_no_answer() },
  "file-missing": {
    reason: (error) => m.engine_reason_file_missing({ file: fileOf(error) }),
    remedy: () => m.engine_remedy_file_missing(),
  },
  "file-damaged": {
    reason: (error) => m.engine_reason_file_damaged({ file: fileOf(error), detail: error.message }),
    remedy: () => m.engine_remedy_file_damaged(),
  },
  "out-of-memory": { reason: () => m.engine_reason_out_of_memory(), remedy: () => m.engine_remedy_out_of_memory() },
  timeout: { reason: () => m.engine_reason_timeout(), remedy: () => m.engine_remedy_timeout() },
  unknown: {
    reason: (error) => m.engine_reason_unknown({ detail: error.message }),
    remedy: () => m.engine_remedy_unknown(),
  },
};

/** What the page says about a failed start; its texts are read anew, so that they follow a switch of language. */
export function failedPhase(error: unknown): FailedPhase {
  const failure = startErrorOf(error);
  const texts = TEXTS[failure.reason];
  return {
    phase: "failed",
    get reason() {
      return texts.reason(failure);
    },
    get remedy() {
      return texts.remedy();
    },
  };
}

/** The same for what a question failed of; null where the engine's start is not to blame. */
export function failedStart(error: Error | null): FailedPhase | null {
  return error instanceof EngineStartError ? failedPhase(error) : null;
}
