import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, ensureChromium } from "../site/chromium.ts";
import { serveFolder } from "../site/serve.ts";
import { median } from "./median.ts";

/** How the SQL screen feels, in ms and in parts of frames. */
export interface ScreenTimes {
  /** From a key to the list of completions that it makes. */
  readonly completion: number;
  /** From Ctrl+Enter to the first rows of a million on the page. */
  readonly firstRows: number;
  /** From Ctrl+Enter to all of them. */
  readonly allRows: number;
  /** Frames that did not come while scrolling through them, 0…1. */
  readonly droppedFrames: number;
}

const MILLION = "select i as n, i * 0.5 as half, 'row ' || i as words from range(1000000) t(i)";
const TYPED = "select source_line, val";
const SCROLLED = 3000;

/** Measures the SQL screen of a built site, each figure as the median of some rounds. */
export async function measureScreen(site: string, rounds: number): Promise<ScreenTimes> {
  const server = await serveFolder(site, 0);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    // tsx names functions through this helper, which a page does not have.
    await context.addInitScript({ content: "globalThis.__name = (target) => target;" });
    const page = await context.newPage();
    await page.goto(`${server.address}#/sql`);
    await page.locator(".cm-content").waitFor();
    await page.evaluate(() => globalThis.duibiao.ready);
    const write = async (text: string): Promise<void> => {
      await page.locator(".cm-content").click();
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
      await page.keyboard.press("Escape");
    };

    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(globalThis, { completionTimes: times });
      let pressed: number | null = null;
      document.addEventListener("keydown", () => (pressed = performance.now()), true);
      new MutationObserver(() => {
        if (pressed === null || document.querySelector(".cm-tooltip-autocomplete li") === null) return;
        times.push(performance.now() - pressed);
        pressed = null;
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    for (let round = 0; round < rounds; round++) {
      await write(" from fact");
      await page.keyboard.press("Home");
      await page.keyboard.type(TYPED, { delay: 120 });
    }
    const completions = await page.evaluate(
      () => (globalThis as unknown as { completionTimes: number[] }).completionTimes,
    );

    const first: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await write(`${MILLION} -- ${round}`);
      const measured = page.evaluate(
        () =>
          new Promise<{ first: number; all: number }>((resolve) => {
            let begun: number | null = null;
            let rows: number | null = null;
            document.addEventListener("keydown", () => (begun ??= performance.now()), { capture: true, once: true });
            const old = document.querySelector("[role=grid]");
            const look = (): void => {
              const now = performance.now();
              const grid = document.querySelector("[role=grid]");
              if (begun !== null && grid !== null && grid !== old && grid.querySelector("[role=gridcell]") !== null) {
                rows ??= now - begun;
                if (document.querySelector(".result[aria-busy=false]") !== null) {
                  resolve({ first: rows, all: now - begun });
                  return;
                }
              }
              requestAnimationFrame(look);
            };
            look();
          }),
      );
      await page.keyboard.press("Control+Enter");
      const times = await measured;
      first.push(times.first);
      all.push(times.all);
    }

    const droppedFrames = await page.evaluate(async (duration) => {
      const grid = document.querySelector("[role=grid]");
      if (grid === null) throw new Error("there is no grid");
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      // The pace of this screen, while nothing happens.
      const idle = await frame();
      for (let count = 0; count < 60; count++) await frame();
      const pace = ((await frame()) - idle) / 61;
      const begun = await frame();
      let frames = 0;
      let now = begun;
      while (now - begun < duration) {
        grid.scrollTop += 140;
        now = await frame();
        frames += 1;
      }
      return Math.max(0, 1 - frames / ((now - begun) / pace));
    }, SCROLLED);
    return { completion: median(completions), firstRows: median(first), allRows: median(all), droppedFrames };
  } finally {
    await browser.close();
    await server.close();
  }
}
