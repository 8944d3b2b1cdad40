import { describe, expect, it } from "vitest";
import { bareStatements } from "../../scripts/site/bare-sql.ts";

describe("bareStatements(code)", () => {
  it("takes out lines that are SQL comments alone, and indents, and nothing else", () => {
    const code = [
      "sql: () => sql`",
      "  SELECT a -- kept: it ends a line of SQL",
      "  -- Why the join is made so.",
      "    -- Two lines of it.",
      "  FROM b WHERE c = '--' AND d > -1`,",
      "  i--;",
      "",
    ].join("\n");
    expect(bareStatements(code)).toBe(
      [
        "sql: () => sql`",
        "SELECT a -- kept: it ends a line of SQL",
        "FROM b WHERE c = '--' AND d > -1`,",
        "i--;",
        "",
      ].join("\n"),
    );
  });
});
