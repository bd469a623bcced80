import type { Language } from "@shikumi/core/diagnostic";
import {
  type Explanation,
  fits,
  type LegalQuestion,
  type Study,
  type ToldExplanation,
  tellExplanation,
} from "@shikumi/model";

/** Provisions shown at most. */
const most = 5;

/**
 * Permissions that came close to a question but do not fit: those of the activity or of the actor, with the fewest conditions unmet, and only the
 * lines that keep them from fitting. Of those alike, the ones of the activity come first, then the order of keys.
 */
export function nearMisses(
  study: Study,
  question: LegalQuestion,
  language: Language,
): readonly ToldExplanation[] {
  const found: { readonly line: Explanation; readonly unmet: number; readonly isOther: boolean }[] = [];
  for (const authority of study.authorities.values()) {
    const { activities, actsThrough, says } = authority;
    const concerns = activities.includes(question.activity) || actsThrough.includes(question.actor);
    if (says === "must-not" || !concerns) continue;
    const { explanation } = fits(study, authority, question);
    const unmet = explanation.filter(({ value }) => value === "false" || value === "unknown");
    if (unmet.length === 0) continue;
    const { cites, provenance } = authority;
    found.push({
      unmet: unmet.length,
      isOther: !activities.includes(question.activity),
      line: {
        rule: "provision-not-fitting",
        args: { authority: authority.id },
        authority: authority.id,
        ...(cites === undefined ? {} : { citation: cites }),
        ...(provenance.source === undefined ? {} : { source: provenance.source }),
        value: "false",
        children: unmet,
      },
    });
  }
  const fewest = Math.min(...found.map(({ unmet }) => unmet));
  return found
    .sort((a, b) => a.unmet - b.unmet || Number(a.isOther) - Number(b.isOther))
    .filter(({ unmet }) => unmet <= Math.max(1, fewest) + 1)
    .slice(0, most)
    .map(({ line }) => tellExplanation(study, line, language));
}
