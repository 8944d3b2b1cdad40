import { describe, expect, it } from "vitest";
import { testScreen } from "../helpers/screen.ts";

const { headline, open, openCrowded, page } = testScreen("heat", 0);
const grid = () => page().getByRole("grid");
const cell = (row: number, column: number) => grid().locator(`[data-row="${row}"][data-column="${column}"]`);

describe("热表", () => {
  it("prints numbers in coloured cells, and words where there is none", async () => {
    await open("?sort=per_staff.basic");
    expect(await headline()).toMatch(/^4 家单位 × \d+ 个指标：\d+ 格中 \d+ 格有数。$/);
    expect(await cell(0, 0).innerText()).toContain("株洲");
    expect(await cell(0, 2).innerText()).toContain("22.65");
    expect(await cell(0, 2).getAttribute("style")).toContain("--heat-high-1");
    expect(await cell(3, 2).innerText()).toContain("未披露");
    expect(await cell(3, 2).getAttribute("style")).not.toContain("--heat");
  });

  it("walks by keyboard, tells of the chosen cell, and leads to compare and to the printed line", async () => {
    await open("?sort=per_staff.basic");
    await cell(0, 2).click({ position: { x: 4, y: 4 } });
    const detail = page().locator("main .detail[role=status]");
    await expect.poll(() => detail.innerText()).toContain("22.65 万元/人");
    expect(await detail.innerText()).toContain("n = 3");
    await grid().focus();
    await page().keyboard.press("ArrowDown");
    await expect.poll(() => detail.innerText()).toContain("19.57");
    await page().keyboard.press("Enter");
    await page().waitForURL(/#\/compare\?.*focus=changchun/);
    await page().goBack();
    await grid().waitFor();
  });

  it("turns the order with a second press on a heading, and keeps it in the address", async () => {
    await open();
    await grid()
      .getByRole("button", { name: /人均基本支出/ })
      .click();
    await expect.poll(() => page().url()).toContain("sort=per_staff.basic");
    expect(await cell(0, 0).innerText()).toContain("株洲");
    await grid()
      .getByRole("button", { name: /人均基本支出/ })
      .click();
    await expect.poll(() => page().url()).toContain("order=rising");
    expect(await cell(0, 0).innerText()).toContain("雁江");
  });

  it("keeps only what is in sight of 4,000 agencies on the page, and scrolls and sorts them at once", async () => {
    const crowded = await openCrowded(/prepared\/metric-grid-/, 4000);
    await crowded.getByText("4,000 家单位").first().waitFor();
    const box = crowded.getByRole("grid");
    expect(await box.getAttribute("aria-rowcount")).toBe("4001");
    expect(await box.getByRole("row").count()).toBeLessThan(80);
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await box.locator('[data-row="3999"]').first().waitFor();
    expect(await box.getByRole("row").count()).toBeLessThan(80);
    // Frames while it scrolls through: the longest must not be felt as a stop.
    const longest = await box.evaluate(async (element) => {
      let [last, most] = [performance.now(), 0];
      for (let step = 0; step < 60; step++) {
        element.scrollTop = (element.scrollHeight * step) / 60;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = performance.now();
        most = Math.max(most, now - last);
        last = now;
      }
      return most;
    });
    expect(longest).toBeLessThan(500);
    await crowded.context().close();
  });
});
