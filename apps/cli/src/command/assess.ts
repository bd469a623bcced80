import { resolve } from "node:path";
import { writeAtomically } from "@shikumi/workbench";
import { assessmentText } from "../findings/assessment-text.ts";
import { weakestText } from "../findings/weakest-text.ts";
import { openStudy } from "../study/open-study.ts";
import { planOf, runAssessment } from "../study/run-assessment.ts";
import type { Outcome, Session } from "./command.ts";

/** The assessment of a study: roles, effectiveness, equality, causes, closing sets, gains; or, where asked, its weakest assumptions alone. */
export async function assess(session: Session): Promise<Outcome> {
  const { effects, options, say } = session;
  const read = await openStudy(session, options.count("seed"));
  const asked = planOf(read.study, session);
  const weakest = options.count("weakest");
  const plan =
    weakest === undefined
      ? asked
      : { ...asked, weakest, packages: [], levers: [], causes: false, removal: false, hypotheses: false };
  const assessment = await runAssessment(read, plan, session);
  const out = options.text("out");
  if (out !== undefined) {
    const text = `${JSON.stringify(assessment)}\n`;
    await writeAtomically(resolve(effects.cwd, out), text, { signal: effects.signal });
  }
  return {
    status: "clean",
    data: assessment,
    diagnostics: [],
    text: () => {
      const text =
        weakest === undefined
          ? assessmentText(read.study, assessment, session)
          : weakestText(read.study, assessment, session);
      return out === undefined ? text : `${text}\n${say("written", { path: out })}\n`;
    },
  };
}
