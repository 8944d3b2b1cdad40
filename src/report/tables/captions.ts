import { remembered } from "../../domain/remembered.ts";
import type { StatementId } from "../../domain/statements.ts";
import { squeezed } from "../white-space.ts";
import type { ListKind } from "./names.ts";
import { headingText, isTableName, listOfName, publicNumber, statementOfName } from "./names.ts";

/** What a line above a table says by itself. */
export interface Caption {
  /** Its words without decoration and blanks. */
  readonly text: string;
  /** Whether it is a table's name, or a heading on what a table may be about. */
  readonly says: "table" | "topic" | null;
  /** As printed in `单位：万元`. */
  readonly unit: string | null;
  /** The number of `公开05表`. */
  readonly number: number | null;
  /** Of a name: the statement that it means, and what it lists where it means none. */
  readonly statement: StatementId | null;
  readonly list: ListKind | null;
}

/** Reports of one outline print the same captions: each is looked at once. */
export const captionOf = remembered((line): Caption => {
  const text = headingText(line);
  const isName = isTableName(line);
  const isTopic = !isName && /绩效|三公/.test(text) && !/[。；，]/.test(text);
  return {
    text,
    says: isName ? "table" : isTopic ? "topic" : null,
    unit: printedUnit(line),
    number: publicNumber(squeezed(line)),
    statement: isName || isTopic ? statementOfName(text) : null,
    list: isName ? listOfName(text) : null,
  };
});

const UNIT =
  /(?:金额)?单位[:：]?(?:人民币)?[（(]?(万元|百万元|百元|千元|亿元|元|(?<=单位[:：][（(]?)(?:人次|人|辆|平方米)(?=[)）]?$))/;

/** The printed unit in a caption line, null when it names none. */
export function printedUnit(text: string): string | null {
  return UNIT.exec(squeezed(text))?.[1] ?? null;
}
