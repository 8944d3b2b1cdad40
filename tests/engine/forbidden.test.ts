import { describe, expect, it } from "vitest";
import { QueryError } from "../../src/engine/engine.ts";
import { refuseForbidden, touchesViews } from "../../src/engine/forbidden.ts";

function refusal(text: string): QueryError | null {
  try {
    refuseForbidden(text);
    return null;
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
}

describe("refuseForbidden(text)", () => {
  it.each(["‸install json", "select 1;\n ‸FORCE  INSTALL x from y", "/* a; */ ‸Install 'x'", "‸update extensions"])(
    "refuses the installation %s at its place",
    (marked) => {
      const error = refusal(marked.replace("‸", ""));
      expect(error?.position).toBe(marked.indexOf("‸"));
      expect(error?.message).toMatch(/extensions cannot be installed/);
    },
  );

  it.each([
    "‸use memory",
    '‸USE "memory".main',
    "select 1; ‸drop table memory.main.fact",
    "‸drop view if exists memory.headcount",
    '‸delete from "memory".fact where true',
    "‸update memory.main.fact set value = 0",
    "‸insert into memory.fact select 1",
    "‸create or replace table memory.main.fact as select 1",
    "‸alter table memory.main.fact drop column value",
    "‸truncate memory.main.fact",
    "‸detach memory",
    "‸detach database if exists memory",
    "explain analyze ‸delete from memory.fact",
    "with x as (select 1) ‸delete from memory.main.fact",
    "prepare p as ‸drop table memory.main.fact",
    "‸copy from database scratch to memory",
    "‸set schema = 'memory.main'",
    "‸SET SESSION search_path = 'memory'",
    "‸reset schema",
    "‸pragma search_path = 'memory'",
    "‸create unique index i on memory.main.fact (value)",
  ])("refuses %s, which would change the model", (marked) => {
    const error = refusal(marked.replace("‸", ""));
    expect(error?.position).toBe(marked.indexOf("‸"));
    expect(error?.message).toMatch(/read-only/);
  });

  it.each([
    "select install from t",
    "select ';install json'",
    "-- ; install json\nselect 1",
    'select ";install" from t',
    "select $$;install json$$",
    "update t set a = 1",
    "update t set schema_name = 'memory'",
    "select * from memory.main.fact",
    "create table mine as select * from memory.main.fact",
    "insert into mine select * from memory.main.fact",
    "drop table mine",
    "select 'drop table memory.main.fact'",
    "explain select memory.main.fact.value from memory.main.fact",
  ])("lets %s pass", (text) => {
    expect(refusal(text)).toBeNull();
  });
});

describe("touchesViews(text, names)", () => {
  const names = new Set(["fact", "metric_value"]);

  it.each([
    "drop view fact",
    'DROP VIEW IF EXISTS main."fact"',
    "create or replace view fact as select 1",
    "alter view metric_value rename to b",
    "select 1; drop table fact",
    "drop schema main cascade",
  ])("says yes to «%s»", (text) => {
    expect(touchesViews(text, names)).toBe(true);
  });

  it.each([
    "select 1",
    "select replace(label, 'a', 'b') from fact",
    "select * replace (1 as a) from fact",
    "create or replace temp table mine as select * from fact",
    "drop table mine",
    "select 'drop view fact'",
  ])("says no to «%s», which leaves the views alone", (text) => {
    expect(touchesViews(text, names)).toBe(false);
  });
});
