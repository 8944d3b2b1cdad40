import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineReady, openSite, type BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Stands in for a browser that refuses workers. */
function refuseWorkers(): void {
  globalThis.Worker = function () {
    throw new DOMException("blocked by policy", "SecurityError");
  } as unknown as typeof Worker; // only ever constructed
}

/** A worker that answers every request as the real one does when memory runs out. */
const EXHAUSTED_WORKER = `onmessage = ({ data }) => postMessage({
  messageId: 1, requestId: data.messageId, type: "ERROR",
  data: { name: "RangeError", message: "WebAssembly.Memory(): could not allocate memory", stack: "" },
});`;

async function answer(page: Page, pattern: string, response: Parameters<Route["fulfill"]>[0]): Promise<void> {
  await page.route(pattern, (route) => route.fulfill(response));
}

const MISSING = { status: 404, body: "Not found" };
const A_PAGE = { status: 200, contentType: "text/html", body: "<!doctype html>" };
const WORKER = "**/duckdb-browser-eh.worker*";

/** Ways to keep the engine from starting; what `duibiao.ready` says; what the page says, with what to do. */
const FAILURES: readonly {
  readonly because: string;
  readonly prepare: (page: Page) => Promise<unknown>;
  readonly ready: RegExp;
  readonly said: RegExp;
}[] = [
  {
    because: "the browser has no WebAssembly",
    prepare: (page) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
    ready: /no WebAssembly/,
    said: /没有 WebAssembly[\s\S]*换用/,
  },
  {
    because: "workers are forbidden",
    prepare: (page) => page.addInitScript(refuseWorkers),
    ready: /refused to start a worker/,
    said: /后台线程[\s\S]*worker-src/,
  },
  {
    because: "the engine's program is missing",
    prepare: (page) => answer(page, "**/*.wasm", MISSING),
    ready: /program is not on this server \(404\)/,
    said: /找不到 \S+\.wasm[\s\S]*dist/,
  },
  {
    because: "the server sends a page instead of the engine's program",
    prepare: (page) => answer(page, "**/*.wasm", A_PAGE),
    ready: /sends a page/,
    said: /\.wasm 的内容不对[\s\S]*dist/,
  },
  {
    because: "the worker's script is missing",
    prepare: (page) => answer(page, WORKER, MISSING),
    ready: /script is not on this server \(404\)/,
    said: /找不到 \S+worker\S+\.js[\s\S]*dist/,
  },
  {
    because: "a table is missing",
    prepare: (page) => answer(page, "**/fact.parquet", MISSING),
    ready: /answered 404/,
    said: /找不到 data\/fact\.parquet[\s\S]*dist/,
  },
  {
    because: "a table is damaged",
    prepare: (page) => answer(page, "**/fact.parquet", A_PAGE),
    ready: /EngineStartError/,
    said: /data\/fact\.parquet 的内容不对[\s\S]*dist/,
  },
  {
    because: "memory runs out",
    prepare: (page) => answer(page, WORKER, { contentType: "text/javascript", body: EXHAUSTED_WORKER }),
    ready: /could not allocate memory/,
    said: /内存不足[\s\S]*关闭其他标签页/,
  },
];

describe("an engine that cannot start", () => {
  it.each(FAILURES)("because $because leaves a page that says so and stays readable", async (failure) => {
    const page = await site.newPage();
    await failure.prepare(page);
    await page.goto(site.address);
    expect(await engineReady(page)).toMatch(failure.ready);
    await expect.poll(() => page.locator("body").innerText(), { timeout: 10_000 }).toMatch(failure.said);
    // The charts of the overview come from prepared answers: they are there without an engine.
    expect(await page.locator("main figure svg").count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it("asked no other host for anything", () => {
    expect(site.log.foreign).toEqual([]);
  });
});
