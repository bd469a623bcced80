import { resolve } from "node:path";
import { writeAtomically } from "@shikumi/workbench";
import { validationText } from "../findings/validation-text.ts";
import { openStudy } from "../study/open-study.ts";
import { planOf, runAssessment } from "../study/run-assessment.ts";
import type { Outcome, Session } from "./command.ts";

/** The cases of a study against what is simulated. Whatever does not pass, or could not be compared, is a finding. */
export async function validate(session: Session): Promise<Outcome> {
  const { effects, options, say } = session;
  const read = await openStudy(session, options.count("seed"));
  const asked = planOf(read.study, session);
  const assessment = await runAssessment(
    read,
    {
      ...asked,
      packages: [],
      levers: [],
      causes: false,
      removal: false,
      hypotheses: false,
      validation: true,
    },
    session,
  );
  const validation = assessment.validation ?? { rows: [], counts: [] };
  const runs = assessment.runs.filter(({ key }) => /\/(?:observed|replay-.*)$/s.test(key));
  const data = { format: "shikumi-validation-1", runs, ...validation };
  const out = options.text("out");
  if (out !== undefined)
    await writeAtomically(resolve(effects.cwd, out), `${JSON.stringify(data)}\n`, { signal: effects.signal });
  return {
    status: validation.rows.every(({ outcome }) => outcome === "inside") ? "clean" : "findings",
    data,
    diagnostics: [],
    text: () => {
      const text = validationText(read.study, assessment, session);
      return out === undefined ? text : `${text}\n${say("written", { path: out })}\n`;
    },
  };
}
