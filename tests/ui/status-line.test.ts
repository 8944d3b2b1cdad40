import { describe, expect, it } from "vitest";
import { bindLocale } from "../../src/i18n/locale.ts";
import { statusLine } from "../../src/ui/status-line.ts";

describe("statusLine(status, note, bias, locale)", () => {
  it("says name, note and direction in one line", () => {
    bindLocale(() => "zh");
    expect(statusLine("borrowed", "人数取自 2021 预算", "down", "zh")).toBe("口径借用：人数取自 2021 预算，可能偏低");
  });
  it("does not say twice what the name says already", () => {
    bindLocale(() => "en");
    expect(statusLine("undisclosed", "not disclosed: staff in service", null, "en")).toBe(
      "Not disclosed: staff in service",
    );
    expect(statusLine("ok", null, null, "en")).toBe("Disclosed");
  });
});
