import { mount } from "svelte";
import { data, prepared } from "virtual:build-info";
import App from "./App.svelte";
import { preparedPath } from "./engine/prepared-key.ts";
import { PreparedAnswers } from "./engine/prepared.ts";
import { Sources } from "./engine/sources.ts";
import type { PageEngine } from "./engine/sources.ts";
import { failedPhase } from "./state/engine-failure.ts";
import { EngineStatus } from "./state/engine-status.svelte.ts";

const preparedAddress = (file: string): string => new URL(preparedPath(file, data.fingerprint), document.baseURI).href;

/**
 * Starts the page.
 *
 * @param first the engine that is starting; another is started when that fails and is asked again.
 * @returns who answers the page's queries, and when (or why not) the engine is up.
 */
export function start(first: Promise<PageEngine>): { sources: Sources; ready: Promise<void> } {
  const status = new EngineStatus();
  let [attempts, again] = [0, false];
  const sources = new Sources(new PreparedAnswers(preparedAddress, prepared), async (): Promise<PageEngine> => {
    status.set({ phase: "starting" });
    try {
      const engine = await (attempts++ === 0
        ? first
        : (await import("./engine/page.ts")).startPageEngine(data.reports, undefined, { again }));
      again = true;
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
  mount(App, { target, props: { engine: sources, reader: sources, status, data } });
  return {
    sources,
    ready: sources.start().then(() => {
      void import("./fetch-ahead.ts").catch(() => undefined);
      void import("./ask-ahead.ts").then(({ askAhead }) => askAhead(sources, data.reports)).catch(() => undefined);
    }),
  };
}
