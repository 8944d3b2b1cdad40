import type { FactRow, FindingRow } from "../domain/records.ts";
import { nameOf, placeOf } from "./describe.ts";
import type { ExchangedRows } from "./exchanged-rows.ts";
import { findingOf } from "./finding.ts";
import { factsOf } from "./suspect.ts";
import { valueOf } from "./tolerance.ts";
import type { Bilingual, Rule } from "./types.ts";
import { listOf, unique, witnessesOf } from "./witness.ts";

/** The finding of two rows that stand beside each other's figures. */
export function findingOfExchange(reportId: string, rule: Rule, rows: ExchangedRows): FindingRow {
  const { pairs, mended, agreeing } = rows;
  const [upper, lower] = firstPair(pairs);
  const questioned = pairs.flat();
  const witnesses = [...mended.flatMap(factsOf), ...agreeing.flatMap(({ facts }) => facts.slice(0, 1))];
  const told = witnessesOf(mended, agreeing, questioned);
  const message = messageOf(upper, lower, rows, told);
  const facts = unique([...questioned, ...witnesses], ({ fact_id }) => fact_id);
  const [stated, expected] = [valueOf(upper), valueOf(lower)];
  return {
    ...findingOf(reportId, rule, { verdict: "failed", facts, questioned, stated, expected, unit: upper.unit }, message),
    witnesses: told.length,
  };
}

function firstPair([first]: ExchangedRows["pairs"]): readonly [FactRow, FactRow] {
  if (first === undefined) throw new RangeError("exchanged rows differ in a figure");
  return first;
}

function messageOf(upper: FactRow, lower: FactRow, { orElse }: ExchangedRows, told: readonly Bilingual[]): Bilingual {
  const [place, name, other] = [placeOf(upper), nameOf(upper), nameOf(lower)];
  const list = listOf(told);
  const instead = orElse === null ? { zh: "", en: "" } : insteadOf(orElse);
  return {
    zh:
      `${place.zh}「${name.zh}」与第${lower.source_line}行「${other.zh}」的数字恐系互换${instead.zh}：` +
      `换回后 ${told.length} 处相符：${list.zh}。`,
    en:
      `${place.en}: the figures of “${name.en}” and of “${other.en}” (line ${lower.source_line}) probably changed places` +
      `${instead.en}; turned back, ${told.length} agree: ${list.en}.`,
  };
}

/** «（或《支出表》第9、10行互换）»: two tables that differ so explain each other. */
function insteadOf([upper, lower]: readonly [FactRow, FactRow]): Bilingual {
  const place = placeOf(upper);
  return {
    zh: `（或${place.zh.replace(/第\d+行$/, "")}第${upper.source_line}、${lower.source_line}行互换）`,
    en: ` (or those of ${place.en} and line ${lower.source_line})`,
  };
}
