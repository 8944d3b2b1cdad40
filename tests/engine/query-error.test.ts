import { describe, expect, it } from "vitest";
import { queryErrorOf } from "../../src/engine/query-error.ts";

describe("queryErrorOf(error, statement)", () => {
  it("reads a message that comes as JSON, with its place", () => {
    const message = JSON.stringify({
      exception_type: "Parser",
      exception_message: 'syntax error at or near "t"\n\nLINE 1: select a form t\n                      ^',
      position: "14",
    });
    const error = queryErrorOf(new Error(message), "select a form t");
    expect(error.message).toMatch(/^Parser Error: syntax error at or near "t"/);
    expect(error).toMatchObject({ name: "QueryError", sql: "select a form t", position: 14 });
  });

  it("keeps a message that only looks like JSON", () => {
    expect(queryErrorOf(new Error("{x"), "y").message).toBe("{x");
    expect(queryErrorOf("gone", "y").message).toBe("gone");
  });

  it("says why an extension is missing instead of how to install it", () => {
    const advice =
      "Catalog Error: no json_extract\n\nPlease try installing and loading the json extension by running:\nINSTALL json;";
    const { message } = queryErrorOf(new Error(advice), "select 1");
    expect(message).not.toContain("INSTALL");
    expect(message).toMatch(/^Catalog Error: no json_extract\n\nThe engine of this page runs without extensions/);
  });
});
