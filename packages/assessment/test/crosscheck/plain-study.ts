import type { Study } from "@shikumi/model";
import { studyOf } from "../small-study.ts";

/** Three dated incidents, one task of one unit-hour, law, a channel, one step at each side; nothing keeps the task from being done in time. */
export const plainText = `
study: {title: {ja: 素, en: Plain}, baseline: 2011-12-31, horizon: 30 d, futures: 2, replications: 2}
parties:
  OWN: {name: {ja: 自国, en: Own}}
  OTHER: {name: {ja: 他国, en: Other}}
kinds:
  organ: {name: {ja: 機関, en: Organ}, default: needs-basis}
organisations:
  team: {name: {ja: 班, en: Team}, party: OWN, kind: organ}
  watch: {name: {ja: 監視, en: Watch}, party: OTHER, kind: organ}
deciders:
  minister: {name: {ja: 大臣, en: Minister}, party: OWN, attention: 100 /h, assumption: true}
  partner: {name: {ja: 相手, en: Partner}, party: OTHER}
capabilities:
  unit: {name: {ja: 部隊, en: Unit}, unit: unit, moves: air, speed: 900 km/h, assumption: true}
places:
  scene: {name: {ja: 現場, en: Scene}, at: 35 N 139 E, state: OWN}
holdings:
  units: {of: team, what: unit, quantity: 4, at: scene, ready: 0 h, recovers: 0 h, assumption: true}
information:
  picture: {name: {ja: 状況, en: Picture}, type: picture, from: [watch], classed: open}
mechanisms:
  channel: {name: {ja: 回線, en: Channel}, between: [OWN, OTHER], unlocks: {information: {types: [picture], up-to: secret}}}
beneficiaries:
  people: {name: {ja: 人々, en: People}, party: OWN}
incidents:
  alarm: {name: {ja: 警報, en: Alarm}, at: scene, dates: [2012-01-02, 2012-01-09, 2012-01-16], for: people, calls: answer, assumption: true}
missions:
  answer:
    name: {ja: 対処, en: Answer}
    domain: D1
    floor: 0.5
    assumption: true
    tasks:
      act: {activity: act, needs: {unit: 1}, knows: [picture], takes: 1 h, outcome: true, value: 10, expires: 4 h, hazard: 1}
roles:
  answer.act: {lead: team}
authorities:
  law:
    name: {ja: 法, en: Law}
    says: may
    acts-through: [team]
    activities: [act]
    steps: [{request: minister, takes: 0 h}, {consent: partner, given: 1}]
    assumption: true
`;

/** Texts of the plain study and what stands in their place; a text that is not there is a mistake. */
export type Edits = Readonly<Record<string, string>>;

/** The text of the plain study with edits. */
export function editedText(edits: Edits): string {
  return Object.entries(edits).reduce((text, [found, put]) => {
    if (!text.includes(found)) throw new RangeError(`the plain study has no "${found}"`);
    return text.replace(found, put);
  }, plainText);
}

/** The plain study with edits. Throws with its diagnostics if it has errors. */
export function editedStudy(edits: Edits): Study {
  return studyOf(editedText(edits));
}
