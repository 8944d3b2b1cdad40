import { describe, expect, it } from "vitest";
import { formatSql } from "../../../src/screens/sql/format-sql.ts";
import { meaningsAt } from "../../../src/screens/sql/meanings.ts";
import { printNotebook, readNotebook } from "../../../src/screens/sql/notebook-text.ts";
import { filledIn, parameterConstant, parameterNames } from "../../../src/screens/sql/parameters.ts";
import { ownEntries, SCHEMA } from "../../../src/screens/sql/schema.ts";
import { tabTitle } from "../../../src/screens/sql/tabs.ts";
import { toMarkdown, toTsv } from "../../../src/screens/sql/clipboard-text.ts";
import { columnUnit } from "../../../src/screens/sql/column-unit.ts";
import { heldRows } from "../../state/held-rows.ts";

describe("parameterNames(text)", () => {
  it("finds each name once, and none in texts, comments, quoted names or dollar quotes", () => {
    const text = `select $b, $a, $b, '$no', "$no", $$ $no $$, $x$ $no $x$, $1 -- $no
      /* $no */`;
    expect(parameterNames(text)).toEqual(["b", "a", "1"]);
  });
});

describe("parameterConstant(typed)", () => {
  it.each([
    ["", "NULL"],
    ["  12.5 ", "12.5"],
    ["-3", "-3"],
    ["2080109a", "'2080109a'"],
    ["'2080109'", "'2080109'"],
    ["O'Neill", "'O''Neill'"],
    ["'; drop table fact; --", "'''; drop table fact; --'"],
    ["1; drop table fact", "'1; drop table fact'"],
    ["长春", "'长春'"],
  ])("%j becomes %s", (typed, constant) => {
    expect(parameterConstant(typed)).toBe(constant);
  });
});

describe("filledIn(text, at, values)", () => {
  it("leads places of what is sent back to what is written", () => {
    const text = "select $agency, wrong from t where x = $n";
    const filled = filledIn(text, 100, { agency: "zhuzhou", n: "7" });
    expect(filled.text).toBe("select 'zhuzhou', wrong from t where x = 7");
    expect(filled.place?.(filled.text.indexOf("wrong"))).toBe(100 + text.indexOf("wrong"));
    expect(filled.place?.(filled.text.indexOf("zhuzhou"))).toBe(100 + text.indexOf("$agency"));
    expect(filled.place?.(filled.text.length)).toBe(100 + text.length);
    expect(filled.written).toBe(text);
  });

  it("leaves a statement without parameters as it is", () => {
    expect(filledIn("select 1", 3, { unused: "x" })).toEqual({ text: "select 1", at: 3 });
  });
});

describe("readNotebook(file) and printNotebook(parts)", () => {
  const parts = [
    { kind: "text", text: "# 为什么\n\n两行", chart: {} },
    { kind: "sql", text: "select 1;\nselect 2;", chart: { mark: "bar", x: "a" } },
    { kind: "text", text: "", chart: {} },
    { kind: "sql", text: "", chart: {} },
  ] as const;

  it("give back what was written, empty parts too", () => {
    expect(readNotebook(printNotebook(parts))).toEqual(parts);
  });

  it("make a file that runs anywhere: words as comments, statements ended", () => {
    const file = printNotebook([
      { kind: "text", text: "a;b", chart: {} },
      { kind: "sql", text: "select 1 -- x", chart: {} },
    ]);
    expect(file).toBe("-- %% [text]\n-- a;b\n\n-- %% [sql]\nselect 1 -- x\n;\n");
    expect(printNotebook(readNotebook(file))).toBe(file);
  });

  it("take any SQL file as one part, and survive a broken mark", () => {
    expect(readNotebook("select 1;\r\n-- a word\r\nselect 2")).toEqual([
      { kind: "sql", text: "select 1;\n-- a word\nselect 2", chart: {} },
    ]);
    expect(readNotebook('-- %% [sql] {"mark":\nselect 1')).toEqual([{ kind: "sql", text: "select 1", chart: {} }]);
    expect(readNotebook('-- %% [sql] {"mark":7,"x":"a"}\nselect 1')[0]?.chart).toEqual({ x: "a" });
    expect(readNotebook("")).toEqual([]);
  });
});

describe("meaningsAt(text, at, schema, locale)", () => {
  const of = (marked: string, locale: "zh" | "en" = "zh") =>
    meaningsAt(marked.replace("|", ""), marked.indexOf("|"), SCHEMA, locale)?.meanings.map((each) => each.meaning);

  it("tells what a column of the named tables holds, in the reader's language", () => {
    expect(of("select source_l|ine from fact")).toEqual(["源行"]);
    expect(of("select f.source_l|ine from fact f", "en")).toEqual(["Line in the source, from 1"]);
    expect(of("select short_n|ame from fact")).toBeUndefined();
  });

  it("tells what a table and what a metric id is", () => {
    expect(of("select * from find|ing")).toEqual(["核查发现"]);
    expect(of("select * from metric_value where metric_id = 'per_staff.b|asic'")?.[0]).toContain("基本支出");
  });
});

describe("formatSql(text)", () => {
  it("lays out what DuckDB writes, without touching names, texts or parameters", async () => {
    const text = await formatSql(
      "SELECT a, 'Select' AS b FROM t QUALIFY row_number() OVER (PARTITION BY a) = 1 -- Why\n;",
    );
    expect(text).toContain("qualify");
    expect(text).toContain("'Select' as b");
    expect(text).toContain("-- Why");
    expect(await formatSql("from t select * exclude (x) where y = $name")).toContain("$name");
  });

  it("refuses what it cannot read", async () => {
    await expect(formatSql("select 'open")).rejects.toThrow();
  });
});

describe("tabTitle(tab)", () => {
  const tab = { id: "1", name: "", kind: "query", params: {}, chart: {} } as const;
  it("is the name, else the first comment or words", () => {
    expect(tabTitle({ ...tab, name: "我的", text: "select 1" })).toBe("我的");
    expect(tabTitle({ ...tab, text: "\n-- 人均支出\nselect 1" })).toBe("人均支出");
    expect(tabTitle({ ...tab, kind: "notebook", text: "-- %% [text]\n-- # 问题" })).toBe("问题");
    expect(tabTitle({ ...tab, text: " \n" })).toBeNull();
  });
});

describe("toTsv(cells) and toMarkdown(cells)", () => {
  const rows = heldRows({ name: "VARCHAR", n: "INTEGER" }, [
    ["a\tb\nc", 1],
    ["x|y", null],
  ]);
  it("keep a table in one piece", () => {
    expect(toTsv({ rows, at: [0, 1], columns: [0, 1] })).toBe("name\tn\na b c\t1\nx|y\t");
    expect(toTsv({ rows, at: [1], columns: [0] })).toBe("x|y");
    expect(toMarkdown({ rows, at: [1], columns: [0, 1] }, (column) => column === 1)).toBe(
      "| name | n |\n| --- | ---: |\n| x\\|y |  |",
    );
  });
});

describe("columnUnit(name, others)", () => {
  it("knows columns that have one unit wherever they occur", () => {
    expect(columnUnit("initial_budget", [])).toBe("万元");
    expect(columnUnit("stated_completion", [])).toBe("%");
  });
  it("says nothing where the row names the unit, or the name alone does not tell", () => {
    expect(columnUnit("value", ["unit"])).toBeNull();
    expect(columnUnit("value", [])).toBeNull();
    expect(columnUnit("my_number", [])).toBeNull();
  });
});

describe("ownEntries(tables)", () => {
  it("makes the reader's tables part of the schema", () => {
    expect(ownEntries([{ name: "人口", columns: [{ name: "n", type: "BIGINT" }] }])).toMatchObject([
      { name: "人口", group: "own", columns: [{ name: "n", type: "BIGINT" }] },
    ]);
  });
});
