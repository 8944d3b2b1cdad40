import type { Component } from "svelte";
import { SCREEN_IDS } from "../state/routes/index.ts";
import type { ScreenId } from "../state/routes/index.ts";

// Each screen is a chunk of its own, fetched when it is first opened, or when the page is idle.
const MODULES = import.meta.glob<{ default: Component }>([
  "./overview/Overview.svelte",
  "./compare/Compare.svelte",
  "./three-public/ThreePublic.svelte",
  "./execution/Execution.svelte",
  "./agency/Agency.svelte",
  "./audit/Audit.svelte",
  "./heat/Heat.svelte",
  "./unusual/Unusual.svelte",
  "./dictionary/Dictionary.svelte",
  "./pair/Pair.svelte",
  "./sql/Sql.svelte",
  "./source/Source.svelte",
]);

const FILES = {
  overview: "./overview/Overview.svelte",
  compare: "./compare/Compare.svelte",
  "three-public": "./three-public/ThreePublic.svelte",
  execution: "./execution/Execution.svelte",
  agency: "./agency/Agency.svelte",
  audit: "./audit/Audit.svelte",
  heat: "./heat/Heat.svelte",
  unusual: "./unusual/Unusual.svelte",
  dictionary: "./dictionary/Dictionary.svelte",
  pair: "./pair/Pair.svelte",
  sql: "./sql/Sql.svelte",
  source: "./source/Source.svelte",
} as const satisfies Record<ScreenId, string>;

export type ScreenLoaders = ReadonlyMap<ScreenId, () => Promise<Component>>;

/** How to load each screen that exists, in the order of the navigation. */
export const screenLoaders: ScreenLoaders = new Map(
  SCREEN_IDS.flatMap((id) => {
    const load = MODULES[FILES[id]];
    return load === undefined ? [] : [[id, async () => (await load()).default] as const];
  }),
);
