import { measureLoads } from "./bench/loads.ts";
import { measureViews } from "./bench/view-queries.ts";
const w = "node_modules/.cache/duibiao/bench";
console.log(JSON.stringify(await measureLoads(w + "/dist", w + "/bare", 5), null, 1));
console.log(
  (await measureViews(w + "/dist", w + "/data", 3))
    .map((v) => `${v.name} ${v.page.toFixed(1)} ${v.native.toFixed(1)} ${(v.page / v.native).toFixed(2)}`)
    .join("\n"),
);
