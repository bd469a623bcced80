import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { everyCause } from "../../src/cause.ts";
import type { Mode, RunSpec } from "../../src/run-spec.ts";
import { firstDifference } from "../differential/difference.ts";
import { engines, interpreter } from "../differential/engine.ts";
import { readSentence, runSentence } from "./sentence.ts";

const names = readdirSync(join(import.meta.dirname, "studies"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .sort();
const modes: readonly Mode[] = ["in-force", "timed"];
const switches: readonly Omit<RunSpec, "replication">[] = [
  {},
  { undetermined: "granted" },
  { relax: everyCause },
];

describe("the sentences", () => {
  it("[K82] have thirty studies to be compared on", () => {
    const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(2, "0"));

    expect(names.map((name) => name.slice(0, 2))).toEqual(numbers);
  });
});

describe.each(engines.filter((engine) => engine !== interpreter))(
  "the $name and the interpreter",
  (engine) => {
    it.each(names)(
      "[K82] agree bit for bit on %s, whatever the package, the mode and the switches",
      (name) => {
        const study = readSentence(name);
        for (const packageId of study.packages.keys()) {
          for (const mode of modes) {
            for (const future of [0, 1, 2]) {
              const options = { packageId, mode, future, replication: future };
              const { imposed } = runSentence(interpreter, study, options);
              for (const one of switches) {
                const spec = { ...options, ...one, ...(one.relax === undefined ? {} : { imposed }) };
                const difference = firstDifference(
                  runSentence(interpreter, study, spec),
                  runSentence(engine, study, spec),
                );
                expect(difference, `${packageId} ${mode} ${future} ${JSON.stringify(one)}`).toBeUndefined();
              }
            }
          }
        }
      },
    );
  },
);
