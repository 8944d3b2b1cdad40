import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSite } from "./site.ts";
import type { BrowserSite } from "./site.ts";

/** Text as it is read: white space folded. */
export function words(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

type Row = Record<string, unknown>;

/** Rows of one invented agency after the other, made from those of a real one. */
function crowd(rows: readonly Row[], agencies: number): Row[] {
  const own = rows.filter((row) => row["report_id"] === "zhuzhou-2020-final");
  return Array.from({ length: agencies }, (_, index) =>
    own.map((row) => ({
      ...row,
      report_id: `a${String(index)}-2020-final`,
      agency_id: `a${String(index)}`,
      short_name: `甲${String(index)}`,
    })),
  ).flat();
}

/** A section's table of many rows: it is turned over in pages of fifty, to the last and back. */
export async function expectPages(page: Page, title: string, rows: number): Promise<void> {
  const table = page.locator("section", { has: page.getByRole("heading", { name: title, level: 2 }) });
  const lines = table.locator("tbody tr");
  expect(await lines.count()).toBe(50);
  expect(await table.getByRole("button", { name: "上一页" }).isDisabled()).toBe(true);
  const first = await lines.first().innerText();
  await table.getByRole("button", { name: "末页" }).click();
  await table.getByText(`第 ${String(rows - 49)}–${String(rows)} 行，共 ${String(rows)} 行`).waitFor();
  expect(await lines.count()).toBe(50);
  expect(await lines.first().innerText()).not.toBe(first);
  await table.getByRole("button", { name: "首页" }).click();
  await expect.poll(() => lines.first().innerText()).toBe(first);
}

/** One screen of the built site in one page, and the parts every screen has. */
export interface ScreenTest {
  readonly site: () => BrowserSite;
  readonly page: () => Page;
  /** Opens the screen anew at this query (`?basis=reported`) and waits until it speaks and draws. */
  readonly open: (query?: string) => Promise<void>;
  /** The same screen in a page of its own that gets nothing whose address matches `blocked`. */
  readonly openWithout: (blocked: RegExp) => Promise<Page>;
  /** The same screen without the engine, its prepared answers those of many agencies; close the context after use. */
  readonly openCrowded: (prepared: RegExp, agencies?: number) => Promise<Page>;
  readonly headline: () => Promise<string>;
  readonly section: (name: string) => Locator;
  /** Rows of a section's table. */
  readonly rowsOf: (name: string) => Promise<string[]>;
  readonly figure: (name: string | RegExp) => Locator;
  /** Rows of the table twin of a figure. */
  readonly twin: (name: string | RegExp) => Promise<string[]>;
  /** Presses an option of a segmented control. */
  readonly choose: (name: string) => Promise<void>;
}

/** Opens the site before the tests of a file and closes it after them: nothing foreign asked for, no error logged. */
export function testScreen(screen: string, charts: number): ScreenTest {
  let site: BrowserSite;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    page = await site.newPage();
  });
  afterAll(async () => {
    expect(site.log.foreign).toEqual([]);
    expect(site.log.errors).toEqual([]);
    await site.close();
  });

  const section = (name: string): Locator =>
    page.locator("section", { has: page.getByRole("heading", { name, level: 2 }) });
  const figure = (name: string | RegExp): Locator => page.getByRole("figure", { name });
  const rows = async (within: Locator): Promise<string[]> =>
    (await within.locator("tbody tr").allInnerTexts()).map(words);
  return {
    site: () => site,
    page: () => page,
    open: async (query = "") => {
      // A change of the hash alone would keep tables that an earlier test opened.
      await page.goto("about:blank");
      await page.goto(`${site.address}#/${screen}${query}`);
      await page.locator(".sentence h1").waitFor();
      if (charts > 0)
        await page
          .locator("figure svg.chart")
          .nth(charts - 1)
          .waitFor();
    },
    openWithout: async (blocked) => {
      // Its own context: what fails here on purpose is no error of the others.
      const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.route(blocked, (route) => route.abort());
      const alone = await context.newPage();
      await alone.goto(`${site.address}#/${screen}`);
      await alone.getByText("引擎不可用").first().waitFor();
      return alone;
    },
    openCrowded: async (prepared, agencies = 250) => {
      const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
      await context.route(/\.wasm/, (route) => route.abort());
      // What the first screen asks as well is shipped with its answers.
      await context.route(new RegExp(`${prepared.source}|prepared/overview`), async (route) => {
        const response = await route.fetch();
        const answers = (await response.json()) as Record<string, Row[]>;
        const crowded = Object.entries(answers).map(([key, answer]) => [key, crowd(answer, agencies)]);
        await route.fulfill({ response, json: Object.fromEntries(crowded) });
      });
      const crowded = await context.newPage();
      await crowded.goto(`${site.address}#/${screen}`);
      return crowded;
    },
    headline: async () => words(await page.locator(".sentence h1").innerText()),
    section,
    rowsOf: (name) => rows(section(name)),
    figure,
    twin: async (name) => {
      await figure(name).getByRole("button", { name: /看表/ }).click();
      return rows(figure(name));
    },
    choose: (name) => page.getByRole("radio", { name, exact: true }).check(),
  };
}

/** Everybody can read it: no serious accessibility violation, nothing wider than the window. */
export function itServesEverybody({ open, page }: Pick<ScreenTest, "open" | "page">): void {
  it.each([
    ["zh", "light", 1440],
    ["en", "dark", 360],
  ] as const)(
    "has no serious accessibility violation and does not scroll sideways (%s, %s, %i px)",
    async (lang, theme, width) => {
      await page().setViewportSize({ width, height: 900 });
      await open(`?lang=${lang}&theme=${theme}`);
      const { violations } = await new AxeBuilder({ page: page() }).analyze();
      const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
      const beyond = await page().evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      await page().setViewportSize({ width: 1440, height: 900 });
    },
  );
}
