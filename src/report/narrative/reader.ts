import type { Amount } from "../../domain/amount.ts";
import type { MeasureId } from "../../domain/measures.ts";
import { inUnitOf, signed } from "./amounts.ts";
import { attribute, bothSides, namedSubjects } from "./attribution.ts";
import type { Attribution } from "./attribution.ts";
import { clauseAt, type Clause } from "./clause.ts";
import { withComparedWholes } from "./compared-wholes.ts";
import type { Compact } from "./compact.ts";
import { unitKindOf, type NamedReading } from "./lead.ts";
import { measureOf } from "./measure.ts";
import { nameOf, type Name } from "./names.ts";
import { openingOf } from "./openings.ts";
import { piecesOf } from "./pieces.ts";
import type { Mark } from "./pieces.ts";
import { indicatorNamed, mayNameProject, projectSubject } from "./projects.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Quantity } from "./quantities.ts";
import { explanationAt, explanationsOf } from "./reasons.ts";
import type { Explanation } from "./reasons.ts";
import { beginParts, endMember, endSentence, setSubjects, setYear, startOf, stockDateOf, yearOf } from "./state.ts";
import type { State } from "./state.ts";
import { unnamedSubject } from "./subject.ts";
import type { Remark } from "./remark.ts";
import { alike, respectively, sharesInTurn } from "./respective.ts";
import type { Subject } from "./subject.ts";
import type { ParagraphReading, Setting, Told, ToldReason } from "./told.ts";
import { withUnspokenUnit } from "./unspoken-units.ts";
import type { Comparison } from "./words.ts";

/** Reads the sentences of one paragraph from left to right. */
export function readParagraph(compact: Compact, setting: Setting): ParagraphReading {
  return new SentenceReader(compact, setting).read();
}

/** «收、支总计各增加3.6、2.6万元»: a figure for each side. */
const EACH = /各[^各]{0,6}$/;
const ANOTHER = /^[,，、]\d/;
const BEHIND = /^[^,，;。:、()\d]{0,24}/;
/** How far back a label is looked for in its printed form. */
const LABEL_WINDOW = 400;

const NOBODY = { subjects: [], words: "" } as const;
const NO_WORDS = clauseAt("", 0, 0, []);

class SentenceReader {
  readonly #compact: Compact;
  readonly #setting: Setting;
  /** Names of the agency that the paragraph prints: few paragraphs print any. */
  readonly #agencyNames: readonly string[];
  readonly #explanations: readonly Explanation[];
  readonly #told: Told[] = [];
  /** Where each figure told ends. */
  readonly #ends: number[] = [];
  /** The explanations, each with the number of figures told before it. */
  readonly #reasons: (ToldReason & { readonly after: number })[] = [];
  #state: State;
  /** The words since the last separator or figure. */
  #words: { from: number; to: number } | null = null;
  /** The last amount: where its unit ends, and the words before it. */
  #amount: { end: number; words: string } | null = null;
  /** Of «甲和乙分别为1辆和2辆» what the next figures are about. */
  #inTurn: { readonly subjects: readonly Subject[]; readonly words: string } = NOBODY;
  /** Of «收、支总计各增加3.6、2.6万元» what the second figure says. */
  #second: {
    readonly subject: Subject;
    readonly measure: MeasureId;
    readonly words: string;
    readonly sign: number;
  } | null = null;
  #explained = 0;

  constructor(compact: Compact, setting: Setting) {
    this.#compact = compact;
    this.#setting = setting;
    this.#agencyNames = setting.agencyNames.filter((name) => name !== "" && compact.text.includes(name));
    this.#explanations = explanationsOf(compact.text);
    this.#state = startOf(
      setting.main.length > 0 ? setting.main : setting.section.subjects,
      setting.project,
      setting.record,
      setting.counted,
    );
  }

  read(): ParagraphReading {
    const text = this.#compact.text;
    const outer: State[] = [];
    this.#nameAt(0);
    for (const piece of piecesOf(text, quantitiesOf(this.#compact))) {
      if (piece.kind === "text") {
        this.#words = { from: piece.from, to: piece.to };
      } else if (piece.kind === "quantity") {
        this.#explainUpTo(piece.quantity.from);
        this.#quantity(piece.quantity);
        this.#words = null;
      } else {
        this.#endClause(piece.mark, piece.at);
        if (piece.mark === "(") {
          outer.push({ ...this.#state });
          beginParts(this.#state, true);
        } else if (piece.mark === ")") {
          this.#state = outer.pop() ?? this.#state;
        } else if (piece.mark === "。") {
          endSentence(this.#state);
          this.#nameAt(piece.at + 1);
        } else if (piece.mark === ";") {
          endMember(this.#state);
        }
      }
    }
    this.#endClause("。", text.length);
    this.#explainUpTo(text.length + 1);
    const last = outer[0] ?? this.#state;
    const { main, project, record } = last;
    const told = withComparedWholes(this.#told, this.#ends, text);
    return { told, reasons: this.#reasonsOf(told), main, project, record, counted: stockDateOf(last) };
  }

  /** The explanations; one behind a change explains what the change turned out to be of. */
  #reasonsOf(told: readonly Told[]): readonly ToldReason[] {
    return this.#reasons.map(({ after, ...reason }) => {
      const [was, now] = [this.#told[after - 1]?.subject, told[after - 1]?.subject];
      const isMoved = was !== now && was?.item === reason.subject.item;
      return now !== undefined && isMoved ? { ...reason, subject: now } : reason;
    });
  }

  /** A sentence on a project or an indicator says so at its beginning. */
  #nameAt(start: number): void {
    const text = this.#compact.text;
    const indicator = indicatorNamed(text, start);
    if (indicator !== null) {
      const parentLabel = this.#state.project?.label ?? null;
      this.#state.subjects = [{ item: "project.indicator", code: null, label: indicator, parentLabel }];
      return;
    }
    const stop = text.indexOf("。", start);
    const sentence = text.slice(start, stop === -1 ? start + 120 : Math.min(stop, start + 120));
    if (!mayNameProject(sentence)) return;
    const opened = openingOf(sentence, this.#agencyNames).rest;
    const project = projectSubject(opened) ?? projectSubject(sentence);
    if (project === null) return;
    this.#state.project = project;
    this.#state.subjects = [project];
  }

  /** Explanations that begin before `at` explain the subject so far. */
  #explainUpTo(at: number): void {
    for (; this.#explained < this.#explanations.length; this.#explained += 1) {
      const explanation = this.#explanations[this.#explained];
      if (explanation === undefined || explanation.at >= at) return;
      for (const subject of this.#explainedBy(explanation)) {
        this.#reasons.push({
          subject: { ...subject, label: this.#printed(subject.label, explanation.at) },
          text: this.#compact.printed(explanation.from, explanation.to),
          line: this.#compact.lineAt(explanation.from),
          after: this.#told.length,
        });
      }
      this.#state.comparison = null;
    }
  }

  /** «。主要是…» explains the sentence before, «，主要是…» its own; a mere description explains nothing. */
  #explainedBy({ at, from }: Explanation): readonly Subject[] {
    const { subjects, spokenOf, lastSpokenOf } = this.#state;
    const explained = spokenOf.length === 0 && lastSpokenOf !== null ? lastSpokenOf : subjects;
    if (explained.length > 0) return explained;
    const opening = this.#compact.text.slice(at, from);
    return opening.includes("原因") ? [unnamedSubject(this.#setting.section.heading)] : [];
  }

  #explains(at: number): boolean {
    return explanationAt(this.#explanations, at) !== null;
  }

  /** A clause that ended without a figure may name a subject, a comparison, a year or a breakdown. */
  #endClause(mark: Mark, at: number): void {
    const words = this.#words;
    this.#words = null;
    if (words !== null) this.#remark(this.#clauseAt(words.from, words.to), mark, words.from);
    this.#explainUpTo(at);
  }

  #clauseAt(from: number, to: number): Clause {
    return clauseAt(this.#compact.text, from, to, this.#agencyNames);
  }

  #remark(clause: Clause, mark: Mark, from: number): void {
    const state = this.#state;
    const remark = clause.remark(this.#setting.fiscalYear);
    const { opening } = remark;
    setYear(state, opening, this.#setting.fiscalYear);
    // «截至2020年12月31日，基本情况如下：» dates every sentence of its list.
    if (mark === ":" && state.asOf && remark.opensList) state.record = state.year;
    if (remark.compared !== null) {
      state.comparison = remark.compared;
      return;
    }
    if (this.#explains(from)) return;
    const { about } = remark;
    const named = about === null ? undefined : this.#firstNamed(about.names);
    if (about !== null && named !== undefined) {
      if (opening.breakdown) beginParts(state, false);
      setSubjects(state, named);
      state.comparison = about.comparison;
      return;
    }
    // «在职14人，离休0人，退休0人。具体情况如下：» details all of them and breaks down none.
    if (remark.opensDetails && state.spokenOf.length === 0 && state.lastSpokenOf === null && isStaff(state)) {
      state.subjects = [];
      return;
    }
    if (remark.parts !== null) {
      const whole = this.#named(remark.parts);
      if (whole !== undefined) setSubjects(state, whole);
      beginParts(state, mark === ":");
      return;
    }
    const headed = this.#headed(remark, mark);
    if (headed !== undefined) setSubjects(state, headed);
    state.remark = opening.rest;
  }

  /** A name alone before «:» or «。», or a path of classes before «，», is what the next figures are about. */
  #headed(remark: Remark, mark: Mark): readonly Subject[] | undefined {
    if (remark.path !== null) return this.#named(remark.path);
    return mark === ":" || mark === "。" ? this.#named(remark.name) : undefined;
  }

  #named(name: Name): readonly Subject[] | undefined {
    return name.text === "" ? undefined : namedSubjects(name, "万元", this.#state, this.#setting);
  }

  #firstNamed(names: readonly Name[]): readonly Subject[] | undefined {
    for (const name of names) {
      const named = bothSides(name.text, this.#state.subjects) ?? this.#named(name);
      if (named !== undefined) return named;
    }
    return undefined;
  }

  #quantity(printed: Quantity): void {
    const state = this.#state;
    const clause = this.#wordsBefore(printed);
    const words = clause?.text ?? "";
    const second = clause === null ? this.#second : null;
    this.#second = null;
    if (second !== null) {
      this.#tell(second.subject, second.measure, second.words, signed(printed.amount, second.sign), printed);
      return;
    }
    const { opening } = clause ?? NO_WORDS;
    const quantity = withUnspokenUnit(printed, opening.rest);
    if (opening.breakdown) beginParts(state, false);
    setYear(state, opening, this.#setting.fiscalYear);
    const { unit } = quantity.amount;
    const kind = unitKindOf(unit);
    const ofIndicator = state.subjects[0]?.item === "project.indicator";
    const compared = this.#comparedWith(opening.rest);
    const lead = (clause ?? NO_WORDS).lead(kind, compared, ofIndicator, this.#setting.fiscalYear);
    if (lead.comparison !== null) state.comparison = lead.comparison;
    const following = this.#compact.text.slice(quantity.end, quantity.end + 60);
    const behind = (): string => BEHIND.exec(following)?.[0] ?? "";
    const explanation = explanationAt(this.#explanations, quantity.from);
    const inExplanation = explanation !== null;
    const found =
      this.#listed(opening.rest, quantity, lead.readings.find((reading) => reading.words !== "") ?? lead.readings[0]) ??
      attribute({ readings: lead.readings, words, behind, unit, kind, inExplanation }, state, this.#setting);
    if (found === null) return;
    const { reading, subjects } = found;
    if (!inExplanation && found.isNamed) setSubjects(state, subjects);
    state.remark = "";
    const { fiscalYear, kind: reportKind } = this.#setting;
    const { heading } = this.#setting.section;
    const ofAmount = kind === "percent" ? this.#rateOfAmount(quantity) : null;
    const measure =
      ofAmount ?? measureOf(reading, state, { kind, reportKind, fiscalYear, subject: subjects[0], following, heading });
    this.#amount = kind === "money" ? { end: quantity.end, words } : null;
    if (kind === "money" && lead.sign === 0) {
      state.measure = measure;
      state.isBase = /^(?:较|比|与|同)/.test(reading.words);
    }
    const bracketed = kind === "percent" && clause === null ? this.#rateOfChange(quantity) : null;
    if (bracketed !== null) {
      for (const subject of subjects) this.#tell(subject, bracketed.measure, "", bracketed.rate, quantity);
      return;
    }
    const amount = signed(quantity.amount, lead.sign);
    const about = this.#isOfAnotherFund(subjects[0], measure)
      ? subjects.map(({ label }) => unnamedSubject(label))
      : subjects;
    // What a line break cuts in two has no span that holds it, but the sentence goes on from it.
    if (quantity.isBroken) return;
    const [first, other, third] = about;
    if (
      first !== undefined &&
      other !== undefined &&
      third === undefined &&
      EACH.test(words) &&
      ANOTHER.test(following)
    ) {
      this.#second = { subject: other, measure, words: reading.words, sign: lead.sign };
      this.#tell(first, measure, reading.words, amount, quantity);
      return;
    }
    // What makes up a difference is neither an amount of its own nor a change that a year before could be found by.
    const isCause = kind === "money" && explanation?.isCause === true;
    for (const subject of about) {
      const own = isCause && subject.item === null ? "explained" : measure;
      this.#tell(subject, own, reading.words, amount, quantity);
    }
  }

  /** «公务用车购置数及保有量分别为1辆和130辆»: one figure after the other; «甲和乙均为0元»: one of all of them. */
  #listed(words: string, { amount: { unit }, from }: Quantity, reading: NamedReading | undefined): Attribution | null {
    const named = (name: string) => namedSubjects(nameOf(name), unit, this.#state, this.#setting);
    const all = alike(words, named);
    if (all !== null && reading !== undefined) return { reading, subjects: all, isNamed: true };
    const shares = unit === "%" ? sharesInTurn(words, this.#told, this.#compact.text.slice(from, from + 60)) : null;
    const listed = shares ?? respectively(words, named);
    if (listed !== null) this.#inTurn = { subjects: listed, words: shares === null ? "" : words };
    else if (!/^(?:和|及|与)?$/.test(words)) this.#inTurn = NOBODY;
    const [subject, ...subjects] = this.#inTurn.subjects;
    this.#inTurn = { ...this.#inTurn, subjects };
    if (subject === undefined) return null;
    const name = nameOf(subject.label);
    const measure = this.#inTurn.words === "" ? "final" : "share";
    const inTurn = { measure, words: this.#inTurn.words, rest: name.text, name } as const;
    return { reading: inTurn, subjects: [subject], isNamed: true };
  }

  /** «完成全年预算84万元的73%», «占支出84万元的73%»: the base stands as an amount before the rate. */
  #rateOfAmount({ from }: Quantity): MeasureId | null {
    if (this.#amount === null || this.#compact.text.slice(this.#amount.end, from) !== "的") return null;
    if (/完成/.test(this.#amount.words)) return "completion_rate";
    return this.#amount.words.startsWith("占") ? "share" : null;
  }

  /** «较上年减少2.00万元（5.00%）»: the rate of the change before the bracket. */
  #rateOfChange({ from, amount }: Quantity): { readonly measure: MeasureId; readonly rate: Amount } | null {
    const change = this.#told.at(-1);
    if (change === undefined || this.#ends.at(-1) !== from - 1 || this.#compact.text.charAt(from - 1) !== "(")
      return null;
    if (change.measure === "explained")
      return { measure: "change_rate", rate: signed(amount, change.amount.value.sign) };
    if (change.measure !== "change" && change.measure !== "budget_change" && change.measure !== "earlier_change")
      return null;
    return { measure: `${change.measure}_rate`, rate: signed(amount, change.amount.value.sign) };
  }

  /** «一般公共预算拨款8450万元，上年结转380万元；政府性基金56万元，上年结转0万元»: the second is of the fund alone. */
  #isOfAnotherFund(subject: Subject | undefined, measure: MeasureId): boolean {
    if (subject?.item !== "balance.carried_in" && subject?.item !== "balance.carried_out") return false;
    const before = this.#told.at(-1)?.subject.item;
    if (before !== "income.government_fund" && before !== "income.state_capital") return false;
    return this.#told.some((told) => told.subject.item === subject.item && told.measure === measure);
  }

  /** «与年初预算1200万元相比减少»: the figure before is what the next one compares with. */
  #comparedWith(words: string): Comparison | null {
    const { comparison, measure } = this.#state;
    if (!/^(?:相比|比较)/.test(words)) return comparison;
    return { words: "相比", base: measure !== null && /budget$/.test(measure) ? "budget" : "prior", year: null };
  }

  /** The words since the last separator, or since «主要原因是»; null for none. */
  #wordsBefore(quantity: Quantity): Clause | null {
    if (this.#words === null) return null;
    const { from, to } = this.#words;
    const explanation = explanationAt(this.#explanations, quantity.from);
    const begin = Math.max(from, Math.min(explanation?.from ?? 0, to));
    return begin === to ? null : this.#clauseAt(begin, to);
  }

  /** The label in the printed forms of its characters: （境） and not (境). */
  #printed(label: string, before: number): string {
    if (!this.#compact.changes(label)) return label;
    const window = Math.max(0, before - LABEL_WINDOW);
    const at = this.#compact.text.slice(window, before + 40).lastIndexOf(label);
    return at < 0 || label === "" ? label : this.#compact.printed(window + at, window + at + label.length);
  }

  #tell(subject: Subject, measure: MeasureId, columnLabel: string, amount: Amount, quantity: Quantity): void {
    this.#ends.push(quantity.end);
    this.#told.push({
      subject: { ...subject, label: this.#printed(subject.label, quantity.from) },
      measure,
      columnLabel,
      fiscalYear: yearOf(measure, subject.item, this.#state, this.#setting),
      amount: inUnitOf(amount, subject.item),
      span: this.#compact.span(quantity.from, quantity.to),
    });
  }
}

function isStaff({ subjects: [first] }: State): boolean {
  return first?.item?.startsWith("headcount.") === true;
}
