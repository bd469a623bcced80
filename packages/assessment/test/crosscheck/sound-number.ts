import type { Assessment, CauseFinding, Figure } from "../../src/findings.ts";

/** Every figure of a finding, wherever it stands. */
export function figuresIn(value: unknown): readonly Figure[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  if ("unit" in value && "run" in value && "low" in value) return [value as Figure];
  return Object.values(value).flatMap(figuresIn);
}

/** Figures that are no numbers although the findings do not say why, and numbers that cannot be: addresses and values. */
export function unsoundFigures(found: Assessment): readonly string[] {
  const excused = new Set(excusedFigures(found).map(({ id }) => id));
  return figuresIn(found)
    .filter((figure) => !isSound(figure) && !(Number.isNaN(figure.value) && excused.has(figure.id)))
    .map(({ id, value, low, high }) => `${id}: ${value} [${low}, ${high}]`);
}

/** A finite value, with a finite interval around it or none. */
function isSound({ value, low, high, unit }: Figure): boolean {
  if (!Number.isFinite(value)) return false;
  if (unit === "hours" && value < 0) return false;
  if (Number.isNaN(low) && Number.isNaN(high)) return true;
  const slack = 1e-9 * Math.max(1, Math.abs(value));
  return Number.isFinite(low) && Number.isFinite(high) && low <= value + slack && value <= high + slack;
}

/** Figures that have no denominator, and of which something else in the findings says so. */
function excusedFigures(found: Assessment): readonly Figure[] {
  const said = (kind: string, id: string): boolean =>
    found.notices.some(
      ({ code, args }) => code === "no-demand" && args["kind"] === kind && args["id"] === id,
    );
  const saidOfDomain = (mission: string): boolean =>
    found.baseline.missions.some((one) => one.mission === mission && said("domain", one.domain));
  const packages = [found.baseline, ...found.packages];
  const withoutCase = packages.flatMap(({ tasks }) => tasks).filter(({ instances }) => instances.value === 0);
  const withoutEffect = packages
    .flatMap(({ tasks }) => tasks)
    .filter(({ coverage }) => !(coverage.value > 0));
  const gains = [...found.levers, ...found.packageGains].flatMap((gain) => gain.gains);
  return [
    ...figuresIn(packages.flatMap(({ domains }) => domains.filter(({ domain }) => said("domain", domain)))),
    ...figuresIn(
      packages.flatMap(({ missions }) =>
        missions.filter(({ mission, domain }) => said("mission", mission) || said("domain", domain)),
      ),
    ),
    ...figuresIn(
      packages.flatMap(({ tasks, missions }) => {
        const silent = missions.filter(
          ({ mission, domain }) => said("mission", mission) || said("domain", domain),
        );
        return tasks.filter(({ task }) => silent.some(({ mission }) => task.startsWith(`${mission}.`)));
      }),
    ),
    ...figuresIn(found.causes.filter(({ scope }) => said(scope.kind, scope.id) || saidOfDomain(scope.id))),
    ...figuresIn(gains.filter(({ domain }) => said("domain", domain))),
    ...figuresIn(withoutCase),
    ...figuresIn(withoutEffect.map(({ firstEffect }) => firstEffect)),
    ...figuresIn(found.equality),
    ...figuresIn(found.roles.flatMap(({ cells }) => cells.map(({ delivered }) => delivered))),
  ];
}

/** Splits of a shortfall whose parts do not add up to it. */
export function unbalancedCauses(found: Assessment): readonly CauseFinding[] {
  return found.causes.filter(({ shortfall, parts, irreducible }) => {
    const total = parts.reduce((sum, { figure }) => sum + figure.value, irreducible.value);
    return Number.isNaN(shortfall.value)
      ? !Number.isNaN(total)
      : !(Math.abs(total - shortfall.value) <= 1e-9);
  });
}
