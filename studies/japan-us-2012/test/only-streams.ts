import { flagship } from "./read-flagship.ts";

/**
 * A lever `only-streams` that silences every stream of the study but those named, as text of a study file without its packages. Streams that
 * only others cause stay: nothing sets them off.
 */
export function onlyStreams(kept: readonly string[], extra: readonly string[] = []): string {
  const changes = [...flagship.incidents.values()]
    .filter(({ id }) => !kept.includes(id))
    .flatMap(({ id, rate, dates }) => {
      if (rate !== undefined) return [`{set: incidents.${id}.rate, to: 0 /yr}`];
      return dates.length > 0 ? [`{remove: incidents.${id}}`] : [];
    });
  return `
levers:
  only-streams:
    title: {ja: 一部の事案のみ, en: Some streams only}
    kind: capability
    side: [JPN]
    answers: [keep-unit]
    change:
${[...changes, ...extra].map((change) => `      - ${change}`).join("\n")}
    takes: 0 h
    adopted: 1
    used: 1
    proposed: analyst
    assumption: true
`;
}
