import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { errorPosition } from "../../src/engine/error-position.ts";

/** The message DuckDB gives for a statement. */
async function messageOf(statement: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(statement);
    throw new Error("the statement ran");
  } catch (error) {
    return (error as Error).message;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const long = "1 as 中文字段名称很长, ".repeat(20);

describe("errorPosition(message, statement)", () => {
  it.each([
    ["a token on the first line", "select a form ‸t"],
    ["a name on a later line", "select 1,\n  ‸foo(2)"],
    ["a column after Chinese text", "select '中文', ‸nope"],
    ["a Chinese column", "select ‸中文, 1 as b from (select 1 as x)"],
    ["a column in a line too long to be shown", `select ${long}‸nope, ${"2,".repeat(100)}3`],
    ["a syntax error after Chinese text", "select '中文中文', x y ‸z from t"],
    ["a syntax error after a Chinese comment", "-- 人均\nselect 1 as a,\n  a b ‸c"],
    ["a Chinese table", "select * from ‸不存在"],
  ])("finds %s", async (_, marked) => {
    const statement = marked.replace("‸", "");
    expect(errorPosition(await messageOf(statement), statement)).toBe(marked.indexOf("‸"));
  });

  it("is null where the message points nowhere", () => {
    expect(errorPosition("Permission Error: no", "select 1")).toBeNull();
    expect(errorPosition("x\nLINE 9: y\n        ^", "select 1")).toBeNull();
  });
});
