import { describe, expect, it } from "vitest";
import { numberedStatement, statementName } from "../../src/ui/statement-name.ts";

describe("statementName(statement, locale)", () => {
  it("names statements in both languages, and an unknown one by its id", () => {
    expect(statementName("three_public", "en")).toBe("Three-public expenses");
    expect(statementName("something", "en")).toBe("something");
  });
});

describe("numberedStatement(fact, locale)", () => {
  it("adds the number printed above the table, and nothing where none is", () => {
    expect(numberedStatement({ statement: "three_public", statement_no: "07" }, "zh")).toBe(
      "“三公”经费支出表（公开07表）",
    );
    expect(numberedStatement({ statement: "narrative", statement_no: null }, "en")).toBe(
      statementName("narrative", "en"),
    );
  });
});
