import type { Language } from "@shikumi/core/diagnostic";
import type { Id, Study } from "@shikumi/model";

/** Name of a domain: from the glossary or the measures of the study, else its code. */
export function domainName(study: Study, domain: string, language: Language): string {
  return (study.glossary.get(domain) ?? study.measures.get(domain))?.name[language] ?? domain;
}

/** Name of a mission, else its id. */
export function missionName(study: Study, mission: Id, language: Language): string {
  return study.missions.get(mission)?.name[language] ?? mission;
}

/** Name of a task by its `mission.task`, else that. */
export function taskName(study: Study, ref: Id, language: Language): string {
  for (const mission of study.missions.values())
    for (const task of mission.tasks.values()) if (task.ref === ref) return task.name[language];
  return ref;
}

/** Name of an organisation, else its id. */
export function organisationName(study: Study, organisation: Id, language: Language): string {
  return study.organisations.get(organisation)?.name[language] ?? organisation;
}
