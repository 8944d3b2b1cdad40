import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCREEN_IDS } from "../../src/state/routes/index.ts";
import { openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** Where a screen is read from: its address, its language and its theme. */
const hashOf = (screen: string, lang: string, theme: string): string => {
  // The shortest report: what is checked is the screen, not the length of a text.
  const report = screen === "source" ? "&report=xinzhou-2021-final" : "";
  return `#/${screen === "overview" ? "" : screen}?lang=${lang}&theme=${theme}${report}`;
};

/** Opens a screen and waits until it shows what it has: its heading, and nothing being read. */
async function open(page: Page, screen: string, lang = "zh", theme = "light"): Promise<void> {
  await page.goto(`${site.address}${hashOf(screen, lang, theme)}`);
  await page.locator("main h1").first().waitFor({ state: "attached" });
  await expect.poll(() => page.locator("main [aria-busy=true]").count()).toBe(0);
}

/** px between the margins of an A4 page. */
const PAPER = 703;

const CHINESE = /[\u4e00-\u9fff]/;

describe.each(SCREEN_IDS)("the screen %s", (screen) => {
  it("has no serious accessibility violation, in both languages and both themes", async () => {
    const page = await site.newPage();
    for (const lang of ["zh", "en"]) {
      for (const theme of ["light", "dark"]) {
        await open(page, screen, lang, theme);
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .options({ resultTypes: ["violations"] })
          .analyze();
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(
          serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
          `${lang} ${theme}`,
        ).toEqual([]);
      }
    }
    await page.context().close();
  });

  it("fits 360, 390 and 1440 px without scrolling sideways", async () => {
    const page = await site.newPage();
    for (const width of [360, 390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const lang of ["zh", "en"]) {
        await open(page, screen, lang);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(beyond, `${String(width)} px, ${lang}`).toBeLessThanOrEqual(0);
        // A table that scrolls is within a section of the same name: it must not be a landmark as well.
        const landmarks = await page.evaluate(() =>
          [...document.querySelectorAll("[role=region], section[aria-labelledby]")].map(
            (each) => document.getElementById(each.getAttribute("aria-labelledby") ?? "")?.textContent.trim() ?? "",
          ),
        );
        expect(
          landmarks.filter((name, index) => landmarks.indexOf(name) !== index),
          `${String(width)} px, ${lang}`,
        ).toEqual([]);
      }
    }
    await page.context().close();
  });

  it("keeps what a mark says within its frame", async () => {
    const page = await site.newPage();
    for (const lang of ["zh", "en"]) {
      await open(page, screen, lang);
      const spilling = await page.evaluate(() =>
        [...document.querySelectorAll("main .mark")]
          .filter((mark) => mark.scrollWidth > mark.clientWidth + 1)
          .map((mark) => mark.textContent),
      );
      expect(spilling, lang).toEqual([]);
    }
    await page.context().close();
  });

  it("prints on A4 no table wider than the paper, no short words broken, names beside their dots", async () => {
    const page = await site.newPage({ viewport: { width: PAPER, height: 1000 } });
    for (const lang of ["zh", "en"]) {
      await open(page, screen, lang);
      await page.emulateMedia({ media: "print" });
      const faults = await page.evaluate((paper) => {
        const lines = (element: Element): number => {
          const range = document.createRange();
          range.selectNodeContents(element);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        };
        const texts = (elements: readonly Element[]): (string | null)[] => elements.map((each) => each.textContent);
        return {
          wide: texts([...document.querySelectorAll("table")].filter((table) => table.scrollWidth > paper)),
          // «完成年初预算的» beside a stated rate, «(130–150)» beside a price, a name beside its dot.
          broken: texts(
            [...document.querySelectorAll("td.numeric :is(.words, .line, .interval), th .agency")]
              .filter((each) => !/\s\S/.test(each.textContent.trim()))
              .filter((each) => lines(each) > 1),
          ),
        };
      }, PAPER);
      expect(faults, lang).toEqual({ wide: [], broken: [] });
      await page.emulateMedia({ media: null });
    }
    await page.context().close();
  });

  it("switches language in place, names itself in the title, and survives a reload", async () => {
    const page = await site.newPage();
    await open(page, screen);
    const chinese = await page.title();
    expect(chinese).toMatch(screen === "sql" ? /SQL/ : CHINESE);
    await page.getByRole("radio", { name: "EN", exact: true }).check({ force: true });
    await expect.poll(() => page.title()).not.toBe(chinese);
    expect(page.url()).toContain("lang=en");
    await page.reload();
    await page.locator("main h1").first().waitFor({ state: "attached" });
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("header nav").innerText()).not.toMatch(CHINESE);
    await page.context().close();
  });
});

describe("all screens together", () => {
  it("lead from one to the other by the navigation, and back", async () => {
    const page = await site.newPage();
    await open(page, "overview");
    for (const screen of SCREEN_IDS.slice(1)) {
      await page.locator(`header nav a[href^="#/${screen}"]`).click();
      await expect.poll(() => page.locator("header nav a[aria-current=page]").getAttribute("href")).toContain(screen);
    }
    for (const screen of SCREEN_IDS.slice(1, -1).toReversed()) {
      await page.goBack();
      await expect.poll(() => page.url()).toContain(`#/${screen}`);
    }
    await page.context().close();
  });

  it("keep what does not fit in a menu that the keyboard opens, walks and closes", async () => {
    for (const lang of ["zh", "en"]) {
      const page = await site.newPage({ viewport: { width: 390, height: 900 } });
      await open(page, "overview", lang);
      const nav = page.locator("header nav");
      const more = nav.getByRole("button");
      await more.focus();
      await page.keyboard.press("ArrowDown");
      const links = nav.locator(".menu a");
      await expect.poll(() => links.first().evaluate((link) => link === document.activeElement)).toBe(true);
      const shown = await nav.locator(".row > li > a").count();
      expect(shown + (await links.count())).toBe(SCREEN_IDS.length);
      await page.keyboard.press("ArrowUp");
      expect(await links.last().evaluate((link) => link === document.activeElement)).toBe(true);
      await page.keyboard.press("Escape");
      expect(await links.count()).toBe(0);
      expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      await links.last().press("Enter");
      await expect.poll(() => page.url()).toContain(`#/${SCREEN_IDS.at(-1) ?? ""}`);
      expect(await nav.locator(".row > li > a[aria-current=page]").count()).toBe(1);
      await page.context().close();
    }
  });

  it("say where there is no page, and drop what a link cannot mean", async () => {
    const page = await site.newPage();
    await page.goto(`${site.address}#/nowhere`);
    await page.getByRole("heading", { name: "没有这一页" }).waitFor();
    await page.goto(`${site.address}#/compare?metric=nonsense&basis=%%%&colour=red`);
    await page.getByText("链接中有不认识的部分").waitFor();
    await page.context().close();
  });

  it("asked no other host for anything and logged no error", () => {
    expect(site.log.foreign).toEqual([]);
    expect(site.log.errors).toEqual([]);
  });
});
