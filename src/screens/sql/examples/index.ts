import { ANALYST } from "./analyst.ts";
import { BUREAU } from "./bureau.ts";
import type { Example } from "./example.ts";
import { EXPLORER } from "./explorer.ts";

export { exampleText } from "./example.ts";
export type { Example } from "./example.ts";

export interface ExampleGroup {
  readonly id: "analyst" | "bureau" | "explorer";
  readonly zh: string;
  readonly en: string;
  readonly examples: readonly Example[];
}

/** Examples by what their reader wants to find out. */
export const EXAMPLES: readonly ExampleGroup[] = [
  { id: "analyst", zh: "政策分析", en: "Policy analyst", examples: ANALYST },
  { id: "bureau", zh: "财政监督", en: "Finance bureau", examples: BUREAU },
  { id: "explorer", zh: "数据探索", en: "Explorer", examples: EXPLORER },
];
