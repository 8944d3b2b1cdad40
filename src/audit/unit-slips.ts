import { Decimal } from "../domain/decimal.ts";
import type { FactRow } from "../domain/records.ts";
import { groupBy } from "./group-by.ts";
import type { Ledger } from "./ledger.ts";
import { tableTwins } from "./families/twins.ts";
import { millionths, precisionOf, valueOf } from "./tolerance.ts";

/** Figures printed under a unit that is not theirs: 元 headed 万元, or the reverse. */
export interface UnitSlip {
  /** The figures that are 10,000 times too large or too small, the best witness first. */
  readonly facts: readonly FactRow[];
  /** The same quantity as `facts[0]`, printed elsewhere. */
  readonly witness: FactRow;
  /** What the figures must be multiplied with. */
  readonly exponent: 4 | -4;
  /** How many quantities say so. */
  readonly count: number;
}

export interface UnitSlips {
  /** Whole tables, one slip each. */
  readonly tables: readonly UnitSlip[];
  /** Sentences, one slip for each line. */
  readonly told: readonly UnitSlip[];
}

/** Fewer digits than these may differ by 10,000 by chance. */
const LEAST_DIGITS = 3;

function digitsOf(fact: FactRow): number {
  return fact.value_text.replace(/\D/g, "").replace(/^0+|0+$/g, "").length;
}

/** 4 or −4 where one figure is 10,000 times the other, 0 where they are equal, null else. */
function scaleBetween(fact: FactRow, other: FactRow): 4 | -4 | 0 | null {
  // Nearly all twins are printed alike, and a decimal has one text only.
  if (fact.value === other.value) return valueOf(fact).isZero() ? null : 0;
  const [one, two] = [valueOf(fact), valueOf(other)];
  if (one.isZero() || two.isZero()) return null;
  const agrees = (exponent: number): boolean => {
    const factor = Decimal.power(exponent);
    const precision = precisionOf(fact).times(factor);
    const coarser = precision.gt(precisionOf(other)) ? precision : precisionOf(other);
    return one.times(factor).minus(two).abs().lte(coarser);
  };
  if (agrees(0)) return 0;
  if (Math.min(digitsOf(fact), digitsOf(other)) < LEAST_DIGITS) return null;
  if (agrees(-4)) return 4;
  return agrees(4) ? -4 : null;
}

type Pair = readonly [FactRow, FactRow];

/** What two places say of each other: pairs that agree, pairs that are 10,000 apart. */
interface Relation {
  readonly equal: Pair[];
  readonly apart: Map<4 | -4, Pair[]>;
}

const keyOf = (fact: FactRow): string => `${fact.item}|${fact.code ?? ""}|${fact.measure}|${fact.fiscal_year}`;

/** The figures of one place: in printed order, each with the number of its quantity, and by that number. */
interface Place {
  readonly facts: readonly (readonly [FactRow, number])[];
  readonly byQuantity: ReadonlyMap<number, readonly FactRow[]>;
}

const placeOf = (fact: FactRow): string => (fact.origin === "table" ? fact.statement : "narrative");

/** The places of a report by name. Every place is held against every other, so that quantities get numbers first. */
function placesOf(facts: readonly FactRow[]): Map<string, Place> {
  const numbers = new Map<string, number>();
  const places = new Map<string, { facts: [FactRow, number][]; byQuantity: Map<number, FactRow[]> }>();
  for (const fact of facts) {
    const name = placeOf(fact);
    let place = places.get(name);
    if (place === undefined) places.set(name, (place = { facts: [], byQuantity: new Map() }));
    const key = keyOf(fact);
    let quantity = numbers.get(key);
    if (quantity === undefined) numbers.set(key, (quantity = numbers.size));
    place.facts.push([fact, quantity]);
    const same = place.byQuantity.get(quantity);
    if (same === undefined) place.byQuantity.set(quantity, [fact]);
    else same.push(fact);
  }
  return places;
}

function relationOf({ facts }: Place, { byQuantity }: Place): Relation {
  const relation: Relation = { equal: [], apart: new Map() };
  for (const [fact, quantity] of facts) {
    const twin = byQuantity.get(quantity)?.find((other) => scaleBetween(fact, other) !== null);
    const scale = twin === undefined ? null : scaleBetween(fact, twin);
    if (twin === undefined || scale === null) continue;
    if (scale === 0) relation.equal.push([fact, twin]);
    else relation.apart.set(scale, [...(relation.apart.get(scale) ?? []), [fact, twin]]);
  }
  return relation;
}

/** Money under an item; the parts of a balance and what has no item say too little. */
function comparable(facts: readonly FactRow[]): FactRow[] {
  return facts.filter(
    (fact) => fact.item !== null && fact.unit === "万元" && (fact.origin === "table" || fact.origin === "narrative"),
  );
}

/** More printings of one quantity than these are held against each other place by place only. */
const MOST_PRINTINGS = 50;

/**
 * Whether two printings of one quantity in different places may be 10,000 apart: a quick look at
 * every report that may say yes too often and never no too often.
 */
function mayBeApart(ledger: Ledger): boolean {
  for (const ofItem of ledger.byItem.values()) {
    if (!isWide(ofItem)) continue;
    for (const printings of groupBy(ofItem, ({ code }) => code).values()) if (holdsApart(printings)) return true;
  }
  return false;
}

function holdsApart(printings: readonly FactRow[]): boolean {
  if (printings.every(({ value }) => value === printings[0]?.value)) return false;
  const amounts = comparable(printings);
  if (amounts.length > MOST_PRINTINGS) return true;
  for (const [index, one] of amounts.entries()) {
    for (let next = index + 1; next < amounts.length; next += 1) {
      const other = amounts[next];
      if (other === undefined || one.value === other.value || placeOf(one) === placeOf(other)) continue;
      if (one.measure !== other.measure || one.fiscal_year !== other.fiscal_year) continue;
      // Three digits that agree make the ratio exact to a hundredth.
      const ratio = Math.abs(Number(one.value) / Number(other.value));
      if ((ratio > LEAST_RATIO && ratio < 11_000) || (ratio > 0.000_09 && ratio < 0.000_11)) return true;
    }
  }
  return false;
}

const LEAST_RATIO = 9000;

/** Whether the largest amount is so many times the smallest that any two can be 10,000 apart; of most items none are. */
function isWide(facts: readonly FactRow[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { unit, value } of facts) {
    if (unit !== "万元" || value === null) continue;
    const size = Math.abs(millionths(value));
    if (Number.isNaN(size)) return true;
    if (size > most) most = size;
    if (size < least && size > 0) least = size;
  }
  return most > least * (LEAST_RATIO - 1);
}

/**
 * Where a report prints the same quantities 10,000 times apart. The scale that most tables and the
 * text keep is right; the others slipped.
 */
export function unitSlipsOf(ledger: Ledger): UnitSlips {
  if (!mayBeApart(ledger)) return { tables: [], told: toldSlips(ledger, new Map()) };
  const places = placesOf(comparable(ledger.facts));
  const names: readonly string[] = [...places.keys()];
  const scales = new Map<string, number>();
  const found: { from: string; to: string; scale: number; pairs: readonly Pair[] }[] = [];
  const pairsOfPlaces = [...places].flatMap(([from, place], index) =>
    [...places].slice(index + 1).map(([to, other]) => ({ from, place, to, other })),
  );
  for (const { from, place, to, other } of pairsOfPlaces) {
    const { equal, apart } = relationOf(place, other);
    const [scale, pairs] = [...apart].sort((a, b) => b[1].length - a[1].length)[0] ?? [null, []];
    if (scale !== null && pairs.length > equal.length * 4) found.push({ from, to, scale, pairs });
    else if (equal.length > 0) found.push({ from, to, scale: 0, pairs: equal });
  }
  // The text is no one place: where a part of it agrees, the rest slipped sentence by sentence.
  const ofText = found.filter(({ from, to }) => from === "narrative" || to === "narrative");
  const isTextRight = ofText.some(({ scale }) => scale === 0);
  const links = found.filter((link) => !isTextRight || link.scale === 0 || !ofText.includes(link));
  if (links.every((link) => link.scale === 0)) return { tables: [], told: toldSlips(ledger, new Map()) };
  for (const name of names) spread(name, 0, links, scales);
  const right = rightScale(names, scales, places);
  const wrong = new Map(
    names.filter((name) => scales.get(name) !== right).map((name) => [name, (scales.get(name) ?? right) - right]),
  );
  const tables = [...wrong].flatMap(([name, off]): UnitSlip[] => {
    if (name === "narrative" || (off !== 4 && off !== -4)) return [];
    const link = links.find(
      (one) =>
        one.scale !== 0 && ((one.from === name && !wrong.has(one.to)) || (one.to === name && !wrong.has(one.from))),
    );
    const pair = link?.pairs[0];
    if (link === undefined || pair === undefined) return [];
    const [own, other] = link.from === name ? pair : [pair[1], pair[0]];
    const all = ledger.find({ origin: "table" }).filter((fact) => fact.statement === name && fact.unit === "万元");
    return [
      {
        facts: [own, ...all.filter((fact) => fact !== own)],
        witness: other,
        exponent: off === 4 ? -4 : 4,
        count: link.pairs.length,
      },
    ];
  });
  return {
    tables,
    told: toldSlips(ledger, new Map(tables.flatMap((slip) => slip.facts.map((fact) => [fact, slip.exponent])))),
  };
}

/** Scales along the links, relative to the first place of each connected part. */
function spread(
  name: string,
  scale: number,
  links: readonly { from: string; to: string; scale: number }[],
  scales: Map<string, number>,
): void {
  if (scales.has(name)) return;
  scales.set(name, scale);
  for (const link of links) {
    if (link.from === name) spread(link.to, scale - link.scale, links, scales);
    else if (link.to === name) spread(link.from, scale + link.scale, links, scales);
  }
}

/** The scale of most places; of two that are as frequent the one with the smaller figures. */
function rightScale(
  names: readonly string[],
  scales: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, Place>,
): number {
  const votes = new Map<number, number>();
  for (const name of names) {
    const scale = scales.get(name) ?? 0;
    // A place of a few figures says little.
    votes.set(scale, (votes.get(scale) ?? 0) + Math.min(places.get(name)?.facts.length ?? 0, 12));
  }
  const most = Math.max(...votes.values());
  const best = [...votes].filter(([, count]) => count * 10 >= most * 8).map(([scale]) => scale);
  return Math.min(...best);
}

/** Told figures that the tables print 10,000 times larger or smaller, line by line. */
function toldSlips(ledger: Ledger, tables: ReadonlyMap<FactRow, number>): UnitSlip[] {
  const wrong: { fact: FactRow; witness: FactRow; exponent: 4 | -4 }[] = [];
  for (const fact of ledger.told) {
    if (fact.unit !== "万元") continue;
    const twins = tableTwins(ledger, fact);
    // Nearly every told figure is printed so in a table too.
    if (twins.length === 0 || twins.some((twin) => twin.value === fact.value && !tables.has(twin))) continue;
    if (valueOf(fact).isZero()) continue;
    const found = twins.map((twin) => ({ twin, scale: scaleBetween(fact, twin) }));
    if (found.some(({ twin, scale }) => scale === 0 && !tables.has(twin))) continue;
    const apart = found.find(({ twin, scale }) => (scale === 4 || scale === -4) && !tables.has(twin));
    if (apart !== undefined && apart.scale !== 0 && apart.scale !== null) {
      wrong.push({ fact, witness: apart.twin, exponent: apart.scale === 4 ? -4 : 4 });
    }
  }
  const lines = groupBy(wrong, ({ fact, exponent }) => `${fact.source_line}|${exponent}`);
  return [...lines.values()].flatMap((group): UnitSlip[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      { facts: group.map(({ fact }) => fact), witness: first.witness, exponent: first.exponent, count: group.length },
    ];
  });
}

/** The report as it would read under the right units: one slip is told once and not by every sum that it breaks. */
export function withRightUnits(ledger: Ledger, { tables, told }: UnitSlips): readonly FactRow[] {
  const factors = new Map<string, Decimal>();
  for (const { facts, exponent } of [...tables, ...told]) {
    for (const fact of facts) factors.set(fact.fact_id, Decimal.power(exponent));
  }
  return ledger.source.facts.map((fact) => {
    const factor = factors.get(fact.fact_id);
    if (factor === undefined || fact.value === null || fact.precision === null) return fact;
    return {
      ...fact,
      value: Decimal.of(fact.value).times(factor).toFixed(),
      precision: Decimal.of(fact.precision).times(factor).toFixed(),
    };
  });
}
