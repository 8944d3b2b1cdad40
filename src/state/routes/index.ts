import { agencyParams } from "./agency.ts";
import { auditParams } from "./audit.ts";
import { compareParams } from "./compare.ts";
import { executionParams } from "./execution.ts";
import { heatParams } from "./heat.ts";
import { unusualParams } from "./unusual.ts";
import { dictionaryParams } from "./dictionary.ts";
import { pairParams } from "./pair.ts";
import { overviewParams } from "./overview.ts";
import { sharedParams } from "./shared.ts";
import { sourceParams } from "./source.ts";
import { sqlParams } from "./sql.ts";
import { threePublicParams } from "./three-public.ts";
import type { Values } from "../param.ts";

/** Every screen by its id, which is its path (`#/three-public`), with the parts of its address, in the order of the navigation. */
export const SCREENS = {
  overview: overviewParams,
  compare: compareParams,
  pair: pairParams,
  heat: heatParams,
  unusual: unusualParams,
  "three-public": threePublicParams,
  execution: executionParams,
  agency: agencyParams,
  audit: auditParams,
  sql: sqlParams,
  source: sourceParams,
  dictionary: dictionaryParams,
} as const;

export type ScreenId = keyof typeof SCREENS;
export type ScreenValues<Id extends ScreenId> = Values<(typeof SCREENS)[Id]>;
export type SharedValues = Values<typeof sharedParams>;

export const SCREEN_IDS = Object.keys(SCREENS) as readonly ScreenId[];
export { assumptionsOf, NO_ASSUMPTIONS } from "./assumptions.ts";
export type { AssumptionValues } from "./assumptions.ts";
export { sharedParams };
