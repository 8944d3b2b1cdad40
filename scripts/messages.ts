import { compileMessages } from "./site/messages.ts";

await compileMessages();
