import type { Amount } from "../../domain/amount.ts";
import { negated } from "../../domain/amount.ts";
import type { ItemId } from "../../domain/items.ts";
import { itemOf } from "../../domain/items.ts";
import type { MeasureId } from "../../domain/measures.ts";
import type { ReportKind } from "../../domain/statements.ts";
import type { Paragraph } from "../paragraphs.ts";
import type { Span } from "../types.ts";
import { isClassPath } from "./classes.ts";
import { Compact } from "./compact.ts";
import { leadOf, unitKindOf, withoutJoining } from "./lead.ts";
import type { NameSurroundings } from "./names.ts";
import { subjectsNamed } from "./names.ts";
import { openingOf, withoutVerb } from "./openings.ts";
import { piecesOf } from "./pieces.ts";
import type { Mark } from "./pieces.ts";
import { indicatorNamed, projectNamed } from "./projects.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Quantity } from "./quantities.ts";
import { explanationsOf } from "./reasons.ts";
import type { Explanation } from "./reasons.ts";
import type { Section } from "./section.ts";
import { beginParts, endSentence, startOf } from "./state.ts";
import type { State } from "./state.ts";
import { unnamedSubject } from "./subject.ts";
import type { Subject } from "./subject.ts";
import type { Measured } from "./words.ts";
import { comparisonOf } from "./words.ts";

/** A figure of a sentence with everything that the sentence says about it. */
export interface Told {
  readonly subject: Subject;
  readonly measure: MeasureId;
  readonly columnLabel: string;
  readonly fiscalYear: number;
  readonly amount: Amount;
  readonly span: Span;
}

/** An explanation with what it explains. */
export interface ToldReason {
  readonly subject: Subject;
  readonly text: string;
  readonly line: number;
}

/** What a paragraph's sentences are read against. */
export interface Setting {
  readonly fiscalYear: number;
  readonly kind: ReportKind;
  readonly agencyNames: readonly string[];
  readonly section: Section;
  /** Subject of the section's last sentence, for a paragraph that goes on with «比2020年增加». */
  readonly main: readonly Subject[];
  readonly project: Subject | null;
}

export interface ParagraphReading {
  readonly told: readonly Told[];
  readonly reasons: readonly ToldReason[];
  /** For the next paragraph of the section. */
  readonly main: readonly Subject[];
  readonly project: Subject | null;
}

/** Reads the sentences of one paragraph from left to right. */
export function readParagraph(paragraph: Paragraph, setting: Setting): ParagraphReading {
  return new SentenceReader(new Compact(paragraph), setting).read();
}

class SentenceReader {
  readonly #compact: Compact;
  readonly #setting: Setting;
  readonly #explanations: readonly Explanation[];
  readonly #told: Told[] = [];
  readonly #reasons: ToldReason[] = [];
  #state: State;
  /** Begin of the words before the next figure, or -1 behind a separator. */
  #lead: { from: number; to: number } | null = null;
  #explained = 0;

  constructor(compact: Compact, setting: Setting) {
    this.#compact = compact;
    this.#setting = setting;
    this.#explanations = explanationsOf(compact.text);
    this.#state = startOf(setting.main.length > 0 ? setting.main : setting.section.subjects, setting.project);
  }

  read(): ParagraphReading {
    const text = this.#compact.text;
    const outer: State[] = [];
    this.#nameAt(0);
    for (const piece of piecesOf(text, quantitiesOf(this.#compact))) {
      if (piece.kind === "text") {
        this.#lead = { from: piece.from, to: piece.to };
      } else if (piece.kind === "quantity") {
        this.#explainUpTo(piece.quantity.from);
        this.#quantity(piece.quantity);
        this.#lead = null;
      } else {
        this.#endClause(piece.mark, piece.at);
        if (piece.mark === "(") {
          outer.push({ ...this.#state });
          beginParts(this.#state);
        } else if (piece.mark === ")") this.#state = outer.pop() ?? this.#state;
        else if (piece.mark === "。") {
          endSentence(this.#state);
          this.#nameAt(piece.at);
        } else if (piece.mark === ";") this.#endMember();
      }
    }
    this.#endClause("。", text.length);
    this.#explainUpTo(text.length + 1);
    return { told: this.#told, reasons: this.#reasons, main: this.#state.main, project: this.#state.project };
  }

  /** A semicolon ends comparison and year; a breakdown goes on. */
  #endMember(): void {
    this.#state.comparison = null;
    this.#state.remark = "";
  }

  /** A sentence on a project or an indicator says so at its beginning. */
  #nameAt(at: number): void {
    const text = this.#compact.text;
    const start = text.charAt(at) === "。" ? at + 1 : at;
    const indicator = indicatorNamed(text, at);
    if (indicator !== null) {
      const parentLabel = this.#state.project?.label ?? null;
      this.#state.subjects = [{ item: "project.indicator", code: null, label: indicator, parentLabel }];
      return;
    }
    const end = text.indexOf("。", start);
    const sentence = text.slice(start, end < 0 ? start + 120 : Math.min(end, start + 120));
    const opened = openingOf(sentence, this.#setting.agencyNames).rest;
    const name = projectNamed(opened) ?? projectNamed(sentence);
    if (name === null) return;
    this.#state.project = { item: "project", code: null, label: name, parentLabel: null };
    this.#state.subjects = [this.#state.project];
  }

  #explainUpTo(at: number): void {
    for (; this.#explained < this.#explanations.length; this.#explained += 1) {
      const explanation = this.#explanations[this.#explained];
      if (explanation === undefined || explanation.at >= at) return;
      const subjects =
        this.#state.subjects.length > 0 ? this.#state.subjects : [unnamedSubject(this.#setting.section.heading)];
      for (const subject of subjects) {
        this.#reasons.push({
          subject,
          text: this.#compact.printed(explanation.from, explanation.to),
          line: this.#compact.lineAt(explanation.from),
        });
      }
    }
  }

  /** A clause that ended without a figure may name a subject, a comparison, a year or a breakdown. */
  #endClause(mark: Mark, at: number): void {
    const lead = this.#lead;
    this.#lead = null;
    if (lead !== null) this.#remark(this.#compact.text.slice(lead.from, lead.to), mark, lead.from);
    this.#explainUpTo(at);
  }

  #remark(clause: string, mark: Mark, from: number): void {
    const state = this.#state;
    const opening = openingOf(clause, this.#setting.agencyNames);
    if (opening.year !== null) this.#setYear(opening.year, opening.asOf);
    const compared = comparisonOf(withoutJoining(clause)) ?? comparisonOf(withoutJoining(opening.rest));
    if (compared !== null) {
      state.comparison = compared;
      return;
    }
    if (this.#explains(from)) return;
    const project = mark === ":" || mark === "。" ? projectNamed(opening.rest) : null;
    if (project !== null) return;
    if (
      opening.breakdown ||
      /(?:其中|主要包括|主要包含|包含|包括|分别(?:是|为)|主要用于以下方面|具体(?:是|为|情况如下))$/.test(clause)
    ) {
      const named = this.#named(opening.rest.replace(/(?:主要)?(?:包括|包含)$/, ""), "万元");
      if (named !== undefined) this.#setSubjects(named);
      beginParts(state);
      return;
    }
    const named = this.#headed(opening.rest, mark);
    if (named !== undefined) this.#setSubjects(named);
    state.remark = opening.rest;
  }

  /** A name alone before «:» or «。», or a path of classes before «，», is what the next figures are about. */
  #headed(name: string, mark: Mark): readonly Subject[] | undefined {
    if (isClassPath(name)) return this.#named(name, "万元");
    if (mark !== ":" && mark !== "。") return undefined;
    return this.#named(withoutJoining(name), "万元");
  }

  #setYear(year: number, asOf: boolean): void {
    this.#state.year = year;
    this.#state.asOf = asOf;
  }

  #setSubjects(subjects: readonly Subject[]): void {
    this.#state.subjects = subjects;
    if (this.#state.wholes.length === 0) this.#state.main = subjects;
  }

  #explains(at: number): boolean {
    return this.#explanations.some((explanation) => at >= explanation.at && at < explanation.to);
  }

  #surroundings(unit: string): NameSurroundings {
    const whole = this.#state.wholes.at(-1)?.subjects[0];
    const before = this.#state.subjects[0]?.label ?? "";
    const scope = `${before}${whole?.label ?? ""}`;
    return {
      unit,
      within: whole?.item ?? null,
      withinLabel: whole?.label ?? null,
      section: this.#setting.section.subjects[0]?.item ?? null,
      fiscalOnly: this.#setting.section.fiscalOnly || /^财政拨款收/.test(scope),
      before,
    };
  }

  #named(name: string, unit: string): readonly Subject[] | undefined {
    return subjectsNamed(withoutVerb(name), this.#surroundings(unit)) ?? subjectsNamed(name, this.#surroundings(unit));
  }

  #quantity(quantity: Quantity): void {
    const state = this.#state;
    const text = this.#lead === null ? "" : this.#compact.text.slice(this.#lead.from, this.#lead.to);
    const opening = openingOf(text, this.#setting.agencyNames);
    if (opening.breakdown) beginParts(state);
    if (opening.year !== null) this.#setYear(opening.year, opening.asOf);
    const { unit } = quantity.amount;
    const kind = unitKindOf(unit);
    const ofIndicator = state.subjects[0]?.item === "project.indicator" || /年度指标/.test(text);
    const lead = leadOf(opening.rest, kind, state.comparison, ofIndicator);
    if (lead.comparison !== null) state.comparison = lead.comparison;
    const chosen = this.#choose(lead.readings, quantity, kind === "bare");
    if (chosen === null) return;
    const { reading, subjects } = chosen;
    const inExplanation = this.#explains(quantity.from);
    if (!inExplanation && reading.rest !== "") this.#setSubjects(subjects);
    const measure = this.#measure(reading, kind, subjects);
    if (kind === "money" && lead.sign === 0) state.measure = measure;
    const amount = lead.sign < 0 ? negated(quantity.amount) : quantity.amount;
    for (const subject of subjects) {
      this.#tell(subject, measure, reading.words, inUnitOf(amount, subject.item), quantity);
    }
  }

  /** The reading whose name is known; else the name as printed, for a subject without item. */
  #choose(
    readings: readonly Measured[],
    quantity: Quantity,
    isBare: boolean,
  ): { reading: Measured; subjects: readonly Subject[] } | null {
    const { unit } = quantity.amount;
    const inExplanation = this.#explains(quantity.from);
    const cleaned = readings.map((reading) => ({ ...reading, rest: cleanName(reading.rest) }));
    if (isBare && cleaned.every((reading) => reading.words === "")) return null;
    for (const reading of cleaned) {
      if (reading.rest === "") {
        const carried = this.#carried(quantity, reading);
        if (carried !== null) return { reading, subjects: carried };
        continue;
      }
      const named = this.#projectSpending(reading) ?? this.#named(reading.rest, unit);
      if (named !== undefined) {
        return { reading, subjects: inExplanation ? named.map((subject) => unnamedSubject(subject.label)) : named };
      }
    }
    const last = cleaned.findLast((reading) => reading.rest !== "" && reading.words !== "") ?? cleaned[0];
    if (last === undefined) return null;
    return { reading: last, subjects: [this.#unnamed(last, quantity)] };
  }

  /** «该项目…项目支出48万元» is what that project spent. */
  #projectSpending(reading: Measured): readonly Subject[] | undefined {
    const { project } = this.#state;
    return project !== null && /^(?:该|本)?项目支出$/.test(reading.rest) ? [project] : undefined;
  }

  /** Figures without a name of their own are about the subject so far, if its unit allows. */
  #carried(quantity: Quantity, reading: Measured): readonly Subject[] | null {
    const { unit } = quantity.amount;
    const { subjects } = this.#state;
    const [first] = subjects;
    if (reading.measure === "score" && first?.item !== "project" && first?.item !== "project.indicator") {
      return [{ item: "performance.self_score", code: null, label: reading.words, parentLabel: null }];
    }
    if (first === undefined) return null;
    if (unitKindOf(unit) !== "count" || first.item === "project.indicator") return subjects;
    return this.#named("", unit) ?? null;
  }

  /** A subject that the vocabulary has no item for, or a part of a counted whole. */
  #unnamed(reading: Measured, quantity: Quantity): Subject {
    const text = this.#compact.text;
    const { unit } = quantity.amount;
    const whole = this.#state.wholes.at(-1)?.subjects[0];
    const [behind = ""] = /^[^,，;。:、()]{0,24}/.exec(text.slice(quantity.end, quantity.end + 24)) ?? [];
    const own = reading.rest !== "" ? reading.rest : this.#state.remark;
    const counted = unitKindOf(unit) === "count" && behind !== "" && !/^[为是]/.test(behind) ? `${own}${behind}` : own;
    const label = counted !== "" ? counted : (this.#state.subjects[0]?.label ?? this.#setting.section.heading);
    if (/整体支出|整体绩效/.test(reading.rest) && reading.measure === "score") {
      return { item: "performance.self_score", code: null, label, parentLabel: null };
    }
    const byRemark =
      reading.rest === "" || withoutVerb(reading.rest) === "" ? this.#named(this.#state.remark, unit)?.[0] : undefined;
    if (byRemark !== undefined && byRemark.item !== null) return byRemark;
    const isPart =
      whole?.item != null && /^(?:headcount|vehicles)\./.test(whole.item) && itemOf(whole.item).unit === unit;
    if (isPart && whole !== undefined) return { item: whole.item, code: null, label, parentLabel: whole.label };
    return unnamedSubject(label, whole?.label ?? null);
  }

  #measure(reading: Measured, kind: string, subjects: readonly Subject[]): MeasureId {
    const { year, asOf, wholes } = this.#state;
    const isPrior = year !== null && year < this.#setting.fiscalYear && !asOf;
    const own: MeasureId = this.#setting.kind === "budget" ? "budget" : "final";
    if (reading.words === "" || reading.measure === "final") {
      if (kind === "percent") return "actual";
      if (kind === "points") return "score";
      if (reading.words === "" && kind === "money") {
        const inherited = wholes.at(-1)?.measure ?? null;
        if (subjects[0]?.item === "project") return /追加|预算/.test(reading.rest) ? "budget" : "executed";
        if (inherited !== null && !isPrior) return inherited;
      }
      const measure = reading.words === "" ? own : reading.measure;
      return isPrior ? (measure === "budget" ? "prior_budget" : "prior_final") : measure;
    }
    if (reading.measure === "executed" && subjects[0]?.item !== "project") {
      return /实际/.test(reading.words) ? (isPrior ? "prior_final" : own) : reading.measure;
    }
    if (isPrior && reading.measure === "budget") return "prior_budget";
    return reading.measure;
  }

  #tell(subject: Subject, measure: MeasureId, columnLabel: string, amount: Amount, quantity: Quantity): void {
    const { year, asOf } = this.#state;
    const own = this.#setting.fiscalYear;
    const stated = /^prior_/.test(measure) && year === null ? own - 1 : year;
    const isAbout = /^prior_/.test(measure) || (asOf && stated !== null && stated < own);
    this.#told.push({
      subject,
      measure,
      columnLabel,
      fiscalYear: isAbout && stated !== null ? stated : own,
      amount,
      span: this.#compact.span(quantity.from, quantity.to),
    });
  }
}

/** A name without «该项目», which is the project that the sentence speaks of. */
function cleanName(name: string): string {
  return name.replace(/^(?:该|本|此)?项目(?:资金)?$/, "").replace(/^[,，:、]+|[,，:、]+$/g, "");
}

/** A count in its item's own unit: a group of guests is printed as 1 个, 1 批, 1 次. */
function inUnitOf(amount: Amount, item: ItemId | null): Amount {
  const unit = item === null ? null : itemOf(item).unit;
  if (unit === null || unitKindOf(amount.unit) !== "count" || unit === "万元" || unit === "分") return amount;
  return { ...amount, unit };
}
