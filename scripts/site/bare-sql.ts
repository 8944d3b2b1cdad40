import type { Plugin } from "vite";

/**
 * Lines of SQL that are comments alone. No line of TypeScript begins so: the formatter writes no
 * blank after a decrement.
 */
const COMMENT_LINE = /^[ \t]*-- .*\n/gm;

/** The beginning of a line within a module: no statement of the model has a text of several lines in it. */
const INDENT = /^[ \t]+/gm;

export function bareStatements(code: string): string {
  return code.replaceAll(COMMENT_LINE, "").replaceAll(INDENT, "");
}

/**
 * The model's statements go to the page without their comments and indents: those are for who reads
 * the code, or `npm run sql -- --print`.
 */
export function bareSql(): Plugin {
  return {
    name: "bare-sql",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\.sql\.ts$/ },
      handler: (code) => ({ code: bareStatements(code), map: null }),
    },
  };
}
