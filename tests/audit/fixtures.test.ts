import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit/index.ts";
import { decodeReport } from "../../src/compile/decode.ts";
import { auditedOf } from "./read-seeds.ts";

const REPORTS = new URL("../fixtures/reports/", import.meta.url);
const names = readdirSync(REPORTS).filter((file) => file.endsWith(".txt"));

/** Contradictions that stand in the invented texts themselves, by their printed figures. */
const DECLARED: Readonly<Record<string, readonly RegExp[]>> = {
  // 86.14 ÷ 2,404.71 is 3.58 %, 9.73 ÷ 436.88 is 2.23 %.
  "guixi-2022-final.txt": [/3\.54%/, /2\.61%/],
};

describe("audit(reports) on whole invented reports", () => {
  it.each(names)("says no error of %s but those that it holds", (file) => {
    const text = decodeReport(readFileSync(new URL(file, REPORTS)), file);
    const { findings } = audit([auditedOf(text, file)]);
    const errors = findings.filter((finding) => finding.severity === "error").map((finding) => finding.message_zh);
    const declared = DECLARED[file] ?? [];
    expect(errors.filter((message) => !declared.some((pattern) => pattern.test(message)))).toEqual([]);
    for (const pattern of declared) expect(errors.some((message) => pattern.test(message))).toBe(true);
  });
});
