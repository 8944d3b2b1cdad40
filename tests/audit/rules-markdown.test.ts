import { readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { RULES, rulesMarkdown } from "../../src/audit/index.ts";

describe("rulesMarkdown()", () => {
  it("is what src/audit/RULES.md holds, formatted (npm run docs rewrites it)", { timeout: 30_000 }, async () => {
    const path = "src/audit/RULES.md";
    const fresh = await format(rulesMarkdown(), { ...(await resolveConfig(path)), filepath: path });
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")).toBe(fresh);
  });

  it("tells every rule", () => {
    for (const rule of RULES) expect(rulesMarkdown()).toContain(`\`${rule.id}\``);
  });
});
