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

describe("AnswerMemory, of a question that names several things", () => {
  interface Both {
    readonly names: readonly string[];
    readonly year: number;
  }
  interface Named {
    readonly name: string;
    readonly n: number;
  }
  const both: Query<Both, Named> = {
    name: "both",
    columns: { name: "VARCHAR", n: "INTEGER" },
    sql: () => sql`SELECT 'a' AS name, 1 AS n`,
    parts: {
      of: (params) => new Map(params.names.toSorted().map((name) => [name, { ...params, names: [name] }])),
      nameOf: ({ name }) => name,
      only: (params, names) => ({ ...params, names: params.names.filter((name) => names.has(name)) }),
    },
  };
  const answer: Named[] = [
    { name: "a", n: 1 },
    { name: "a", n: 2 },
    { name: "c", n: 3 },
  ];

  it("knows each of them, one that has no rows as well, and any of them together in the order of the answer", () => {
    const memory = new AnswerMemory();
    memory.keep(both, { names: ["c", "b", "a"], year: 2020 }, answer);
    expect(memory.recall(both, { names: ["a"], year: 2020 })).toEqual(answer.slice(0, 2));
    expect(memory.recall(both, { names: ["b"], year: 2020 })).toEqual([]);
    expect(memory.recall(both, { names: ["c", "a"], year: 2020 })).toEqual(answer);
  });

  it("knows none where one of them was not asked for", () => {
    const memory = new AnswerMemory();
    memory.keep(both, { names: ["a", "c"], year: 2020 }, answer);
    expect(memory.recall(both, { names: ["a", "d"], year: 2020 })).toBeNull();
    expect(memory.recall(both, { names: ["a", "c"], year: 2021 })).toBeNull();
  });

  it("leaves those to be asked that are not known, and completes the answer in its order", () => {
    const memory = new AnswerMemory();
    memory.keep(both, { names: ["b", "c"], year: 2020 }, answer.slice(2));
    const open = memory.open(both, { names: ["c", "b", "a"], year: 2020 });
    expect(open.params).toEqual({ names: ["a"], year: 2020 });
    expect(open.complete(answer.slice(0, 2))).toEqual(answer);
    expect(memory.recall(both, { names: ["a", "b"], year: 2020 })).toEqual(answer.slice(0, 2));
  });

  it("leaves all to be asked where none is known, and a question about one thing as it is", () => {
    const memory = new AnswerMemory();
    for (const names of [["a", "c"], ["a"]]) {
      const params = { names, year: 2020 };
      const open = memory.open(both, params);
      expect(open.params).toBe(params);
      const rows = answer.filter(({ name }) => names.includes(name));
      expect(open.complete(rows)).toBe(rows);
      expect(memory.recall(both, params)).toEqual(rows);
      memory.keep(both, { names: ["x"], year: 1999 }, []);
    }
  });

  it("completes an answer though the parts that were known have given way meanwhile", () => {
    const memory = new AnswerMemory(6);
    memory.keep(both, { names: ["c"], year: 2020 }, answer.slice(2));
    const open = memory.open(both, { names: ["a", "c"], year: 2020 });
    memory.keep(both, { names: ["z"], year: 2020 }, answer.slice(0, 2));
    expect(memory.recall(both, { names: ["c"], year: 2020 })).toBeNull();
    expect(open.complete(answer.slice(0, 2))).toEqual(answer);
  });

  it("counts rows once, however they were asked for", () => {
    const memory = new AnswerMemory(20);
    memory.keep(both, { names: ["a"], year: 2020 }, answer.slice(0, 2));
    memory.keep(both, { names: ["a", "c"], year: 2020 }, answer);
    memory.keep(both, { names: ["e"], year: 2020 }, answer.slice(0, 2));
    expect(memory.recall(both, { names: ["c", "a"], year: 2020 })).toEqual(answer);
  });
});
