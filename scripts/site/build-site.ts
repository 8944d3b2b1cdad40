import { build } from "vite";
import { compressFolder, type Effort } from "./compress.ts";
import { insertOpeningPicture } from "./opening-picture.ts";
import { stageSite } from "./stage.ts";

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export interface BuildJob {
  /** Folder of the compiled tables. */
  readonly data: string;
  readonly out: string;
  readonly effort: Effort;
}

/** Builds the static site: prepared answers, bundle, precompressed copies; a line per step. */
export async function buildSite(job: BuildJob): Promise<void> {
  let begun = performance.now();
  const staged = await stageSite(job.data);
  console.log(`prepared  ${staged.answers} answers for the opening screens in ${seconds(begun)}`);

  begun = performance.now();
  await build({ logLevel: "warn", build: { outDir: job.out, emptyOutDir: true } });
  console.log(`bundled   ${job.out}/ in ${seconds(begun)}`);

  begun = performance.now();
  // Without prepared answers the overview waits for the engine: there is nothing to draw before.
  if (staged.answers > 0) {
    await insertOpeningPicture(job.out);
    console.log(`drew      the overview into the page in ${seconds(begun)}`);
  }

  begun = performance.now();
  const { files, bytes } = await compressFolder(job.out, job.effort);
  console.log(`compressed ${files} files to ${megabytes(bytes)} (brotli) in ${seconds(begun)}`);
}
