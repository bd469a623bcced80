/** A study of two missions, chance in every quantity: enough for the order of threads to matter if it could. */
export const studyText = `
study:
  title: {ja: 並列, en: Threads}
  baseline: 2011-12-31
  horizon: 60 d
parties:
  OWN: {name: {ja: 自国, en: Own}}
  OTHER: {name: {ja: 他国, en: Other}}
kinds:
  firm: {name: {ja: 企業, en: Firm}, default: free-unless-barred}
organisations:
  team: {name: {ja: 班, en: Team}, party: OWN, kind: firm}
  guest: {name: {ja: 客, en: Guest}, party: OTHER, kind: firm}
capabilities:
  unit: {name: {ja: 部隊, en: Unit}, unit: unit, moves: none}
places:
  home: {name: {ja: 本拠, en: Home}, access: open}
holdings:
  units: {of: team, what: unit, quantity: 2, at: home, ready: {uniform: [1 h, 9 h]}, recovers: {exponential: 20 h}, assumption: true}
  guests: {of: guest, what: unit, quantity: 1, at: home, ready: {uniform: [2 h, 30 h]}, assumption: true}
incidents:
  alarm:
    name: {ja: 警報, en: Alarm}
    at: home
    rate: 40 /yr
    calls: [answer, repair]
    assumption: true
missions:
  answer:
    name: {ja: 対処, en: Answer}
    domain: D1
    assumption: true
    tasks:
      act: {activity: act, needs: {unit: 2}, takes: {exponential: 3 h}, outcome: true, value: {uniform: [1, 5]}, standard: 12 h, expires: 3 d, decays: linear, hazard: 1}
  repair:
    name: {ja: 修復, en: Repair}
    domain: D2
    assumption: true
    tasks:
      mend: {activity: mend, needs: {unit: 1}, takes: {exponential: 30 h}, outcome: true, value: 1, expires: 5 d}
levers:
  more: {name: {ja: 増強, en: More}, kind: capability, change: [{set: holdings.units.quantity, to: 4}], takes: {uniform: [1 d, 40 d]}, adopted: 0.5, used: 1, proposed: analyst, assumption: true}
packages:
  strong: {name: {ja: 強化, en: Strong}, levers: [more]}
`;
