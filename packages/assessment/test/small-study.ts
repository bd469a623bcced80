import { parseStudy, type Study } from "@shikumi/model";

/** The study of one YAML text. Throws with its diagnostics when it has errors. */
export function studyOf(text: string): Study {
  const { study, diagnostics } = parseStudy([{ path: "study.yaml", text }]);
  if (study === undefined) {
    const told = diagnostics.map(
      ({ code, span, args }) => `${code} ${JSON.stringify(args)} at "${text.slice(span.start, span.end)}"`,
    );
    throw new TypeError(told.join("\n"));
  }
  return study;
}

/** What keeps the one task of `obstacleStudy` from being done in time. */
export interface Obstacles {
  /** Time the law's own step takes. */
  readonly stepTakes?: string;
  /** Chance that the actor's own side approves. */
  readonly approved?: number;
  /** Whether a channel brings the information. */
  readonly hasChannel?: boolean;
  /** Time the unit takes to get ready. */
  readonly ready?: string;
  /** Time one step takes at the registry. */
  readonly registry?: string;
  /** Chance that the other side consents. */
  readonly consented?: number;
  /** A further line of the provision, such as a condition. */
  readonly provision?: string;
  /** Work time of the task. */
  readonly takes?: string;
  /** Units the task needs. */
  readonly need?: number;
  /** Whom the law lets act. */
  readonly actsThrough?: string;
  /** Further missions, two spaces in. */
  readonly missions?: string;
  /** How long the actor's own side hesitates besides. */
  readonly hesitates?: string;
  /** Units the team holds. */
  readonly holds?: number;
  /** Whose the place of the incidents is, and who may come. */
  readonly place?: string;
  /** Facts of every incident, as written. */
  readonly facts?: string;
  /** Further streams of incidents, two spaces in, and what every incident causes. */
  readonly incidents?: string;
  readonly causes?: string;
  /** Further holdings, two spaces in. */
  readonly holdings?: string;
  /** Further mechanisms, two spaces in. */
  readonly mechanisms?: string;
  /** Further collections. */
  readonly more?: string;
  readonly futures?: number;
  readonly replications?: number;
}

/**
 * One incident on each of three days calls for one task, done in an hour by one unit of the organisation `team` at home. It is worth 10 within four hours and nothing later.
 * Without obstacles every instance is met in full.
 */
export function obstacleStudy(obstacles: Obstacles = {}): Study {
  const { stepTakes = "0 h", approved = 1, hasChannel = true, ready = "0 h", consented = 1 } = obstacles;
  return studyOf(`
study:
  title: {ja: 小さな研究, en: A small study}
  baseline: 2011-12-31
  horizon: 30 d
  futures: ${obstacles.futures ?? 2}
  replications: ${obstacles.replications ?? 2}
parties:
  OWN: {name: {ja: 自国, en: Own}, wants: {decision: own-lead}}
  OTHER: {name: {ja: 他国, en: Other}}
kinds:
  organ: {name: {ja: 機関, en: Organ}, default: needs-basis}
organisations:
  team: {name: {ja: 班, en: Team}, party: OWN, kind: organ}
  watch: {name: {ja: 監視, en: Watch}, party: OTHER, kind: organ}
deciders:
  minister: {name: {ja: 大臣, en: Minister}, party: OWN}
  registry: {name: {ja: 受付, en: Registry}, party: OWN${obstacles.registry ? `, attention: ${obstacles.registry}, assumption: true` : ""}}
  partner: {name: {ja: 相手, en: Partner}, party: OTHER}
capabilities:
  unit: {name: {ja: 部隊, en: Unit}, unit: unit, moves: air, speed: 900 km/h, assumption: true}
places:
  home: {name: {ja: 本拠, en: Home}, state: OWN, at: 35 N 139 E}
  scene: {name: {ja: 現場, en: Scene}, at: 35 N 139 E, ${obstacles.place ?? "state: OWN"}}
holdings:
  units: {of: team, what: unit, quantity: ${obstacles.holds ?? 1}, at: home, ready: ${ready}, assumption: true}${obstacles.holdings ?? ""}
information:
  picture: {name: {ja: 状況, en: Picture}, type: picture, from: [watch], classed: open}
mechanisms:
  channel:
    name: {ja: 回線, en: Channel}
    between: [OWN, OTHER]
    ${hasChannel ? "unlocks: {information: {types: [picture], up-to: secret}}" : ""}
${obstacles.mechanisms ?? ""}
beneficiaries:
  people: {name: {ja: 人々, en: People}, party: OWN}
incidents:
  alarm:
    name: {ja: 警報, en: Alarm}
    at: scene
    dates: [2012-01-02, 2012-01-09, 2012-01-16]
    for: people${obstacles.causes ? `\n    causes: ${obstacles.causes}` : ""}
    calls: answer${obstacles.facts ? `\n    facts: ${obstacles.facts}` : ""}
    assumption: true
${obstacles.incidents ?? ""}
missions:
  answer:
    name: {ja: 対処, en: Answer}
    domain: D1
    floor: 0.5
    assumption: true
    tasks:
      act: {activity: act, needs: {unit: ${obstacles.need ?? 1}}, knows: [picture], takes: ${obstacles.takes ?? "1 h"}, outcome: true, value: 10, expires: 4 h, hazard: 1}
${obstacles.missions ?? ""}
roles:
  answer.act: {lead: team}
authorities:
  law:
    name: {ja: 法, en: Law}
    says: may
    empowers: minister
    acts-through: ${obstacles.actsThrough ?? "[team]"}
    activities: [act]
    ${obstacles.provision ?? ""}
    steps:
      - {request: registry, takes: ${stepTakes}}
      - {approval: minister, hesitates: ${obstacles.hesitates ?? "0 h"}, given: ${approved}}
      - {consent: partner, given: ${consented}}
    assumption: true
${obstacles.more ?? ""}
`);
}
