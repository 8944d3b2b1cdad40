import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineReady, openSite } from "../helpers/site.ts";
import type { BrowserSite } from "../helpers/site.ts";

let site: BrowserSite;
let desk: Page;
beforeAll(async () => {
  site = await openSite();
  desk = await site.newPage();
  await desk.goto(`${site.address}#/sql`);
  await desk.locator(".cm-content").waitFor();
  expect(await engineReady(desk)).toBeNull();
});
afterAll(async () => {
  expect(site.log.foreign).toEqual([]);
  await site.close();
});

/** Opens an empty tab, types and runs. */
async function run(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "新查询" }).click();
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Control+Enter");
}

const told = (page: Page, words: RegExp) => page.locator(".result [role=status]", { hasText: words });
const cells = (page: Page) => page.getByRole("grid").getByRole("gridcell").allInnerTexts();

async function download(page: Page, format: string): Promise<Buffer> {
  await page.getByRole("button", { name: "导出 ▾" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: new RegExp(`^${format}`) }).click(),
  ]);
  return readFile(await file.path());
}

describe("the desk of the SQL screen", () => {
  it("keeps tabs over a reload, closes and reopens them", async () => {
    const page = desk;
    await run(page, "select 1 as first");
    await run(page, "select 2 as second");
    await told(page, /^1 行/).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "select 1 as first", exact: true }).click();
    await expect.poll(() => page.locator(".cm-content").innerText()).toBe("select 1 as first");
    await page.getByRole("button", { name: "关闭 select 1 as first" }).click();
    expect(await page.getByRole("button", { name: "select 1 as first", exact: true }).count()).toBe(0);
    await page.getByRole("button", { name: "恢复刚关闭的" }).click();
    await page.getByRole("button", { name: "select 1 as first", exact: true }).waitFor();
    expect(await engineReady(page)).toBeNull();
  });

  it("asks for parameters, runs all statements, and lays them out", async () => {
    const page = desk;
    await run(page, "select count(*) as n from report where agency_id = $agency; select $year + 1 as next");
    await page.getByRole("textbox", { name: "$agency" }).fill("zhuzhou");
    await page.getByRole("textbox", { name: "$year" }).fill("2020");
    await page.getByRole("button", { name: "全部运行" }).click();
    await page.getByRole("button", { name: /结果 2/ }).waitFor();
    await expect.poll(() => cells(page)).toEqual(["2021"]);
    await page.getByRole("button", { name: /结果 1/ }).click();
    await expect.poll(() => cells(page)).toEqual(["1"]);
    await page.getByRole("button", { name: "整理格式" }).click();
    await expect.poll(() => page.locator(".cm-content").innerText()).toMatch(/from\n\s+report/);
    expect(await page.locator(".cm-content").innerText()).toContain("agency_id = $agency");
    // The link carries what was filled in.
    await page.waitForFunction(() => location.hash.includes("zhuzhou"));
  });

  it("draws a result, lets every part be chosen, and keeps the chart in the link", async () => {
    const page = desk;
    await run(page, "select short_name, length(name) as letters, level from agency");
    await told(page, /^4 行/).waitFor();
    await page.getByRole("button", { name: "画图" }).click();
    await page.locator("figure svg").waitFor();
    expect(await page.getByRole("combobox", { name: "y", exact: true }).inputValue()).toBe("short_name");
    await page.getByRole("combobox", { name: "颜色" }).selectOption("level");
    await page.waitForFunction(() => location.hash.includes("colour"));
    const link = page.url();
    const other = await site.newPage();
    await other.goto(link);
    await other.getByText("这条查询来自链接").waitFor();
    expect(await engineReady(other)).toBeNull();
    expect(await other.locator("figure").count()).toBe(0);
    await other.locator(".notice").getByRole("button", { name: "运行" }).click();
    await other.locator("figure svg").waitFor();
    expect(await other.getByRole("combobox", { name: "颜色" }).inputValue()).toBe("level");
    await other.context().close();
    await page.getByRole("button", { name: "看表", exact: true }).click();
  });

  it("saves the result in six formats, digit for digit", async () => {
    const page = desk;
    await run(page, "select '长春' as 单位, 12345678901234567890.07::decimal(28, 2) as amount, null::integer as n");
    await told(page, /^1 行/).waitFor();
    const text = async (format: string) => (await download(page, format)).toString("utf8");
    expect(await text("CSV")).toBe("\uFEFF单位,amount,n\r\n长春,12345678901234567890.07,\r\n");
    expect(await text("TSV")).toBe("单位\tamount\tn\n长春\t12345678901234567890.07\t\n");
    expect(await text("JSON")).toBe('[\n{"单位":"长春","amount":12345678901234567890.07,"n":null}\n]\n');
    expect(await text("NDJSON")).toBe('{"单位":"长春","amount":12345678901234567890.07,"n":null}\n');
    expect((await download(page, "Parquet")).subarray(0, 4).toString()).toBe("PAR1");
    expect((await download(page, "Arrow")).subarray(0, 6).toString()).toBe("ARROW1");
  });

  it("joins a dropped file of populations, as CSV of either encoding and as Parquet, and keeps it", async () => {
    const page = desk;
    await run(
      page,
      "select agency_id, (row_number() over () * 100.5)::decimal(12, 1) as residents from agency order by 1",
    );
    await told(page, /^4 行/).waitFor();
    const parquet = await download(page, "Parquet");
    await page.getByText("文件", { exact: true }).first().click();
    const input = page.locator("aside input[type=file]");
    await input.setInputFiles([
      {
        name: "population.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("agency_id,residents\nzhuzhou,390.3\nxinzhou,268.9\n"),
      },
      {
        name: "人口.csv",
        mimeType: "text/csv",
        buffer: Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0x6e, 0x0a, 0xb3, 0xa4, 0xb4, 0xba, 0x2c, 0x37, 0x0a]),
      },
      { name: "residents.parquet", mimeType: "", buffer: parquet },
      { name: "notes.xlsx", mimeType: "", buffer: Buffer.from("x") },
    ]);
    await page.getByText("notes.xlsx：不认识的格式").waitFor();
    for (const table of ["population", "人口", "residents"]) {
      await page.getByRole("button", { name: table, exact: true }).waitFor();
    }
    await run(
      page,
      `select agency.agency_id, p.residents, r.residents as other, round(f.value / p.residents, 3) as wan_per_10k
       from agency join population p using (agency_id) join residents r using (agency_id)
       join report using (agency_id) join fact f using (report_id)
       where f.item = 'expenditure.total' and f.measure = 'final' qualify row_number() over (partition by agency_id order by f.source_line) = 1
       order by 1`,
    );
    await told(page, /^2 行/).waitFor();
    expect((await cells(page))[0]).toBe("xinzhou");
    await run(page, "select 单位, n from 人口");
    await expect.poll(() => cells(page)).toEqual(["长春", "7"]);
    await page.reload();
    expect(await engineReady(page)).toBeNull();
    await run(page, "select count(*) as n from population");
    await expect.poll(() => cells(page)).toEqual(["2"]);
    await page.getByText("文件", { exact: true }).first().click();
    await page.getByRole("button", { name: "移除表 population" }).click();
    await run(page, "select * from population");
    await page
      .getByText(/Table with name population does not exist/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await run(page, "select count(*) + 1 as n from population");
    await expect.poll(() => cells(page)).toEqual(["3"]);
  });

  it("saves, renames and deletes queries with an undo, and remembers what was run", async () => {
    const page = desk;
    await run(page, "select 'kept' as word");
    await told(page, /^1 行/).waitFor();
    await page.getByText("已存", { exact: true }).first().click();
    await page.getByRole("textbox", { name: "名称" }).fill("我的查询");
    await page.getByRole("button", { name: "保存当前页" }).click();
    await page.getByText("已存为 我的查询。").waitFor();
    await page.getByRole("button", { name: "改名" }).click();
    await page.getByRole("textbox", { name: "给 我的查询 改名" }).fill("另一个名字");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "移除 另一个名字" }).click();
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByRole("button", { name: "另一个名字", exact: true }).waitFor();
    expect(await page.locator(".history li").first().innerText()).toMatch(/select 'kept' as word[\s\S]*1 行/);
  });

  it("holds a notebook: words, statements, a chart; as a file and back", async () => {
    const page = desk;
    await page.getByRole("button", { name: "新笔记" }).click();
    await page.getByRole("button", { name: "文字" }).last().click();
    await page.getByRole("textbox", { name: "第 2 段文字" }).fill("# 问题\n谁最高？");
    await page.locator("[data-part] .cm-content").first().click();
    await page.keyboard.insertText("select short_name, length(name) as n from agency");
    await page.getByRole("button", { name: "全部运行" }).click();
    await page.getByRole("grid").waitFor();
    await page.getByRole("button", { name: "画图" }).click();
    await page.locator("figure svg").waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "存为 .sql" }).click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toBe(
      '-- %% [sql] {"mark":"auto"}\nselect short_name, length(name) as n from agency\n;\n\n-- %% [text]\n-- # 问题\n-- 谁最高？\n',
    );
    await page.locator(".controls input[type=file]").setInputFiles({
      name: "other.sql",
      mimeType: "",
      buffer: Buffer.from(text.replace("谁最高", "谁最低")),
    });
    await expect.poll(() => page.getByRole("textbox", { name: "第 2 段文字" }).inputValue()).toContain("谁最低");
  });

  it("gives a replaced table back with one click", async () => {
    const page = desk;
    await run(page, "create or replace view fact as select 1 as mine");
    await page.getByText("你的语句替换了数据表：fact").waitFor();
    await page.getByRole("button", { name: "恢复原表" }).click();
    await expect.poll(() => page.getByText("你的语句替换了数据表").count()).toBe(0);
    await run(page, "select count(*) > 1000 as many from fact");
    await expect.poll(() => cells(page)).toEqual(["true"]);
  });

  it("starts another engine when a statement breaks it, with the reader's text and files", async () => {
    const page = desk;
    await run(page, "select repeat('x', 3000000000)");
    await page.getByText("引擎已重新启动").waitFor({ timeout: 60_000 });
    expect(await page.locator(".cm-content").innerText()).toBe("select repeat('x', 3000000000)");
    await run(page, "select count(*) from population, metric_value");
    await told(page, /^1 行/).waitFor();
  });
});
