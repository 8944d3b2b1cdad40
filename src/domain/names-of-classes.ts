import type { ClassName } from "./class-names.ts";
import { ECONOMIC_CLASSES } from "./economic-classes.ts";
import { FUNCTION_CLASSES } from "./function-classes.ts";

let byCode: ReadonlyMap<string, readonly string[]> | null = null;

/** The names that the general lists know for a function or economic class; empty for an unknown code. */
export function namesOfClass(code: string): readonly string[] {
  byCode ??= new Map([...FUNCTION_CLASSES, ...ECONOMIC_CLASSES].map(({ code: own, names }: ClassName) => [own, names]));
  return byCode.get(code) ?? [];
}
