/*
 * The first script of the engine's worker. DuckDB's own script asks for its program only once the
 * page's code for it has arrived and said so, and hands every byte through a counter of progress;
 * here the program is fetched and compiled from the worker's first line, beside all that.
 */

/** Where DuckDB's worker script and its program lie, as the page knows them. */
export interface WorkerFiles {
  readonly script: string;
  readonly program: string;
}

const { script, program } = JSON.parse(self.name) as WorkerFiles; // set by startWorker alone
const compiled = fetch(program, { credentials: "same-origin" }).then(async (response) =>
  // A server that does not know the type of such a file still serves it: then it is compiled when it is whole.
  response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer()),
);
// DuckDB is told when it asks.
compiled.catch(() => undefined);

const askNetwork = globalThis.fetch;
globalThis.fetch = (request, options) =>
  new Request(request).url === program ? Promise.resolve(new Response(null)) : askNetwork(request, options);
// The program is the only one that is ever instantiated here.
WebAssembly.instantiateStreaming = async (_, imports) => {
  const module = await compiled;
  return { module, instance: await WebAssembly.instantiate(module, imports) };
};

importScripts(script);
