import type { Plugin } from "vite";

/**
 * Lines of SQL that are comments alone. No line of TypeScript begins so: the formatter writes no
 * blank after a decrement.
 */
const COMMENT_LINE = /^[ \t]*-- .*\n/gm;

export function withoutComments(code: string): string {
  return code.replaceAll(COMMENT_LINE, "");
}

/** Statements go to the page without their comments: those are for who reads the code, or `npm run sql -- --print`. */
export function bareSql(): Plugin {
  return {
    name: "bare-sql",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: /\.sql\.ts$/ },
      handler: (code) => ({ code: withoutComments(code), map: null }),
    },
  };
}
