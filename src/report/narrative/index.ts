export { readNarrative } from "./read-narrative.ts";
