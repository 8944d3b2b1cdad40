import * as m from "../i18n/generated/messages.js";
import type { SourceCard, SourcePlace } from "./source-card.ts";

/** A number in a sentence that leads to its line. */
export interface TextLink {
  readonly text: string;
  readonly place: SourcePlace | null;
  readonly card?: SourceCard;
}

export type TextPiece = { readonly text: string; readonly link: TextLink | null };

/** First of the private-use characters that stand for links inside a message. */
const FIRST_MARK = 0xe000;
const MARKS = /[\uE000-\uF8FF]/u;

/**
 * Collects the links of a text while its messages are put together: `mark(link)` gives a character
 * to pass as a message's parameter, so that each language places the number where it belongs.
 */
export class LinkedTextBuilder {
  readonly #links: TextLink[] = [];

  mark(link: TextLink): string {
    this.#links.push(link);
    return String.fromCharCode(FIRST_MARK + this.#links.length - 1);
  }

  /** The text cut at its marks; texts between links are kept as they are. */
  pieces(text: string): TextPiece[] {
    const pieces: TextPiece[] = [];
    let plain = "";
    for (const character of text) {
      const link = MARKS.test(character) ? this.#links[character.charCodeAt(0) - FIRST_MARK] : undefined;
      if (link === undefined) {
        plain += character;
        continue;
      }
      if (plain !== "") pieces.push({ text: plain, link: null });
      pieces.push({ text: link.text, link });
      // A value that rests on a reader's assumption says so wherever it stands.
      plain = link.card?.status === "assumed" ? m.assumption_mark() : "";
    }
    if (plain !== "") pieces.push({ text: plain, link: null });
    return pieces;
  }
}

/** The whole text without its links: for a chart's text alternative. */
export function plainText(pieces: readonly TextPiece[]): string {
  return pieces.map((piece) => piece.text).join("");
}
