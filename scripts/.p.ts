import { chromium } from "playwright-core";
import { serveFolder } from "./site/serve.ts";
import { CHROMIUM_FLAGS } from "./site/chromium.ts";
const s = await serveFolder("node_modules/.cache/duibiao/prof", 0);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: CHROMIUM_FLAGS });
for (let i = 0; i < 2; i++) {
  const c = await b.newContext();
  const p = await c.newPage();
  await p.goto(s.address);
  console.log(
    await p.evaluate(async () => {
      await duibiao.ready;
      return performance
        .getEntriesByType("mark")
        .map((m) => m.name + " " + Math.round(m.startTime))
        .join("\n");
    }),
  );
  await c.close();
}
await b.close();
await s.close();
