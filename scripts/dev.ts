import { createServer } from "vite";
import { stageSite } from "./site/stage.ts";
import { runCompile } from "./steps/compile.ts";

const outcome = await runCompile({ paths: ["seeds"], out: "data", reference: null });
if (!outcome.written) process.exit(1);
const { answers } = await stageSite("data");
console.log(`prepared  ${answers} answers for the opening screens`);
const server = await createServer();
await server.listen();
server.printUrls();
server.bindCLIShortcuts({ print: true });
