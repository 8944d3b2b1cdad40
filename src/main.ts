import { mount } from "svelte";
import { data, prepared, version } from "virtual:build-info";
import App from "./App.svelte";
import type { Cell, Engine } from "./engine/engine.ts";
import { preparedPath } from "./engine/prepared-key.ts";
import { PreparedAnswers } from "./engine/prepared.ts";
import { Sources } from "./engine/sources.ts";
import { failedPhase } from "./state/engine-failure.ts";
import { EngineStatus } from "./state/engine-status.svelte.ts";
import { firstChart } from "./state/first-chart.ts";

/** For the browser's console and for tests: the contract's «In the page». */
interface Duibiao {
  /** Resolves when the engine is up and all tables are loaded; rejects with why it is not. */
  readonly ready: Promise<void>;
  /** Rows of any statement: decimals as numbers, big integers as strings. Rejects with a QueryError. */
  readonly sql: (text: string) => Promise<readonly Record<string, Cell>[]>;
  readonly version: string;
}

declare global {
  var duibiao: Duibiao;
}

/** How long a page without a chart waits before it starts the engine, ms. */
const PATIENCE = 1500;

const preparedAddress = (file: string): string => new URL(preparedPath(file, data.fingerprint), document.baseURI).href;
const status = new EngineStatus();
const sources = new Sources(new PreparedAnswers(preparedAddress, prepared), async (): Promise<Engine> => {
  status.set({ phase: "starting" });
  try {
    const { startPageEngine } = await import("./engine/page.ts");
    const engine = await startPageEngine();
    status.set({ phase: "ready" });
    performance.mark("duibiao:engine-ready");
    return engine;
  } catch (error) {
    status.set(failedPhase(error));
    throw error;
  }
});

const target = document.getElementById("app");
if (target === null) throw new Error("index.html has no element #app");
mount(App, { target, props: { engine: sources, status, data } });

const ready = firstChart(PATIENCE).then(async () => {
  await sources.start();
});
// The page itself says what went wrong; who awaits `ready` is told as well.
ready.catch(() => undefined);

globalThis.duibiao = {
  ready,
  sql: async (text) => (await sources.run(text)).rows,
  version,
};
