import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit } from "../../src/audit/index.ts";
import { compile } from "../../src/compile/compile.ts";
import { findReports, nodeEffects } from "../../src/compile/node.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openNative } from "../../src/engine/native.ts";
import type { CreateOptions } from "../../src/model/create-statements.ts";
import { readReport } from "../../src/report/index.ts";

/** The native engine over the five seeds, compiled for this run into a folder of its own. */
export async function openSeeds(options: CreateOptions = {}): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), "duibiao-model-"));
  try {
    const files = {
      reports: await findReports("seeds"),
      agencies: "seeds/reference/agencies.csv",
      adjustments: "seeds/reference/adjustments.csv",
    };
    const effects = nodeEffects(folder, () => undefined);
    const { failures } = await compile(files, effects, { readReport, audit });
    if (failures.length > 0) throw new Error(failures.map((failure) => failure.message).join("\n"));
    return await openNative(folder, options);
  } finally {
    await rm(folder, { recursive: true });
  }
}
