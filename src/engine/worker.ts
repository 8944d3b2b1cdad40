import scriptAddress from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import programAddress from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { EngineStartError } from "./start-error.ts";
import type { WorkerFiles } from "./worker-boot.ts";
import bootAddress from "./worker-boot.ts?worker&url";

const absolute = (address: string): string => new URL(address, document.baseURI).href;

/** Where the engine's program lies. */
export const programUrl = (): string => absolute(programAddress);

/**
 * Rejects when a file of the site is not there or a server sends a page in its place. The engine's
 * own loader waits for ever in both cases.
 *
 * @param again whether the page had the file before: where the server is gone, what the browser keeps of it will do.
 */
export async function checkFile(address: string, what: string, again = false): Promise<void> {
  const response = await fetch(address, { method: "HEAD", priority: "low" }).catch(async (error: unknown) => {
    const kept = again ? await fetch(address, { cache: "force-cache" }).catch(() => null) : null;
    if (kept === null) throw new EngineStartError("no-answer", "the server did not answer", address, { cause: error });
    await kept.body?.cancel();
    return kept;
  });
  if (!response.ok) {
    throw new EngineStartError("file-missing", `${what} is not on this server (${response.status})`, address);
  }
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/html")) {
    throw new EngineStartError("file-damaged", `the server sends a page (${type}) instead of ${what}`, address);
  }
}

/** The engine's worker, and a promise that rejects when its script fails. */
export interface EngineWorker {
  readonly worker: Worker;
  readonly failed: Promise<never>;
}

/**
 * Starts the worker in which the engine will run. Apart from the engine's own code, so that the
 * worker's script loads while that code does.
 *
 * @throws EngineStartError when the browser refuses.
 */
export function startWorker(): EngineWorker {
  const files: WorkerFiles = { script: absolute(scriptAddress), program: programUrl() };
  // The dev server hands out modules, which are no first script of a worker that imports scripts.
  const address = import.meta.env.DEV ? files.script : absolute(bootAddress);
  let worker: Worker;
  try {
    worker = new Worker(address, { name: JSON.stringify(files) });
  } catch (error) {
    throw new EngineStartError("worker-blocked", "the browser refused to start a worker", address, { cause: error });
  }
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      const blocked = new EngineStartError(
        "worker-blocked",
        event.message || "the worker's script was not run",
        address,
      );
      const scripts = [address, files.script].map((each) => checkFile(each, "the worker's script"));
      Promise.all(scripts).then(() => reject(blocked), reject);
    });
  });
  // Whoever waits for the engine is told; before that nobody listens.
  failed.catch(() => undefined);
  return { worker, failed };
}
