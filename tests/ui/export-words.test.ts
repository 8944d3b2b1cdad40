import { describe, expect, it } from "vitest";
import { noteTexts } from "../../src/ui/export-words.ts";

function box(html: string): Element {
  const made = document.createElement("div");
  made.innerHTML = html;
  return made;
}

describe("noteTexts(footnote)", () => {
  it("gives a line for each paragraph, whatever holds it, without what is for the eye", () => {
    expect(
      noteTexts(
        box(`<div><p>长春 <strong>口径借用</strong>：人数取自
          2021 预算<span aria-hidden="true">▲</span></p></div> 另有 <b>3</b> 家
          <ul><li>一</li><li>二<button>看</button></li></ul><svg><title>x</title></svg>`),
      ),
    ).toEqual(["长春 口径借用：人数取自 2021 预算", "另有 3 家", "一", "二"]);
  });

  it("gives none for nothing", () => {
    expect(noteTexts(null)).toEqual([]);
    expect(noteTexts(box("  "))).toEqual([]);
  });
});
