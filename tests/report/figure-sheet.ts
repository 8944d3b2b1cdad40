import Big from "big.js";
import type { FactRow } from "../../src/domain/records.ts";

/** A row of a sheet of figures, by column name. */
export type SheetRow = Readonly<Record<string, string>>;

/** The digits of a printed figure: no sign, no unit. */
function digits(text: string): string {
  return text.replace(/^[-－+＋]/, "").replace(/[%％]$/, "");
}

/** Whether a fact says what a hand-typed row says; an empty item accepts any. */
function agrees(row: SheetRow, fact: FactRow): boolean {
  return (
    fact.source_line === Number(row["line"]) &&
    digits(fact.value_text) === digits(row["printed"] ?? "") &&
    fact.statement === row["statement"] &&
    (row["item"] === "" || fact.item === row["item"]) &&
    (row["item"] === "" || (fact.code ?? "") === row["code"]) &&
    fact.measure === row["measure"] &&
    fact.unit === row["unit"] &&
    fact.fiscal_year === Number(row["fiscal_year"]) &&
    fact.value !== null &&
    new Big(fact.value).eq(new Big(row["value"] ?? ""))
  );
}

const EXPECTED = ["line", "printed", "statement", "item", "code", "measure", "value", "unit", "fiscal_year", "label"];

/** What the facts on a row's line say instead, for the message of a failing row. */
function instead(row: SheetRow, facts: readonly FactRow[]): string {
  const same = facts.filter(
    (fact) => fact.source_line === Number(row["line"]) && digits(fact.value_text) === digits(row["printed"] ?? ""),
  );
  if (same.length === 0) return "no fact with these digits on this line";
  return same
    .map((fact) =>
      [fact.statement, fact.item, fact.code, fact.measure, fact.value, fact.unit, fact.fiscal_year].join(" "),
    )
    .join(" | ");
}

/** The rows of a sheet that no fact of their own meets, each as expected ← found. */
export function unmet(rows: readonly SheetRow[], facts: readonly FactRow[]): string[] {
  const taken = new Set<string>();
  const missing: string[] = [];
  // Rows that name an item choose first: a row without one accepts any fact with its digits.
  const choosy = [...rows].sort((a, b) => Number(a["item"] === "") - Number(b["item"] === ""));
  for (const row of choosy) {
    const fact = facts.find((candidate) => !taken.has(candidate.fact_id) && agrees(row, candidate));
    if (fact === undefined)
      missing.push(`${EXPECTED.map((column) => row[column]).join(" ")}  ←  ${instead(row, facts)}`);
    else taken.add(fact.fact_id);
  }
  return missing;
}
