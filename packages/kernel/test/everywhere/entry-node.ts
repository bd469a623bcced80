import process from "node:process";
import { parentPort } from "node:worker_threads";
import { hashOfFixedRuns } from "./fixed-runs.ts";

const hashes = { javascript: hashOfFixedRuns("javascript"), webassembly: hashOfFixedRuns("webassembly") };
if (parentPort === null) process.stdout.write(JSON.stringify(hashes));
else parentPort.postMessage(hashes);
