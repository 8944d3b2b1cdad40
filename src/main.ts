import { data, version } from "virtual:build-info";
import type { Cell } from "./engine/engine.ts";
import { startWorker } from "./engine/worker.ts";
import { firstChart, openingPicture, removePicture } from "./state/first-chart.ts";

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
/** How long the build's picture of the overview stands in for charts that do not come, ms. */
const PICTURE_PATIENCE = 5000;

// Where the address asks for something else than what the build drew, the page's head has said so.
if (document.documentElement.classList.contains("elsewhere")) openingPicture()?.remove();
const picture = openingPicture();
if (picture !== null) void removePicture(picture, PICTURE_PATIENCE);

const charted = firstChart(picture, PATIENCE);
// Running the page's code takes longer than painting the picture, which therefore comes first.
const code = (picture === null ? Promise.resolve() : charted).then(() => import("./start.ts"));
// The worker's script loads while the page's code runs; the engine's own code waits for that.
const engine = charted.then(async () => {
  const worker = startWorker();
  await code.catch(() => undefined);
  const { startPageEngine } = await import("./engine/page.ts");
  return startPageEngine(data.reports, worker);
});
// Whoever asks the engine is told why it failed.
engine.catch(() => undefined);
const started = code.then(({ start }) => start(engine));

const ready = started.then(({ ready }) => ready);
// The page itself says what went wrong; who awaits `ready` is told as well.
ready.catch(() => undefined);
globalThis.duibiao = {
  ready,
  sql: async (text) => (await (await started).sources.run(text)).rows,
  version,
};
