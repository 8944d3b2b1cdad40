import { describe, expect, it } from "vitest";
import { agencyLetter } from "../../../src/screens/audit/letter.ts";
import { evidenceRow, findingRow, ruleRow } from "./rows.ts";

const ID = "a-2020-final:income-codes:3:5";
const MISPRINT = findingRow(ID, { witnesses: 3 });
const ABSENT = findingRow("a-2020-final:missing-headcount", {
  severity: "warning",
  stated: null,
  expected: null,
  difference: null,
  message_zh: "未披露*在职*人数。",
  message_en: "Staff in service is not told.",
  source_lines: [],
});
const LETTER = agencyLetter({
  findings: [MISPRINT, ABSENT],
  evidence: [
    evidenceRow({ finding: ID, line: 3, text: "208\t合计\t12.50" }, "12.50"),
    evidenceRow({ finding: ID, line: 9, text: "合计\t18.50", report: "a-2019-final" }, "18.50"),
    ...[10, 11, 12].map((line) => evidenceRow({ finding: ID, line, text: `甲 ${line}.00` }, `${line}.00`)),
    evidenceRow({ finding: "a-2020-final:other:1", line: 15, text: "别的 1.00" }, "1.00"),
  ],
  rules: [ruleRow("income-codes", 0), ruleRow("missing-headcount", 1)],
  titles: new Map([
    ["a-2020-final", "某中心2020年度决算"],
    ["a-2019-final", "某中心2019年度决算"],
  ]),
  fingerprint: "0123456789ab",
});
const [ZH = "", EN = ""] = LETTER.split("\n---\n");

describe("agencyLetter(parts)", () => {
  it("is addressed to the agency, counts what it asks, and names the reports", () => {
    expect(ZH).toContain("致：a社会保险中心");
    expect(ZH).toContain("按 2 条勾稽规则逐条核对，有 2 处需要核实：错误 1，提示 1");
    expect(ZH).toContain("## 《某中心2020年度决算》（2020 年决算）");
    expect(EN).toContain("To: a社会保险中心");
    expect(EN).toContain("(2020 final account)");
  });

  it("makes every finding an item to tick, numbered through, the gravest first", () => {
    expect(ZH.match(/^- \[ \] \*\*\d+\.\*\*/gm)).toEqual(["- [ ] **1.**", "- [ ] **2.**"]);
    expect(ZH.indexOf("### 错误（1 处）")).toBeLessThan(ZH.indexOf("### 提示（1 处）"));
    expect(EN).toContain("- [ ] **1.** The total is printed as 12.50 and should be 18.50.");
  });

  it("quotes the printed lines with their numbers, the figure in bold type", () => {
    expect(ZH).toContain("第 3 行（收入表）：“208 ｜ 合计 ｜ **12.50**”");
    expect(EN).toContain("Line 3 (Income): “208 ｜ 合计 ｜ **12.50**”");
  });

  it("names the other report where a line stands in one", () => {
    expect(ZH).toContain("某中心2019年度决算第 9 行（收入表）：“合计 ｜ **18.50**”");
  });

  it("names by number what it does not quote, and nothing of other findings", () => {
    expect(ZH).toContain("另涉及第 12 行");
    expect(LETTER).not.toContain("别的");
  });

  it("says stated, recomputed and difference, and the likeliest misprint where there is one", () => {
    expect(ZH).toContain("所印 12.50 万元，复算 18.50 万元，相差 −6.00 万元");
    expect(ZH.match(/处旁证/g)).toHaveLength(1);
    expect(EN).toContain("3 witnesses point to 18.50 ¥10k");
  });

  it("lets no mark of a report become Markdown", () => {
    expect(ZH).toContain("未披露\\*在职\\*人数");
  });

  it("carries the fingerprint of the data in both languages, or says that it is unknown", () => {
    expect(LETTER.match(/0123456789ab/g)).toHaveLength(2);
    const without = agencyLetter({
      findings: [MISPRINT],
      evidence: [],
      rules: [],
      titles: new Map(),
      fingerprint: null,
    });
    expect(without).toContain("数据指纹未知");
  });
});
