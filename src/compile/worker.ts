import { parentPort, workerData } from "node:worker_threads";
import { audit } from "../audit/index.ts";
import { identifyReport, readReport } from "../report/index.ts";
import { SoloCrew, type Identified } from "./crew.ts";
import { decodeReport } from "./decode.ts";
import { nodeReading } from "./node.ts";
import { folderReadings } from "./readings.ts";
import { identityOf, nameOf, refusalOf, type Refused } from "./source.ts";
import type { WorkerAnswer, WorkerSettings, WorkerTask } from "./worker-messages.ts";

/** A thread of a crew: recognises files and compiles batches, one task after the other. */
const { reference, readings } = workerData as WorkerSettings; // sent by worker-crew.ts
const effects =
  readings === null ? nodeReading : { ...nodeReading, readings: folderReadings(readings.folder, readings.key) };
const solo = new SoloCrew(effects, { readReport, audit }, reference);

async function identified(path: string): Promise<Identified | Refused> {
  try {
    const text = decodeReport(await nodeReading.read(path), nameOf(path));
    return { ...identityOf(path, identifyReport(text, reference.directory)), read: null };
  } catch (error) {
    return { path, refusal: refusalOf(error, path) };
  }
}

async function answerTo(task: WorkerTask): Promise<WorkerAnswer> {
  if (task.kind === "compile") return { kind: "compiled", outcome: await solo.outcomeOf(task.batch) };
  const found: (Identified | Refused)[] = [];
  for (const path of task.paths) found.push(await identified(path));
  return { kind: "identified", found };
}

parentPort?.on("message", (task: WorkerTask) => {
  answerTo(task).then(
    (answer) => {
      const buffers = answer.kind === "compiled" ? answer.outcome.parts.map((part) => part.encoded.bytes.buffer) : [];
      parentPort?.postMessage(answer, buffers as ArrayBuffer[]); // never shared ones
    },
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ kind: "failed", message } satisfies WorkerAnswer);
    },
  );
});
