import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../../src/i18n");
const AREAS = readdirSync(join(FOLDER, "messages/zh")).sort();

function messages(locale: string, area: string): Record<string, string> {
  return JSON.parse(readFileSync(join(FOLDER, "messages", locale, area), "utf8")) as Record<string, string>;
}

function slots(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "").sort();
}

describe("message files", () => {
  it("are the same areas in both languages, each named in the settings", () => {
    const settings = JSON.parse(readFileSync(join(FOLDER, "project.inlang/settings.json"), "utf8")) as {
      "plugin.inlang.messageFormat": { pathPattern: string[] };
    };
    expect(readdirSync(join(FOLDER, "messages/en")).sort()).toEqual(AREAS);
    expect(settings["plugin.inlang.messageFormat"].pathPattern.map((path) => path.split("/").at(-1)).sort()).toEqual(
      AREAS,
    );
  });

  it("use a key in one area only", () => {
    const keys = AREAS.flatMap((area) => Object.keys(messages("zh", area)));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(AREAS)("%s: the same keys and slots in both languages, no empty text", (area) => {
    expect(existsSync(join(FOLDER, "messages/en", area))).toBe(true);
    const zh = messages("zh", area);
    const en = messages("en", area);
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh)) {
      expect([key, text.trim()]).not.toEqual([key, ""]);
      expect([key, en[key]?.trim()]).not.toEqual([key, ""]);
      expect([key, slots(en[key] ?? "")]).toEqual([key, slots(text)]);
    }
  });

  it.each(AREAS)("%s: English without Chinese characters, but for the name of the language", (area) => {
    const chinese = Object.entries(messages("en", area)).filter(
      ([key, text]) => key !== "locale_zh" && /\p{Script=Han}/u.test(text),
    );
    expect(chinese).toEqual([]);
  });
});
