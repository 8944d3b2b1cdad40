import { describe, expect, it } from "vitest";
import { withoutMarkup } from "../../src/report/markup.ts";
import { squeezed } from "../../src/report/white-space.ts";

describe("withoutMarkup(text)", () => {
  it("gives back a text without markup as it is", () => {
    const text = "本年支出合计310.50万元，单价<50万元，A&B";
    expect(withoutMarkup(text)).toBe(text);
  });

  it.each([
    ['<p>本年支出合计<span lang="EN-US">310.50</span>万元</p>', "本年支出合计310.50万元"],
    ["&ldquo;三公&rdquo;经费7.00&#19975;&#x5143;", "“三公”经费7.00万元"],
    ["基本支出&nbsp;890.00<br/>万元<!-- 12 -->", "基本支出890.00万元"],
    ["<style>p { margin: 3px }</style>合计", "合计"],
    ["<p\nclass=x>合计</p>", "合计"],
    ["<script>\nvar 支出 = 1;\n</script>\n合计", "合计"],
    ["100 &unknown; <未知>", "100&unknown;<未知>"],
  ])("reads %s as %s", (text, words) => {
    const read = withoutMarkup(text);
    expect(squeezed(read)).toBe(words);
    expect(read).toHaveLength(text.length);
    expect(read.split("\n")).toHaveLength(text.split("\n").length);
  });

  it("keeps the tags of tables, which are read as rows and cells", () => {
    const row = "<tr><td>合计</td><td>10.00</td></tr>";
    expect(withoutMarkup(row)).toBe(row);
  });

  it("ends soon on blocks that nothing closes", () => {
    const text = "<script><style>".repeat(20_000);
    expect(withoutMarkup(text)).toHaveLength(text.length);
  });
});
