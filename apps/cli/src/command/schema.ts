import { resolve } from "node:path";
import { studyJsonSchema } from "@shikumi/model";
import { writeAtomically } from "@shikumi/workbench";
import type { Outcome, Session } from "./command.ts";

/** The JSON Schema of one file of a study, to standard output or to a file. */
export async function schema({ effects, options, say }: Session): Promise<Outcome> {
  const data = studyJsonSchema();
  const text = `${JSON.stringify(data, undefined, 2)}\n`;
  const out = options.text("out");
  if (out !== undefined) await writeAtomically(resolve(effects.cwd, out), text, { signal: effects.signal });
  return {
    status: "clean",
    data: out === undefined ? data : { written: out },
    diagnostics: [],
    text: () => (out === undefined ? text : `${say("written", { path: out })}\n`),
  };
}
