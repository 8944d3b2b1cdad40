import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatedPages } from "../../scripts/steps/generated-pages.ts";
import { RULES, rulesMarkdown } from "../../src/audit/index.ts";

describe("rulesMarkdown()", () => {
  it("is what src/audit/RULES.md holds (npm run docs rewrites it)", async () => {
    const page = readFileSync(new URL("../../src/audit/RULES.md", import.meta.url), "utf8");
    expect(page).toBe((await generatedPages()).get("src/audit/RULES.md"));
  });

  it("tells every rule", () => {
    for (const rule of RULES) expect(rulesMarkdown()).toContain(`\`${rule.id}\``);
  });
});
