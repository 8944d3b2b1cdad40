import { compile } from "@inlang/paraglide-js";

/**
 * The message catalogue and where its functions go. The page reads its language from the address
 * (src/i18n/locale.ts), so no strategy of the library decides.
 */
export const MESSAGES = {
  project: "./src/i18n/project.inlang",
  outdir: "./src/i18n/generated",
  strategy: ["globalVariable" as const, "baseLocale" as const],
};

/** Writes the message functions: what type checks, tests and the build import. */
export async function compileMessages(): Promise<void> {
  await compile(MESSAGES);
}
