import { describe, expect, it } from "vitest";
import { ident, join, literal, sql } from "../../src/model/sql.ts";

describe("sql`…`", () => {
  it("binds values and never pastes them", () => {
    const hostile = "'; DROP TABLE fact; --";
    const { text, values } = sql`SELECT * FROM fact WHERE label = ${hostile} AND row_no > ${3}`;
    expect(text).toBe("SELECT * FROM fact WHERE label = ? AND row_no > ?");
    expect(values).toEqual([hostile, 3]);
  });

  it("splices fragments with their values in order", () => {
    const inner = sql`code = ${"301"}`;
    const { text, values } = sql`SELECT ${1} WHERE ${inner} AND x = ${null}`;
    expect(text).toBe("SELECT ? WHERE code = ? AND x = ?");
    expect(values).toEqual([1, "301", null]);
  });
});

describe("ident(name)", () => {
  it("quotes a name and doubles its quotes", () => {
    expect(ident('a"b').text).toBe('"a""b"');
  });
});

describe("literal(value)", () => {
  it("doubles quotes and writes null", () => {
    expect(literal("l'x").text).toBe("'l''x'");
    expect(literal(null).text).toBe("NULL");
  });
});

describe("join(parts, separator)", () => {
  it("keeps the values of all parts", () => {
    expect(join([sql`a = ${1}`, sql`b = ${2}`], " OR ")).toEqual(sql`a = ${1} OR b = ${2}`);
  });
});
