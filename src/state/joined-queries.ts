/** What this reads of a `QueryState`, whatever its rows are. */
interface Asked {
  readonly result:
    { readonly status: "idle" | "loading" | "ready" } | { readonly status: "failed"; readonly error: Error };
  retry(): Promise<void>;
}

/** Several questions that a screen needs all of. */
export interface JoinedQueries {
  readonly isReady: boolean;
  /** Why the first failed, or null. */
  readonly failed: Error | null;
  /** Asks the failed ones again. */
  readonly retry: () => void;
}

/** Reads the state of `queries` now: call it in a `$derived`. */
export function joinQueries(queries: readonly Asked[]): JoinedQueries {
  const first = queries.map((query) => query.result).find((result) => result.status === "failed");
  return {
    isReady: queries.every((query) => query.result.status === "ready"),
    failed: first?.status === "failed" ? first.error : null,
    retry: () => {
      for (const query of queries) if (query.result.status === "failed") void query.retry();
    },
  };
}
