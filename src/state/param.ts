/**
 * One named part of a link: how its text is checked and printed. `parse` gets what stands in the
 * address, which anyone may have typed, and gives undefined for text that it does not accept.
 */
export interface Param<Value> {
  readonly parse: (text: string) => Value | undefined;
  readonly print: (value: Value) => string;
  /** The value when the address says nothing; such a value is not printed either. */
  readonly fallback: Value;
}

/** The checked values of named parts. */
export type Values<P> = { readonly [Name in keyof P]: P[Name] extends Param<infer Value> ? Value : never };

/** One of a few words. */
export function choice<const Word extends string>(words: readonly Word[], fallback: NoInfer<Word>): Param<Word> {
  return { parse: (text) => words.find((word) => word === text), print: (value) => value, fallback };
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}_.:#-]{0,99}$/u;

/** An id whose list only the data knows (agency, report, metric, fact): its form is checked here. */
export function id<Fallback extends string | null>(fallback: Fallback): Param<string | Fallback> {
  return { parse: (text) => (ID.test(text) ? text : undefined), print: (value) => value ?? "", fallback };
}

/** Several ids, separated by commas; empty means all. */
export function ids(): Param<readonly string[]> {
  return {
    parse: (text) => {
      const parts = text.split(",");
      return parts.every((part) => ID.test(part)) ? [...new Set(parts)] : undefined;
    },
    print: (value) => value.join(","),
    fallback: [],
  };
}

/** A whole number between two bounds, both inclusive. */
export function whole<Fallback extends number | null>(
  bounds: readonly [least: number, most: number],
  fallback: Fallback,
): Param<number | Fallback> {
  return {
    parse: (text) => {
      if (!/^\d{1,9}$/.test(text)) return undefined;
      const value = Number(text);
      return value >= bounds[0] && value <= bounds[1] ? value : undefined;
    },
    print: (value) => (value === null ? "" : String(value)),
    fallback,
  };
}

/** Free text of a reader, such as a search or a statement. */
export function text(longest: number): Param<string> {
  return { parse: (value) => (value.length <= longest ? value : undefined), print: (value) => value, fallback: "" };
}

/** What a reader assumes: a number by id, such as a headcount by report: `a-2020-final:60,b-2021-final:12.5`. */
export function amounts(): Param<Readonly<Record<string, string>>> {
  return {
    parse: (value) => {
      const entries: [string, string][] = [];
      for (const part of value.split(",")) {
        const at = part.lastIndexOf(":");
        const key = part.slice(0, at);
        const amount = part.slice(at + 1);
        if (at < 1 || !ID.test(key) || !/^\d{1,9}(\.\d{1,6})?$/.test(amount)) return undefined;
        entries.push([key, amount]);
      }
      return Object.fromEntries(entries);
    },
    print: (value) =>
      Object.entries(value)
        .map(([key, amount]) => `${key}:${amount}`)
        .join(","),
    fallback: {},
  };
}

/** Texts by name, as JSON: what a reader fills into a statement, or how a chart is drawn. */
export function texts(longest: number): Param<Readonly<Record<string, string>>> {
  return {
    parse: (value) => {
      if (value.length > longest) return undefined;
      try {
        const parsed: unknown = JSON.parse(value);
        if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
        const entries = Object.entries(parsed);
        return entries.every((entry): entry is [string, string] => typeof entry[1] === "string")
          ? Object.fromEntries(entries)
          : undefined;
      } catch {
        return undefined;
      }
    },
    print: (value) => (Object.keys(value).length === 0 ? "" : JSON.stringify(value)),
    fallback: {},
  };
}
