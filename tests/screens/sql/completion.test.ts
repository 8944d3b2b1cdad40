import { CompletionContext } from "@codemirror/autocomplete";
import type { CompletionSource } from "@codemirror/autocomplete";
import { PostgreSQL } from "@codemirror/lang-sql";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { aliasesIn, columnSource, namedIn, namespaceOf, valueSource } from "../../../src/screens/sql/completion.ts";
import { SCHEMA } from "../../../src/screens/sql/schema.ts";

/** What is offered at the `|` of a text. */
async function offered(text: string, explicit = false): Promise<readonly { label: string; detail?: string }[]> {
  return optionsOf(columnSource(SCHEMA, "zh"), text, explicit);
}

async function optionsOf(source: CompletionSource, text: string, explicit = false) {
  const at = text.indexOf("|");
  const state = EditorState.create({ doc: text.replace("|", ""), extensions: [PostgreSQL.language] });
  const result = await source(new CompletionContext(state, at, explicit));
  // What is put in and shown; `found` is what is searched.
  return (result?.options ?? []).map((option) => ({
    ...option,
    label: option.displayLabel ?? option.label,
    found: option.label,
  }));
}

describe("columnSource(schema, locale)", () => {
  it("offers the columns of the tables a statement names, even before it names them", async () => {
    const labels = (await offered("select sou| from fact")).map((option) => option.label);
    expect(labels).toContain("source_line");
    expect(labels).not.toContain("denominator_value");
  });

  it("says what a column holds, in the reader’s language", async () => {
    const column = (await offered("select sou| from fact")).find((option) => option.label === "source_line");
    expect(column?.detail).toContain("源行");
    expect(column?.detail).toContain("INTEGER");
  });

  it("reads only the statement that the cursor stands in", async () => {
    const labels = (await offered("select 1 from fact; select x| from agency")).map((option) => option.label);
    expect(labels).toContain("short_name");
    expect(labels).not.toContain("value_text");
  });

  it("offers functions, and nothing behind a dot or before anything is typed", async () => {
    expect((await offered("select med|")).map((option) => option.label)).toContain("median");
    expect(await offered("select fact.so| from fact")).toEqual([]);
    expect(await offered("select | from fact")).toEqual([]);
    expect((await offered("select | from fact", true)).length).toBeGreaterThan(10);
  });
});

describe("valueSource(locale)", () => {
  it("offers metric ids inside a text, found by their Chinese names too", async () => {
    const options = await optionsOf(valueSource("zh"), "select * from metric_value where metric_id = '人均基|'");
    const metric = options.find((option) => option.label === "per_staff.basic");
    expect(metric?.found).toContain("基本支出");
    expect(metric?.detail).toContain("指标");
  });

  it("offers nothing outside a text, where columns are offered instead", async () => {
    expect(await optionsOf(valueSource("zh"), "select per|")).toEqual([]);
    expect(await offered("select * from fact where item = 'sou|'")).toEqual([]);
  });
});

describe("aliasesIn(statement)", () => {
  it("finds names of tables, columns and common table expressions", () => {
    const found = aliasesIn(
      "with part as (select 1), other as (select 2) select v.value * 2 as twice from metric_value v join agency as a using (x)",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        { name: "v", of: "metric_value" },
        { name: "a", of: "agency" },
        { name: "twice", of: null },
        { name: "part", of: null },
        { name: "other", of: null },
      ]),
    );
  });

  it("takes no keyword for an alias", () => {
    expect(aliasesIn("select * from fact where x = 1 order by y")).toEqual([]);
  });
});

describe("namespaceOf(schema, locale)", () => {
  it("names every table and view of the data contract", () => {
    const names = Object.keys(namespaceOf(SCHEMA, "en"));
    for (const name of ["agency", "report", "fact", "reason", "finding", "adjustment", "source_line"]) {
      expect(names).toContain(name);
    }
    for (const name of ["metric", "metric_value", "headcount", "three_public", "execution", "performance"]) {
      expect(names).toContain(name);
    }
    expect(names).toContain("economic_class");
    expect(names).toContain("function_class");
  });
});

describe("namedIn(statement, schema)", () => {
  it("takes whole words only", () => {
    expect(namedIn("select * from Fact join metric_value", SCHEMA).map((entry) => entry.name)).toEqual([
      "fact",
      "metric_value",
    ]);
  });
});

describe("SCHEMA", () => {
  it("describes every table and column in both languages, each table once", () => {
    expect(new Set(SCHEMA.map((entry) => entry.name)).size).toBe(SCHEMA.length);
    for (const entry of SCHEMA) {
      for (const text of [entry.zh, entry.en, ...entry.columns.flatMap((column) => [column.zh, column.en])]) {
        expect(text.trim()).not.toBe("");
      }
    }
  });
});
