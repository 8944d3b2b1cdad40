import type { AppState } from "./app.svelte.ts";

/** From so many agencies on a screen asks for what it shows instead of everything at once; tables are paged by then. */
const MANY = 200;

export function hasManyAgencies({ data }: Pick<AppState, "data">): boolean {
  return data !== null && data.agencies > MANY;
}
