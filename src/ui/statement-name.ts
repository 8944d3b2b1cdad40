import { STATEMENTS } from "../domain/statements.ts";
import * as m from "../i18n/generated/messages.js";
import type { Locale } from "../i18n/locale.ts";
import { inLocale } from "../i18n/locale.ts";

/** The name of a statement in one language; an id that the domain does not know stands for itself. */
export function statementName(statement: string, locale: Locale): string {
  const found = STATEMENTS.find((entry) => entry.id === statement);
  return found === undefined ? statement : inLocale(locale, found);
}

/** A figure's statement with the number printed above it: «支出决算表（公开03表）». */
export function numberedStatement(
  fact: { readonly statement: string; readonly statement_no: string | null },
  locale: Locale,
): string {
  const statement = statementName(fact.statement, locale);
  return fact.statement_no === null || !/^\d+$/.test(fact.statement_no)
    ? statement
    : m.source_statement_no({ statement, no: fact.statement_no });
}
