import type { FormulaProblem } from "./formula.ts";
import { chineseNameAt, namedByCode, namedById } from "./names.ts";
import type { Named } from "./names.ts";

export interface Token {
  readonly kind: "name" | "staff" | "measure" | "plus" | "minus" | "divide" | "open" | "close";
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly named?: Named;
}

const SIGNS: Readonly<Record<string, Token["kind"]>> = {
  "+": "plus",
  "＋": "plus",
  "-": "minus",
  "−": "minus",
  "－": "minus",
  "/": "divide",
  "÷": "divide",
  "／": "divide",
  "(": "open",
  "（": "open",
  ")": "close",
  "）": "close",
};

const STAFF = ["staff", "人数", "职工人数"];

/** The tokens of a formula, or the first place that is none. */
export function tokensOf(text: string): { readonly tokens: readonly Token[] } | { readonly problem: FormulaProblem } {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest)?.[0].length ?? 0;
    if (space > 0) {
      at += space;
      continue;
    }
    const found = tokenAt(text, at, rest);
    if ("problem" in found) return found;
    tokens.push(found.token);
    at = found.token.to;
  }
  return { tokens };
}

function tokenAt(
  text: string,
  at: number,
  rest: string,
): { readonly token: Token } | { readonly problem: FormulaProblem } {
  const token = (kind: Token["kind"], length: number, named?: Named): { readonly token: Token } => ({
    token: {
      kind,
      from: at,
      to: at + length,
      text: rest.slice(0, length),
      ...(named === undefined ? {} : { named }),
    },
  });
  const problem = (kind: FormulaProblem["kind"], length: number): { readonly problem: FormulaProblem } => ({
    problem: { kind, from: at, to: at + length, text: rest.slice(0, length) },
  });

  // Names come before signs: some hold brackets, 因公出国（境）费.
  const chinese = chineseNameAt(text, at);
  const staff = STAFF.find((word) => rest.startsWith(word) && !/^[a-z0-9_.]/.test(rest.slice(word.length)));
  if (staff !== undefined && (chinese === null || chinese.length <= staff.length)) return token("staff", staff.length);
  if (chinese !== null) return token("name", chinese.length, chinese.named);
  const sign = SIGNS[rest.charAt(0)];
  if (sign !== undefined) return token(sign, 1);

  const code = /^\d+/.exec(rest)?.[0];
  if (code !== undefined) {
    const named = namedByCode(code);
    return named === null ? problem("unknown_code", code.length) : token("name", code.length, named);
  }
  const measure = /^@[a-z_]*/.exec(rest)?.[0];
  if (measure !== undefined) return token("measure", measure.length);
  const id = /^[a-z_][a-z0-9_]*(\.[a-z0-9_]+)*/.exec(rest)?.[0];
  if (id !== undefined) {
    const named = namedById(id);
    return named === null ? problem("unknown_name", id.length) : token("name", id.length, named);
  }
  const word = /^\p{L}+/u.exec(rest)?.[0];
  return word === undefined ? problem("unknown_character", 1) : problem("unknown_name", word.length);
}
