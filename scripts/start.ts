import getPort, { portNumbers } from "get-port";
import { buildSite } from "./site/build-site.ts";
import { serveFolder } from "./site/serve.ts";
import { runCompile } from "./steps/compile.ts";

const PORT = 4173;

const outcome = await runCompile({ paths: ["seeds"], out: "data", reference: null });
if (!outcome.written) process.exit(1);
await buildSite({ data: "data", out: "dist", effort: "quick" });
const port = await getPort({ port: portNumbers(PORT, PORT + 100) });
if (port !== PORT) console.log(`port ${PORT} is taken; using the next free one, ${port}`);
const site = await serveFolder("dist", port);
console.log(`serving   ${site.address}  (Ctrl-C stops)`);
