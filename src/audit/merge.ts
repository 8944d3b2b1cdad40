import type { Decimal } from "../domain/decimal.ts";
import type { FactRow, FindingRow } from "../domain/records.ts";
import { cellNameOf, differenceText, figure, linesText, placeOf, printed, unitName } from "./describe.ts";
import type { ExchangedRows } from "./exchanged-rows.ts";
import { exchangedRows } from "./exchanged-rows.ts";
import { findingOfExchange } from "./exchange-finding.ts";
import { groupBy } from "./group-by.ts";
import { messageOf } from "./message.ts";
import { findingOf } from "./finding.ts";
import { likelySlip, slipNote } from "./slip.ts";
import type { Identities, Suspect } from "./suspect.ts";
import { contains, factsOf, likeliestSuspect, placeOf as placeOfPrint } from "./suspect.ts";
import type { Corrections } from "./tolerance.ts";
import { balance, valueOf } from "./tolerance.ts";
import type { Bilingual, Equation, Rule, Trouble } from "./types.ts";
import { listOf, unique, witnessesOf } from "./witness.ts";

/** A check with the rule it belongs to. */
export interface Finding {
  readonly rule: Rule;
  readonly check: Trouble;
}

/** A finding with every rule whose failure it tells. */
export interface Told {
  readonly row: FindingRow;
  readonly rules: readonly string[];
}

/** Whether a finding would not be made if figures read otherwise. */
export type Retrial = (finding: Finding, corrected: Corrections) => boolean;

/**
 * One cause, one finding. Broken identities that an exchange of two rows explains become one finding
 * about the rows; those that one cell explains one about that cell, with the rates and bounds that it spoils; what no cell explains is told identity by identity,
 * the same pair of figures only once. Other checks (years, missing figures) pass through.
 *
 * @param holding gives the identities that hold, so that a correction is not proposed which breaks them.
 */
export function mergeFindings(
  reportId: string,
  failed: readonly Finding[],
  holding: () => readonly Equation[],
  retrial: Retrial,
): Told[] {
  const isLinear = ({ check }: Finding) => check.equation !== undefined;
  const linear = failed.filter(isLinear);
  const other = failed.filter((finding) => !isLinear(finding));
  const { exchanged, explained, rest } = explain(linear, other, holding, retrial);
  return [
    ...exchanged.map(({ rows, findings }) => ({
      row: findingOfExchange(reportId, ruleOf(findings), rows),
      rules: rulesOf(findings),
    })),
    ...explained.map((cause) => ({ row: findingOfCause(reportId, cause), rules: rulesOf(cause.findings) })),
    ...subsumed(sameThings(rest)).flatMap(({ twins, within }) =>
      twins
        .slice(0, 1)
        .map((finding) => ({ row: findingOfOne(reportId, finding, within), rules: rulesOf([...twins, ...within]) })),
    ),
  ];
}

/** The rule that a cause is told under: that of the first finding it explains. */
function ruleOf([first]: readonly Finding[]): Rule {
  if (first === undefined) throw new RangeError("a cause explains a finding");
  return first.rule;
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule.id))];
}

/** A finding with those that hold some of the same figures against each other: an amount above its budget, with the rate of it. */
interface Group {
  readonly twins: readonly Finding[];
  readonly within: Finding[];
}

/** Findings whose figures are all among those of another become part of it. */
function subsumed(groups: readonly (readonly Finding[])[]): readonly Group[] {
  const byFact = new Map<FactRow, Group[]>();
  const all = groups.map((twins) => ({ twins, within: [] as Finding[] }));
  for (const group of all) {
    for (const fact of group.twins[0]?.check.facts ?? []) byFact.set(fact, [...(byFact.get(fact) ?? []), group]);
  }
  return all.filter(({ twins }) => {
    const [finding] = twins;
    const facts = finding?.check.facts ?? [];
    const [first] = facts;
    if (finding === undefined || first === undefined || facts.length < 2 || finding.check.equation !== undefined)
      return true;
    const whole = (byFact.get(first) ?? []).find(
      ({ twins: [other] }) =>
        other !== undefined &&
        other.check.facts.length > facts.length &&
        facts.every((fact) => other.check.facts.includes(fact)),
    );
    whole?.within.push(finding);
    return whole === undefined;
  });
}

function findingOfOne(reportId: string, { rule, check }: Finding, within: readonly Finding[]): FindingRow {
  const message = withSlip(messageOf(rule, check), check);
  const others = within.map((other) => messageOf(other.rule, other.check));
  const severities = within.map((other) => other.check.severity ?? other.rule.severity);
  const gravest = severities.includes("error") ? { severity: "error" as const } : {};
  return findingOf(
    reportId,
    rule,
    { ...check, ...gravest },
    {
      zh: [message, ...others].map(({ zh }) => zh).join("同因："),
      en: [message, ...others].map(({ en }) => en).join(" By the same cause: "),
    },
  );
}

/** One identity alone convicts no cell, but a slip of the pen may stand out. */
function withSlip(message: Bilingual, check: Trouble): Bilingual {
  const slip = check.equation === undefined ? null : likelySlip(check.equation);
  if (slip === null) return message;
  const note = slipNote(slip);
  return { zh: message.zh + note.zh, en: message.en + note.en };
}

/** Findings of the same figures together, in order of the first. */
function sameThings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  // Most findings share no line with another: a name is made for those that do.
  const spans = findings.map(({ check: { facts } }) => {
    const lines = facts.map(({ source_line }) => source_line);
    return lines.length === 0 ? -1 : Math.min(...lines);
  });
  const isAlone = (at: number) => spans.indexOf(spans[at] ?? 0) === at && spans.lastIndexOf(spans[at] ?? 0) === at;
  return [...groupBy(findings.entries(), ([at, finding]) => (isAlone(at) ? at : keyOf(finding))).values()].map(
    (twins) => twins.map(([, finding]) => finding),
  );
}

/** Two rules may hold the same figures against each other; the reader needs it once. */
function keyOf({ rule, check }: Finding): string {
  // What is printed once is one figure, whatever it is read as.
  const places = [...new Set(check.facts.map(placeOfPrint))].toSorted();
  if (check.equation !== undefined) return places.join();
  const ids = check.facts.map((fact) => fact.fact_id).toSorted();
  return [rule.id, ...ids, ...(check.lines ?? []), check.expected?.toFixed() ?? ""].join("|");
}

/** Two rows that stand beside each other's figures, with everything that they break. */
interface Exchange {
  readonly rows: ExchangedRows;
  readonly findings: readonly Finding[];
}

/** A wrong cell (or equal wrong cells of one line) with everything that speaks against it. */
interface Cause {
  readonly suspects: readonly Suspect[];
  readonly findings: readonly Finding[];
}

function explain(
  linear: readonly Finding[],
  other: readonly Finding[],
  holding: () => readonly Equation[],
  retrial: Retrial,
): { readonly exchanged: Exchange[]; readonly explained: Cause[]; readonly rest: Finding[] } {
  const replaced = new Map<FactRow, Decimal>();
  const exchanged: Exchange[] = [];
  const found: { suspect: Suspect; findings: Finding[] }[] = [];
  let rest = [...linear];
  let others = other.filter(({ check, rule }) => check.facts.length > 0 && rule.ofPrint !== true);
  let known: readonly Equation[] | null = null;
  const sound = () => (known ??= holding());
  // Identities that an accepted correction turned out to break: they may convict a second cell.
  let disturbed: Equation[] = [];
  const healed = remembering(other, retrial);
  const weak = new Set(
    linear.flatMap(({ rule, check: { equation, severity = rule.severity } }) =>
      equation === undefined || severity === "error" ? [] : [equation],
    ),
  );
  const identities = () => ({
    broken: [...rest.flatMap(({ check }) => check.equation ?? []), ...disturbed],
    weak,
    holding: sound,
    others: others.map(({ check }) => check),
    healed,
  });
  for (;;) {
    const rows = exchangedRows(identities(), replaced);
    if (rows === null) break;
    for (const [upper, lower] of rows.pairs) replaced.set(upper, valueOf(lower)).set(lower, valueOf(upper));
    const told = (finding: Finding) => tells(finding, rows.mended, rows.agreeing);
    exchanged.push({ rows, findings: [...rest.filter(told), ...others.filter(told)] });
    rest = rest.filter((finding) => !told(finding));
    others = others.filter((finding) => !told(finding));
    known = [...sound(), ...rows.mended];
  }
  for (;;) {
    const suspect = likeliestSuspect(identities(), replaced);
    if (suspect === null) break;
    for (const fact of suspect.facts) replaced.set(fact, suspect.value);
    const mended = new Set(suspect.mended);
    const isMended = ({ check }: Finding) => check.equation !== undefined && mended.has(check.equation);
    const agrees = ({ check }: Finding) => suspect.agreeing.includes(check);
    found.push({ suspect, findings: [...rest.filter(isMended), ...others.filter(agrees)] });
    rest = rest.filter((finding) => !isMended(finding));
    others = others.filter((finding) => !agrees(finding));
    const held = [...sound(), ...suspect.mended];
    disturbed = disturbed.filter((equation) => !mended.has(equation));
    const spoiled = held.filter(
      (equation) =>
        suspect.facts.some((fact) => contains(equation, fact)) && balance(equation, replaced).verdict === "failed",
    );
    disturbed = [...disturbed, ...spoiled];
    known = held.filter((equation) => !spoiled.includes(equation));
  }
  const told = new Set([...exchanged, ...found].flatMap(({ findings }) => findings));
  rest = [...rest, ...other.filter((finding) => !told.has(finding))];
  const causes = groupBy(
    found,
    ({ suspect }) => `${suspect.facts[0].source_line}|${suspect.facts[0].value}|${suspect.value.toFixed()}`,
  );
  return {
    exchanged,
    explained: [...causes.values()].flatMap((group) => {
      const findings = group.flatMap((entry) => entry.findings);
      // What only mends identities that another correction broke explains nothing that is printed.
      return findings.length === 0 ? [] : [{ suspects: group.map(({ suspect }) => suspect), findings }];
    }),
    rest,
  };
}

/** Whether a finding is one of the identities or other checks that a correction mends. */
function tells({ check }: Finding, mended: readonly Equation[], agreeing: readonly Trouble[]): boolean {
  return agreeing.includes(check) || (check.equation !== undefined && mended.includes(check.equation));
}

/** What a retrial said of a check under the values that its own figures take; one is costly and asked for often. */
function remembering(other: readonly Finding[], retrial: Retrial): Identities["healed"] {
  const findingsOf = new Map(other.map((finding) => [finding.check, finding]));
  const known = new Map<Trouble, Map<string, boolean>>();
  return (checks, corrected) =>
    checks.filter((check) => {
      const values = check.facts.map((fact) => corrected.get(fact)?.toFixed() ?? "").join("|");
      let verdicts = known.get(check);
      if (verdicts === undefined) known.set(check, (verdicts = new Map()));
      let verdict = verdicts.get(values);
      const finding = findingsOf.get(check);
      if (verdict === undefined && finding !== undefined) {
        verdict = retrial(finding, corrected);
        verdicts.set(values, verdict);
      }
      return verdict === true;
    });
}

function findingOfCause(reportId: string, cause: Cause): FindingRow {
  const [suspect] = cause.suspects;
  if (suspect === undefined) throw new RangeError("a cause has a suspect");
  const { facts, value } = suspect;
  const [fact] = facts;
  const equations = cause.suspects.flatMap((one) => one.mended);
  const agreeing = cause.suspects.flatMap((one) => one.agreeing);
  const suspects = cause.suspects.flatMap((one) => one.facts);
  const witnesses = unique(
    [...equations.flatMap(factsOf), ...agreeing.flatMap((check) => check.facts.slice(0, 1))],
    (other) => other.fact_id,
  ).filter((other) => !suspects.includes(other));
  const check: Trouble = {
    verdict: "failed",
    facts: [...suspects, ...witnesses],
    questioned: suspects,
    stated: valueOf(fact),
    expected: value,
    unit: fact.unit,
  };
  const told = witnessesOf(equations, agreeing, suspects);
  return {
    ...findingOf(reportId, ruleOf(cause.findings), check, causeMessage(facts, value, told)),
    witnesses: told.length,
  };
}

function causeMessage([fact, ...copies]: Suspect["facts"], value: Decimal, told: readonly Bilingual[]): Bilingual {
  const name = cellNameOf(fact);
  const place = placeOf(fact);
  const corrected = figure(value, fact);
  const difference = differenceText(valueOf(fact).minus(value).abs(), fact);
  const list = listOf(told);
  const again = againAt(fact, copies);
  return {
    zh:
      `${place.zh}「${name.zh}」印为 ${printed(fact).zh}${again.zh}，应为 ${corrected.zh}：差 ${difference.zh}${fact.unit_text}，${told.length} 处旁证：` +
      `${list.zh}。`,
    en:
      `${place.en}: “${name.en}” is printed as ${printed(fact).en}${again.en} and should be ${corrected.en}, a difference of ` +
      `${difference.en} ${unitName(fact.unit_text, difference.en).en}; ${told.length} witnesses: ${list.en}.`,
  };
}

/** Where else a misprint was copied to: «（第78行同误）»; nothing where it stands once. */
function againAt(fact: FactRow, copies: readonly FactRow[]): Bilingual {
  const elsewhere = copies.filter((copy) => placeOfPrint(copy) !== placeOfPrint(fact));
  if (elsewhere.length === 0) return { zh: "", en: "" };
  const lines = elsewhere.map((copy) => copy.source_line).filter((line) => line !== fact.source_line);
  if (lines.length === 0) return { zh: "（同行另一栏同误）", en: " (the same misprint stands in another column)" };
  const { zh, en } = linesText(lines);
  return { zh: `（第${zh}行同误）`, en: ` (the same misprint stands on line ${en})` };
}
