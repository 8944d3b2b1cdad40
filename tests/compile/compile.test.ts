import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { memoryEffects, plainSteps, reportText, type OutputFile } from "./invented-report.ts";

const AGENCIES = `agency_id,name,aliases,short_name,name_en,province,prefecture,county,level,region_code
pingchuan,平川市社会保险中心,平川社保局,平川,Pingchuan,北原省,平川市,,prefecture,990100
`;
const ADJUSTMENTS = `report_id,adjustment_id,side,measure,item,code,amount_wan,metric_groups,label_zh,label_en,reason_zh,reason_en,source_line
pingchuan-2020-final,a1,both,final,expenditure.total,,12.5,per_staff,补助,Subsidy,转付,Handed on,3
pingchuan-2020-final,a2,both,final,expenditure.total,,99,per_staff,补助,Subsidy,转付,Handed on,3
elsewhere-2020-final,a3,both,final,expenditure.total,,99,per_staff,补助,Subsidy,转付,Handed on,3
`;
const files = (...reports: string[]) => ({ reports, agencies: null, adjustments: null });

async function rowsOf(outputs: readonly OutputFile[], name: string): Promise<Record<string, unknown>[]> {
  const bytes = outputs.find((output) => output.name === `${name}.parquet`)?.bytes;
  if (bytes === undefined) throw new Error(`${name} was not written`);
  return parquetReadObjects({ file: bytes.slice().buffer });
}

describe("compile(files, effects, steps)", () => {
  it("writes every table and the manifest at once", async () => {
    const { effects, written, writes } = memoryEffects({ "in/a.txt": reportText("平川市社会保险中心", 2020, "12.50") });
    const result = await compile(files("in/a.txt"), effects, plainSteps);
    expect(writes()).toBe(1);
    expect(written.at(-1)?.name).toBe("manifest.json");
    expect(written.map((output) => output.name).sort()).toEqual([
      "adjustment.parquet",
      "agency.parquet",
      "fact.parquet",
      "finding.parquet",
      "manifest.json",
      "reason.parquet",
      "report.parquet",
      "rule.parquet",
      "rule_outcome.parquet",
      "source_line.parquet",
    ]);
    expect(result.failures).toEqual([]);
    expect(result.rows).toMatchObject({ agency: 1, report: 1, fact: 1, source_line: 3 });
    const manifest: unknown = JSON.parse(new TextDecoder().decode(written.at(-1)?.bytes));
    expect(manifest).toEqual(result.manifest);
  });

  it("gives the same bytes for the same files in any order", async () => {
    const texts = {
      "b.txt": reportText("北山市社会保险中心", 2020, "1.00"),
      "a.txt": reportText("平川市社会保险中心", 2020, "12.50"),
    };
    const [first, second] = [memoryEffects(texts), memoryEffects(texts)];
    await compile(files("a.txt", "b.txt"), first.effects, plainSteps);
    await compile(files("b.txt", "a.txt", "b.txt"), second.effects, plainSteps);
    expect(second.written).toEqual(first.written);
  });

  it("changes the fingerprint with one printed digit", async () => {
    const fingerprint = async (amount: string) => {
      const { effects } = memoryEffects({ "a.txt": reportText("平川市社会保险中心", 2020, amount) });
      return (await compile(files("a.txt"), effects, plainSteps)).manifest?.fingerprint;
    };
    expect(await fingerprint("12.50")).not.toBe(await fingerprint("12.51"));
  });

  it("refuses bad files with file and line, and compiles the others", async () => {
    const { effects, written, events } = memoryEffects({
      "a.txt": "",
      "b.txt": reportText("平川市社会保险中心", 2020, "12.50"),
      "c.txt": "没有标题的文字\n第二行\n",
    });
    const result = await compile(files("a.txt", "b.txt", "c.txt"), effects, plainSteps);
    expect(result.failures.map((failure) => failure.message)).toEqual([
      expect.stringMatching(/^a\.txt: the file is empty/),
      expect.stringMatching(/^c\.txt:1: no title was found/),
    ]);
    expect(events.map((event) => event.kind)).toEqual(["refused", "compiled", "refused"]);
    expect(await rowsOf(written, "report")).toHaveLength(1);
  });

  it("refuses the second file of one report by name", async () => {
    const { effects, written } = memoryEffects({
      "a.txt": reportText("平川市社会保险中心", 2020, "12.50"),
      "b.txt": reportText("平川市社会保险中心（本级）", 2020, "12.50"),
    });
    const result = await compile(files("a.txt", "b.txt"), effects, plainSteps);
    expect(result.failures.map((failure) => failure.message)).toEqual([
      expect.stringMatching(
        /^b\.txt:1: this is the report agency-\w{8}-2020-final again, which a\.txt already gave.*--replace/,
      ),
    ]);
    expect(await rowsOf(written, "fact")).toHaveLength(1);
  });

  it("lets the file that is named later replace the other when asked to", async () => {
    const texts = {
      "a.txt": reportText("平川市社会保险中心", 2020, "12.50"),
      "b.txt": reportText("平川市社会保险中心（本级）", 2020, "13.50"),
    };
    for (const [given, counts] of [
      [["a.txt", "b.txt"], "b.txt"],
      [["b.txt", "a.txt"], "a.txt"],
    ] as const) {
      const { effects, written, events } = memoryEffects(texts);
      const result = await compile(files(...given), effects, plainSteps, { replace: true });
      expect(result.failures).toEqual([]);
      expect((await rowsOf(written, "report")).map((row) => row["source_name"])).toEqual([counts]);
      expect(await rowsOf(written, "fact")).toHaveLength(1);
      expect(result.manifest?.inputs.map(({ name }) => name)).toEqual([counts]);
      expect(events.flatMap((event) => (event.kind === "replaced" ? [event.path, event.by] : []))).toEqual([
        counts === "a.txt" ? "b.txt" : "a.txt",
        counts,
      ]);
    }
  });

  it("writes nothing when no file is a report", async () => {
    const { effects, writes } = memoryEffects({ "a.txt": "" });
    const result = await compile(files("a.txt"), effects, plainSteps);
    expect(result).toMatchObject({ manifest: null, rows: {} });
    expect(writes()).toBe(0);
  });

  it("names a reader's own failure with its file and goes on", async () => {
    const { effects, written } = memoryEffects({
      "a.txt": reportText("平川市社会保险中心", 2020, "12.50"),
      "b.txt": reportText("北山市社会保险中心", 2020, "1.00"),
    });
    const result = await compile(files("a.txt", "b.txt"), effects, {
      ...plainSteps,
      readReport(source, directory) {
        if (source.sourceName === "a.txt") throw new TypeError("no such column");
        return plainSteps.readReport(source, directory);
      },
    });
    expect(result.failures[0]?.message).toMatch(/^a\.txt: .*no such column/);
    expect(await rowsOf(written, "report")).toHaveLength(1);
  });

  it("gives all reports of an unknown agency one id, from its name", async () => {
    const { effects, written } = memoryEffects({
      "a.txt": reportText("平川市社会保险中心（本级）", 2020, "12.50"),
      "b.txt": reportText("平川市 社会保险中心", 2021, "12.50"),
    });
    await compile(files("a.txt", "b.txt"), effects, plainSteps);
    const reports = await rowsOf(written, "report");
    expect(new Set(reports.map((row) => row["agency_id"])).size).toBe(1);
    expect(await rowsOf(written, "agency")).toHaveLength(1);
  });

  it("enriches an agency that the reference list knows", async () => {
    const { effects, written } = memoryEffects({
      "a.txt": reportText("平川市社会保险中心（本级）", 2020, "12.50"),
      "agencies.csv": AGENCIES,
    });
    await compile({ ...files("a.txt"), agencies: "agencies.csv" }, effects, plainSteps);
    expect(await rowsOf(written, "agency")).toEqual([
      {
        agency_id: "pingchuan",
        name: "平川市社会保险中心",
        short_name: "平川",
        name_en: "Pingchuan",
        province: "北原省",
        prefecture: "平川市",
        county: null,
        level: "prefecture",
        region_code: "990100",
      },
    ]);
  });

  it("refuses a row of the reference list that it cannot use, and goes on", async () => {
    const { effects } = memoryEffects({
      "a.txt": reportText("平川市社会保险中心", 2020, "12.50"),
      "agencies.csv": AGENCIES.replace("pingchuan,", "Ping Chuan,"),
    });
    const result = await compile({ ...files("a.txt"), agencies: "agencies.csv" }, effects, plainSteps);
    expect(result.failures.map((failure) => failure.message)).toEqual([
      expect.stringMatching(/^reference\/agencies\.csv:2: agency_id is "Ping Chuan"/),
    ]);
    expect(result.rows["report"]).toBe(1);
  });

  it("takes an adjustment whose line prints its amount and refuses one whose line does not", async () => {
    // The line prints yuan, the adjustment is in 万元.
    const { effects, written } = memoryEffects({
      "a.txt": reportText("平川市社会保险中心", 2020, "125,000.00"),
      "agencies.csv": AGENCIES,
      "adjustments.csv": ADJUSTMENTS,
    });
    const result = await compile(
      { reports: ["a.txt"], agencies: "agencies.csv", adjustments: "adjustments.csv" },
      effects,
      plainSteps,
    );
    expect((await rowsOf(written, "adjustment")).map((row) => row["adjustment_id"])).toEqual(["a1"]);
    expect(result.failures.map((failure) => failure.message)).toEqual([
      expect.stringMatching(/^reference\/adjustments\.csv:3: 99 万元 is not printed on a\.txt:3/),
    ]);
  });
});
