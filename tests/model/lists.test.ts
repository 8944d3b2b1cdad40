import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CREATE_LISTS, listedForms } from "../../src/model/lists.ts";
import { inlined, sql } from "../../src/model/sql.ts";

interface Wanted {
  readonly ids: readonly string[];
  readonly least: number;
}

const FORMS = listedForms(
  ({ ids }: Wanted) => ({ asked_report: ids.map((id) => [id]) }),
  ({ least }, list) => sql`
    SELECT asked.report_id, figure.value
    FROM figure JOIN ${list("asked_report")} AS asked ON asked.report_id = figure.report_id
    WHERE figure.value >= ${least} ORDER BY figure.value, asked.report_id`,
);

let connection: DuckDBConnection;
let close: () => void;
beforeAll(async () => {
  const instance = await DuckDBInstance.create();
  connection = await instance.connect();
  close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  await connection.run("CREATE TABLE figure AS SELECT 'r' || i AS report_id, i AS value FROM range(2000) AS each (i)");
  await connection.run("INSERT INTO figure VALUES ('a-very-long-name-of-a-report', 1), ('单位', 2)");
  for (const statement of CREATE_LISTS) await connection.run(statement);
});
afterAll(() => {
  close();
});

const answer = async (text: string): Promise<unknown> => (await connection.runAndReadAll(text)).getRows();

describe("listedForms(listsOf, statement)", () => {
  it.each([
    { planned: "one short text", ids: ["r7"] },
    { planned: "nothing", ids: [] },
  ])(
    "makes one statement for all that the lists may hold, which gives what the spelt one gives, planned with $planned",
    async ({ ids: first }) => {
      const questions: Wanted[] = [
        { ids: ["r7"], least: 0 },
        { ids: ["a-very-long-name-of-a-report", "r1999", "r3"], least: 0 },
        { ids: ["单位", "it’s none"], least: 0 },
        { ids: [], least: 0 },
        { ids: ["r7", "r8"], least: 0 },
      ];
      const texts = new Set(questions.map((question) => FORMS.listed(question).text));
      expect(texts.size).toBe(1);
      const [text = ""] = texts;
      // What the lists hold while it is planned must not bound the answers after it.
      await connection.run(FORMS.listed({ ids: first, least: 0 }).fill);
      await connection.run(`PREPARE planned AS ${text}`);
      for (const question of questions) {
        await connection.run(FORMS.listed(question).fill);
        const rows = await answer("EXECUTE planned");
        expect(rows).toEqual(await answer(inlined(FORMS.sql(question))));
        expect(rows).toHaveLength(question.ids.filter((id) => id !== "it’s none").length);
      }
      await connection.run("DEALLOCATE planned");
    },
  );

  it("writes what questions differ in beside their lists into the statement", () => {
    expect(FORMS.listed({ ids: ["r1"], least: 5 }).text).toContain("figure.value >= 5");
    expect(FORMS.sql({ ids: ["r1"], least: 5 }).values).toContain(5);
  });
});
