import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/index.ts";
import { hashedSlug, readReport } from "../../src/report/index.ts";

const SEEDS = new URL("../../seeds/", import.meta.url);
const GOLDEN = new URL("../golden/", import.meta.url);
const seeds = readdirSync(SEEDS).filter((file) => file.endsWith(".txt"));
const textOf = (file: string): string => readFileSync(new URL(file, SEEDS), "utf8");
const read = (sourceName: string, text: string): Report => readReport({ sourceName, text }, { agencies: [] });

/** What is unsound about a report, whatever its text: a span without its digits, an id used twice. */
function unsound(report: Report): string[] {
  const ids = new Set<string>();
  return report.facts.flatMap((fact) => {
    const line = report.lines[fact.source_line - 1]?.text ?? "";
    const problems: string[] = [];
    if (ids.has(fact.fact_id)) problems.push(`${fact.fact_id}: id used twice`);
    ids.add(fact.fact_id);
    if (line.slice(fact.source_from, fact.source_to) !== fact.value_text) problems.push(`${fact.fact_id}: wrong span`);
    if ((fact.value === null) !== (fact.value_text === "")) problems.push(`${fact.fact_id}: value without digits`);
    return problems;
  });
}

describe("readReport(text, directory)", () => {
  it.each(seeds)("gives every fact of %s a span that holds its printed digits", (seed) => {
    expect(unsound(read(seed, textOf(seed)))).toEqual([]);
  });

  it.each(seeds)("reads %s as the golden file remembers", async (seed) => {
    const report = read(seed, textOf(seed));
    const rows = report.facts.map((fact) => JSON.stringify(fact));
    const golden = new URL(`facts-${seed.replace(".txt", ".json")}`, GOLDEN);
    const text = `[\n${rows.join(",\n")}\n]\n`;
    const remembered = existsSync(golden) ? readFileSync(golden, "utf8") : "";
    // Outside CI a change is written, and the run fails once: read the difference before committing it.
    if (process.env["CI"] === undefined && text !== remembered) {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(golden, text);
    }
    expect(text === remembered, `${golden.pathname} changed; see its diff`).toBe(true);
  });

  it("compiles an agency that no directory lists", () => {
    const { agency, reportId } = read("x.txt", "青禾市东山区社会保险中心\n2022年度部门决算\n");
    expect(agency).toMatchObject({ prefecture: "青禾市", county: "东山区", level: "county", name_en: null });
    expect(agency.agency_id).toBe(hashedSlug("青禾市东山区社会保险中心"));
    expect(reportId).toBe(`${agency.agency_id}-2022-final`);
  });

  it("takes a listed agency by an alias, whatever the width of brackets", () => {
    const known = {
      agency_id: "qinghe",
      name: "青禾市社会保险中心（本级）",
      short_name: "青禾",
      name_en: "Qinghe",
      province: null,
      prefecture: "青禾市",
      county: null,
      level: "prefecture" as const,
      region_code: null,
      aliases: ["青禾市社保中心"],
    };
    const report = readReport(
      { sourceName: "x", text: "青禾市社保中心(本级)\n2022年度部门决算\n" },
      { agencies: [known] },
    );
    expect(report.reportId).toBe("qinghe-2022-final");
  });

  it("reads a figure beside a zero-width space, and makes no fact of half a figure", () => {
    const text =
      "青禾市社会保险中心\n2022年度部门决算\n第二部分 决算表\n支出决算表\n单位：万元\n项目\t合计\n合计\t\u200b12.50\n基本支出\t12.50\n" +
      "第五部分 附件\n\t项目支出\n\t384.\n8\n\t12.00\n";
    const report = read("x.txt", text);
    expect(unsound(report)).toEqual([]);
    expect(report.facts.find(({ source_line: line }) => line === 7)).toMatchObject({ value: "12.5", source_from: 4 });
    expect(report.facts.filter(({ source_line: line }) => line === 11 || line === 12)).toEqual([]);
  });

  it("makes no fact of digits that a tag cuts in two", () => {
    const report = read(
      "x.txt",
      "青禾市社会保险中心\n2022年度部门决算\n第二部分 决算表\n支出决算表\n单位：万元\n" +
        "<tr><td>项目</td><td>合计</td></tr>\n<tr><td>合计</td><td>12.50</td></tr>\n" +
        "<tr><td>基本支出</td><td>12<b></b>.50</td></tr>\n基本支出\t12<X>.50\n",
    );
    expect(unsound(report)).toEqual([]);
    expect(report.facts.map(({ source_line: line }) => line)).toEqual([7]);
  });

  it.each([
    ["tabs", "\t".repeat(200_000)],
    ["cells", "一、支出\t1.00\t".repeat(50_000)],
    ["numbers among words", `一级指标\t指标值\n${"约3万元及5%，".repeat(40_000)}\t1`],
    ["unclosed bookmarks", "[bookmark: ".repeat(60_000)],
    ["open brackets", "（".repeat(200_000)],
    ["digits", "1,111".repeat(60_000)],
    ["rows", "合计\t1.00\t2.00\n".repeat(20_000)],
  ])(
    "does not choke on %s without end",
    (_, noise) => {
      const report = read("noise.txt", `青禾市社会保险中心\n2022年度部门决算\n支出决算表\n${noise}\n`);
      expect(report.outline.fiscalYear).toBe(2022);
    },
    20_000,
  );
});
