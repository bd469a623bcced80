import type { Condition, Id, IncidentStream, Study, Task } from "@shikumi/model";

/** One kind of case a task meets: whose, where, with which facts. */
export interface CaseSetting {
  readonly beneficiary: Id | undefined;
  readonly place: Id | undefined;
  readonly facts: Readonly<Record<string, string>>;
}

/** Most combinations of facts tried for one task and organisation; beyond it facts are left unknown. */
const mostFactSettings = 64;

/**
 * Every kind of case in which a task arises (R1): beneficiaries × places of the incidents that call its mission × the values of those of their facts
 * that `facts` names. Children without places of their own come where their parents are and have their facts.
 */
export function caseSettings(
  study: Study,
  mission: Id,
  task: Task,
  facts: ReadonlySet<string>,
): readonly CaseSetting[] {
  const settings = new Map<string, CaseSetting>();
  for (const stream of study.incidents.values()) {
    if (!stream.calls.some((call) => call.mission === mission)) continue;
    const lineage = ancestry(study, stream);
    const places = task.at === undefined ? placesOf(stream, lineage) : [task.at];
    const beneficiaries = task.for === undefined ? stream.for.map((share) => share.beneficiary) : [task.for];
    for (const known of factSettings(lineage, facts)) {
      for (const beneficiary of beneficiaries.length > 0 ? beneficiaries : [undefined]) {
        for (const place of places.length > 0 ? places : [undefined]) {
          const setting = { beneficiary, place, facts: known };
          settings.set(JSON.stringify([beneficiary ?? null, place ?? null, known]), setting);
        }
      }
    }
  }
  return [...settings.values()];
}

/** Names of the facts a list of conditions asks for. */
export function factsAsked(conditions: readonly Condition[]): readonly string[] {
  return conditions.flatMap(factsOf);
}

function factsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case "fact":
      return [condition.fact];
    case "all":
    case "any":
      return factsAsked(condition.of);
    case "not":
      return factsOf(condition.of);
    case "judgement":
    case "within":
      return [];
  }
}

/** The stream and all streams that may cause it, itself first. */
function ancestry(study: Study, stream: IncidentStream): readonly IncidentStream[] {
  const found = new Set([stream]);
  for (const child of found) {
    for (const parent of study.incidents.values()) {
      if (parent.causes.some((rule) => rule.incident === child.id)) found.add(parent);
    }
  }
  return [...found];
}

function placesOf(stream: IncidentStream, lineage: readonly IncidentStream[]): readonly Id[] {
  const streams = stream.at.length > 0 ? [stream] : lineage;
  return [...new Set(streams.flatMap(({ at }) => at.map((share) => share.place)))];
}

/** Every combination of values of the named facts that the streams draw. */
function factSettings(
  lineage: readonly IncidentStream[],
  wanted: ReadonlySet<string>,
): readonly Readonly<Record<string, string>>[] {
  let settings: Readonly<Record<string, string>>[] = [{}];
  for (const name of [...wanted].sort()) {
    const outcomes = lineage
      .flatMap((stream) => stream.facts.filter((fact) => fact.name === name))
      .flatMap((fact) => fact.outcomes.map((outcome) => outcome.value));
    const values = [...new Set(outcomes)];
    if (values.length === 0 || settings.length * values.length > mostFactSettings) continue;
    settings = settings.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value })));
  }
  return settings;
}
