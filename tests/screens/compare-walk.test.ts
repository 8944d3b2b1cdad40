import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineReady, openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.newPage();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${site.address}#/compare`);
  expect(await engineReady(page)).toBeNull();
});
afterAll(async () => {
  expect(site.log.foreign).toEqual([]);
  expect(site.log.errors).toEqual([]);
  await site.close();
});

const headline = (on = page): Promise<string> => on.locator("h1").innerText();
const shown = (on: Page, value: string) => on.locator(`[data-shown="${value}"] figure svg.chart`).first().waitFor();
const facts = (on = page): Promise<string> => on.locator(".facts").innerText();
const table = (on = page) => on.locator("section:has(#compare-table)");
const rowOf = async (name: string, on = page): Promise<string> =>
  (await table(on).locator("tbody tr").allInnerTexts())
    .map((text) => text.replace(/\s+/g, " "))
    .find((text) => text.startsWith(name)) ?? "";

async function open(hash: string, on = page): Promise<void> {
  await on.goto(`${site.address}${hash}`);
  await on.locator("h1:not(.unseen)").waitFor();
}

async function pick(metric: string, option: RegExp): Promise<void> {
  const picker = page.getByRole("combobox", { name: "指标" });
  await picker.click();
  await picker.fill(metric);
  await page.getByRole("option", { name: option }).first().click();
}

/** The link that «复制链接» puts on the clipboard. */
async function copied(): Promise<string> {
  await page.getByRole("button", { name: "复制链接" }).click();
  await page.locator(".controls").getByText("已复制").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

describe("an analyst at the compare screen", () => {
  it("reads 人均公用经费 of 雁江: verdict, rank, ratio, stability, printed lines, export, and sends the link", async () => {
    await open("#/compare");
    await pick("rjgyjf", /人均公用经费/);
    await shown(page, "per_staff.operating comparable in_service");
    const focus = page.getByRole("combobox", { name: "焦点" });
    await focus.click();
    await focus.fill("雁江");
    await page.getByRole("option", { name: /雁江/ }).click();
    // 29.06 ÷ 18 = 1.61 against the median of 192.58 ÷ 59 and 958.96 ÷ 365.
    await expect.poll(() => headline()).toMatch(/^雁江 1\.61 万元\/人，第 3 \/ 3，是另 2 家中位数的 0\.55 倍/);
    const said = await facts();
    for (const part of ["有条件可比", "雁江第 3：", "仅 3 家，只作位置描述", "本屏作 3 次", "±1 人影响雁江"]) {
      expect(said).toContain(part);
    }
    expect(await page.locator("main").innerText()).toContain("差额无法再分解");

    // Held against the others, the two that list 款 tell which make the difference.
    await open("#/compare?metric=per_staff.operating&focus=zhuzhou&peer=changchun");
    await page
      .getByRole("figure", { name: /差在哪里/ })
      .getByRole("link", { name: /302/ })
      .first()
      .click();
    await page.waitForURL(/part=302/);
    const lines = page.locator(".lines").getByRole("link");
    await expect.poll(() => lines.count()).toBeGreaterThan(1);
    for (const [at, report] of [
      [0, "zhuzhou"],
      [1, "changchun"],
    ] as const) {
      expect(await lines.nth(at).getAttribute("href")).toContain(`report=${report}-2020-final`);
    }

    await open("#/compare?metric=per_staff.operating&focus=yanjiang");
    const figure = page.getByRole("figure", { name: "位置：人均公用经费" });
    for (const ending of ["svg", "png"] as const) {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        figure.getByRole("button", { name: new RegExp(ending, "i") }).click(),
      ]);
      expect(file.suggestedFilename()).toContain(`.${ending}`);
      const bytes = readFileSync(await file.path());
      expect(bytes.length).toBeGreaterThan(2000);
      if (ending === "svg") expect(bytes.toString("utf8")).toContain("人均公用经费");
    }
    await table().getByRole("button", { name: /TSV/ }).click();
    await table().getByText("已复制").waitFor();
    const copy = await page.evaluate(() => navigator.clipboard.readText());
    expect(copy).toContain("雁江 2020\t");
    expect(copy).toContain("口径借用：人数取自 2021 预算");

    const link = await copied();
    expect(decodeURIComponent(link)).toMatch(/data=[0-9a-f]{12}\.5~changchun-2020-final:[0-9a-f]{6}/);
    const other = await site.newPage();
    await other.goto(link);
    await expect.poll(() => headline(other)).toBe(await headline());
    await expect.poll(() => rowOf("雁江", other)).toBe(await rowOf("雁江"));
    // The same data: nothing to say about it.
    expect(await other.getByText("链接是在另一份数据上做的").count()).toBe(0);
    await other.context().close();
  });

  it("says in one sentence why 株洲 spends thirty times 长春's per head on 三公", async () => {
    await page.goto(`${site.address}#/three-public`);
    const sentence = page.getByText(/株洲人均“三公”是长春的 29\.9 倍，主要因为人均的车多、客多，单价在其次/);
    await sentence.first().waitFor();
    expect(await sentence.first().innerText()).toMatch(/用车占 76%、接待占 24%.*占 68%.*占 32%/s);
  });

  it("defines a metric of her own, is told where it is wrong, uses it, shares it", async () => {
    await open("#/compare");
    await page.getByRole("button", { name: "定义自己的指标" }).click();
    const form = page.getByRole("form", { name: "自定义指标" });
    await form.getByLabel("名称", { exact: true }).fill("人均出行");
    await form.getByLabel("公式", { exact: true }).fill("30211 + 30231 ÷ 人数");
    await form.getByRole("button", { name: "保存并使用" }).click();
    await form.getByText(/请加括号/).waitFor();
    // The rest of the screen is as it was.
    expect(await headline()).toContain("株洲 22.65 万元/人");
    await form.getByLabel("公式", { exact: true }).fill("(30211 + 30231) ÷ 人数");
    await form.getByRole("button", { name: "保存并使用" }).click();
    await expect.poll(() => headline()).toMatch(/^株洲 \d+\.\d+ 万元\/人/);
    expect(page.url()).toContain("metric=my.");
    const own = await headline();

    const other = await site.newPage();
    await other.goto(await copied());
    await expect.poll(() => headline(other)).toBe(own);
    await other.context().close();

    // It stays on the device, is found in the picker, and runs as SQL once the reader says so.
    await open("#/compare");
    await pick("人均出行", /人均出行/);
    await expect.poll(() => headline()).toBe(own);
    await page.getByRole("link", { name: "在 SQL 中打开" }).click();
    await page.waitForURL(/#\/sql\?statement=/);

    // A damaged definition opens the rest and says so at its place.
    await page.goto(`${site.address}#/compare?metric=my.x&my=${encodeURIComponent("x=公用经费 ÷ 幸福")}`);
    await page.locator("h1:not(.unseen)").waitFor();
    expect(await headline()).toContain("株洲 22.65");
  });

  it("adds an adjustment of her own, refuses borrowed headcounts, and every mark says so", async () => {
    await open("#/compare");
    await page.getByRole("button", { name: "加一项自己的调整" }).click();
    await page.getByLabel("金额（万元）").fill("x");
    await page.getByRole("button", { name: "加入" }).click();
    await page.getByText("请填不为零的金额").waitFor();
    await page.getByLabel("金额（万元）").fill("59");
    await page.getByLabel("理由").fill("试点经费");
    await page.getByRole("button", { name: "加入" }).click();
    await page.waitForURL(/adjust=/);
    // (1,336.56 − 59) ÷ 59 = 21.65, out of the ranking.
    await expect.poll(() => rowOf("株洲")).toMatch(/21\.65.*用户假设：用户调整：剔除 59 万元（试点经费）/);
    expect(await page.getByRole("figure", { name: "位置：人均基本支出" }).innerText()).toContain("试点经费");
    await page.reload();
    await expect.poll(() => rowOf("株洲")).toContain("21.65");
    await page.getByRole("radio", { name: "不借用" }).check();
    await expect.poll(() => rowOf("长春")).toContain("读者选择不借用");
    await page.getByRole("button", { name: "重置" }).click();
    await expect.poll(() => page.url()).toMatch(/#\/compare$/);
    await page.goBack();
    await expect.poll(() => rowOf("长春")).toContain("读者选择不借用");
  });

  it("narrows by level and size, finds agencies like one, and keeps views on the device", async () => {
    await open("#/compare?level=county");
    await expect.poll(() => headline()).toContain("只有雁江一家可算");
    await open("#/compare?size=from_50");
    await expect.poll(() => headline()).toContain("只有株洲一家可算");
    await open("#/compare");
    await page.getByRole("button", { name: "全部 4 家" }).click();
    await page.getByRole("button", { name: "与株洲相近的单位" }).click();
    await page.getByText(/同级/).first().waitFor();
    await page.getByRole("button", { name: "只比这些单位" }).click();
    await page.waitForURL(/agencies=/);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: /本机视图/ }).click();
    await page.getByLabel("名称", { exact: true }).fill("月报");
    await page.getByRole("button", { name: "存下当前视图" }).click();
    await page.getByRole("link", { name: "月报" }).waitFor();
    await page.getByRole("button", { name: "给“月报”改名" }).click();
    await page.getByRole("textbox", { name: "给“月报”改名" }).fill("季报");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "删除“季报”" }).click();
    await page.getByText("已删除“季报”。").waitFor();
    await page.getByRole("button", { name: "恢复" }).click();
    await page.reload();
    await page.getByRole("button", { name: /本机视图/ }).click();
    expect(await page.getByRole("link", { name: "季报" }).getAttribute("href")).toContain("agencies=");
  });

  it("says what differs when a link was made on other data", async () => {
    await open(
      "#/compare?data=abcdef012345.3~zhuzhou-2020-final:000000~gone-2019-final:123456~yanjiang-2020-final:ffffff",
    );
    const notice = page.getByRole("status").filter({ hasText: "链接是在另一份数据上做的" });
    await expect.poll(() => notice.innerText()).toContain("这里没有：gone-2019-final");
    const text = await notice.innerText();
    for (const part of ["数字已改变：株洲 2020 决算、雁江 2020 决算", "当时没有：", "当时 3 份报告，现在 5 份"]) {
      expect(text).toContain(part);
    }
    await notice.getByRole("button").click();
    await expect.poll(() => notice.count()).toBe(0);
  });
});
