import { describe, expect, it } from "vitest";
import { testScreen } from "../helpers/screen.ts";

const { open, page, section } = testScreen("unusual", 0);

describe("the signals by rule", () => {
  it("lead to as many as their link says, where no link leads on", async () => {
    await open();
    const signals = section("规则信号：不成立的勾稽、缺失的披露");
    const link = signals.getByRole("link", { name: /^全部 \d+ 条/ });
    const said = Number(/\d+/.exec(await link.innerText())?.[0]);
    expect(said).toBeGreaterThan(await signals.getByRole("listitem").count());
    await link.click();
    await expect.poll(() => signals.getByRole("listitem").count()).toBe(said);
    expect(page().url()).toContain("show=rules");
    expect(await link.count()).toBe(0);
  });
});
