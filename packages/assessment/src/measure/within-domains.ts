import { type Study, validationTarget } from "@shikumi/model";
import type { Assessment, GainFinding, PackageEffect, ValidationSummary } from "../findings.ts";
import { plainFigure } from "./figure.ts";

/**
 * An assessment with only what is about some domains (S7). The runs are those of the whole study, because domains share units and deciders: every number is the same as without the
 * restriction. Equality that is not told by domain stays.
 */
export function withinDomains(study: Study, whole: Assessment, domains: readonly string[]): Assessment {
  const isIn = (domain: string | undefined): boolean => domain !== undefined && domains.includes(domain);
  const missionIn = (id: string): boolean => isIn(study.missions.get(id)?.domain);
  const taskIn = (ref: string): boolean => missionIn(ref.slice(0, ref.indexOf(".")));
  const effect = (one: PackageEffect): PackageEffect => ({
    ...one,
    domains: one.domains.filter(({ domain }) => isIn(domain)),
    missions: one.missions.filter(({ domain }) => isIn(domain)),
    tasks: one.tasks.filter(({ task }) => taskIn(task)),
  });
  const gain = (one: GainFinding): GainFinding => ({
    ...one,
    gains: one.gains.filter(({ domain }) => isIn(domain)),
  });
  return {
    ...whole,
    roles: whole.roles.filter(({ domain }) => isIn(domain)),
    baseline: effect(whole.baseline),
    packages: whole.packages.map(effect),
    equality: whole.equality.filter(({ domain }) => domain === undefined || isIn(domain)),
    causes: whole.causes.filter(({ scope }) =>
      scope.kind === "domain" ? isIn(scope.id) : missionIn(scope.id),
    ),
    closing: whole.closing.filter(({ scope }) =>
      scope.kind === "mission" ? missionIn(scope.id) : taskIn(scope.id),
    ),
    levers: whole.levers.map(gain),
    packageGains: whole.packageGains.map(gain),
    notices: whole.notices.filter(({ args }) => {
      const { domain, kind, id } = args;
      if (typeof domain === "string") return isIn(domain);
      if (kind === "domain") return isIn(String(id));
      return kind === "mission" ? missionIn(String(id)) : true;
    }),
    ...(whole.validation === undefined ? {} : { validation: rowsWithin(study, whole.validation, domains) }),
  };
}

function rowsWithin(
  study: Study,
  { rows, counts }: ValidationSummary,
  domains: readonly string[],
): ValidationSummary {
  const kept = rows.filter(({ of, order }) =>
    rowDomains(study, validationTarget(study, of), order).some((domain) => domains.includes(domain)),
  );
  return {
    rows: kept,
    counts: counts.map(({ use, outcome, count }) => ({
      use,
      outcome,
      count: plainFigure(count, kept.filter((row) => row.use === use && row.outcome === outcome).length),
    })),
  };
}

/** The domains a comparison is about: of its mission, of the missions its stream calls, of the tasks whose activity its provision names, or of the levers' tasks. */
function rowDomains(
  study: Study,
  target: ReturnType<typeof validationTarget>,
  order: readonly string[],
): readonly string[] {
  const domainOf = (mission: string): readonly string[] => {
    const known = study.missions.get(mission);
    return known === undefined ? [] : [known.domain];
  };
  const ofActivities = (activities: readonly string[]): readonly string[] =>
    [...study.missions.values()].flatMap(({ tasks, domain }) =>
      [...tasks.values()].some(({ activity }) => activities.includes(activity)) ? [domain] : [],
    );
  switch (target.kind) {
    case "rate":
    case "years-with":
    case "fact": {
      const stream = study.incidents.get(target.incident);
      const called = [stream, ...(stream?.causes ?? []).map(({ incident }) => study.incidents.get(incident))];
      return called.flatMap((one) => (one?.calls ?? []).flatMap(({ mission }) => domainOf(mission)));
    }
    case "permit":
    case "step":
      return ofActivities(study.authorities.get(target.authority)?.activities ?? []);
    case "finding":
      return [...study.authorities.values()]
        .filter((authority) => authority.in.includes(target.situation))
        .flatMap(({ activities }) => ofActivities(activities));
    case "lead-time":
      return [...study.levers.values()]
        .filter(({ instrument }) => instrument === target.instrument)
        .flatMap(({ answers }) => answers.flatMap((task) => domainOf(task.slice(0, task.indexOf(".")))));
    case "order-of-first-effects":
    case "order-of-permits":
      return order.flatMap((task) => domainOf(task.slice(0, task.indexOf("."))));
    case "unknown":
      return [];
    case "moment":
    case "units-reached":
    case "units-within":
    case "need":
    case "order-to-first-effect":
    case "order-of-knowledge":
    case "share-beyond":
    case "roles":
      return domainOf(target.mission);
  }
}
