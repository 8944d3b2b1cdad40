import { describe, expect, it } from "vitest";
import { AnswerMemory } from "../../src/engine/answer-memory.ts";
import { sql, type Query } from "../../src/model/sql.ts";

interface Ask {
  readonly year: number;
}
interface Row {
  readonly n: number;
}
const query = (name: string): Query<Ask, Row> => ({ name, columns: { n: "INTEGER" }, sql: () => sql`SELECT 1 AS n` });
const VALUES = query("values");
const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ n }));

describe("AnswerMemory", () => {
  it("recalls the rows of the same question only", () => {
    const memory = new AnswerMemory();
    const answer = rows(2);
    memory.keep(VALUES, { year: 2020 }, answer);
    expect(memory.recall(VALUES, { year: 2020 })).toBe(answer);
    expect(memory.recall(VALUES, { year: 2021 })).toBeNull();
    expect(memory.recall(query("others"), { year: 2020 })).toBeNull();
  });

  it("recalls an answer without rows", () => {
    const memory = new AnswerMemory();
    memory.keep(VALUES, { year: 2020 }, []);
    expect(memory.recall(VALUES, { year: 2020 })).toEqual([]);
  });

  it("forgets what was asked for longest ago when there is no more room", () => {
    const memory = new AnswerMemory(10);
    memory.keep(VALUES, { year: 1 }, rows(4));
    memory.keep(VALUES, { year: 2 }, rows(4));
    memory.recall(VALUES, { year: 1 });
    memory.keep(VALUES, { year: 3 }, rows(4));
    expect(memory.recall(VALUES, { year: 2 })).toBeNull();
    expect(memory.recall(VALUES, { year: 1 })).toHaveLength(4);
    expect(memory.recall(VALUES, { year: 3 })).toHaveLength(4);
  });

  it("does not keep an answer larger than all its room, and keeps the others", () => {
    const memory = new AnswerMemory(10);
    memory.keep(VALUES, { year: 1 }, rows(4));
    memory.keep(VALUES, { year: 2 }, rows(10));
    expect(memory.recall(VALUES, { year: 2 })).toBeNull();
    expect(memory.recall(VALUES, { year: 1 })).toHaveLength(4);
  });

  it("counts an answer given twice once", () => {
    const memory = new AnswerMemory(10);
    for (let time = 0; time < 5; time += 1) memory.keep(VALUES, { year: 1 }, rows(4));
    memory.keep(VALUES, { year: 2 }, rows(4));
    expect(memory.recall(VALUES, { year: 1 })).toHaveLength(4);
  });
});
