import { future, level, need, provenance, type StudyParts, step } from "../law/make-study.ts";

/** A consistent study that uses every kind of element `checkStudy` looks at. */
export const clean: StudyParts = {
  parties: { JPN: {}, USA: {}, DJI: {} },
  kinds: { force: {}, firm: { default: "free-unless-barred" } },
  organisations: {
    "JP-MOD": {},
    "JP-NAVY": { under: "JP-MOD" },
    "US-FLEET": { party: "USA" },
    FIRM: { kind: "firm" },
  },
  deciders: { MINISTER: { members: ["STAFF"] }, STAFF: {}, PM: {} },
  capabilities: { ship: { moves: "sea" }, aircraft: { moves: "air" } },
  holdings: {
    ships: { of: "JP-NAVY", what: "ship", at: "kure" },
    fleet: { of: "US-FLEET", what: "ship", at: "kure" },
    planes: { of: "JP-NAVY", what: "aircraft", at: "kure", quantity: level(future("aircraft"), "count") },
  },
  places: {
    ocean: {},
    kure: { state: "JPN", access: { kind: "closed" } },
    gulf: { inside: "ocean" },
    djibouti: { state: "DJI", access: { kind: "closed" } },
  },
  routes: {
    one: { joins: ["kure", "strait"] },
    two: { joins: ["gulf", "strait"] },
    three: { joins: ["gulf", "djibouti"] },
  },
  beneficiaries: { ours: {}, theirs: {} },
  information: { position: { type: "maritime", madeBy: "answer.search" } },
  situations: { crisis: { foundBy: ["PM"] }, war: { needs: "crisis", foundBy: ["PM"] } },
  incidents: {
    attack: {
      at: [{ place: "gulf", weight: { kind: "number", value: 1 } }],
      calls: [{ mission: "answer", when: [] }],
      causes: [
        { incident: "attack", chance: level(future("again")), after: step("order", "PM").takes, when: [] },
      ],
    },
  },
  missions: {
    answer: {
      search: {
        activity: "search",
        needs: [need("aircraft")],
        accountable: [{ party: "JPN", organisation: "JP-NAVY" }],
      },
      escort: {
        activity: "escort",
        needs: [need("ship")],
        knows: ["position"],
        after: ["search"],
        accountable: [
          { party: "JPN", organisation: "JP-MOD" },
          { party: "USA", organisation: "US-FLEET" },
        ],
      },
      moor: { activity: "moor", at: "djibouti", after: ["escort"], anyOf: ["search"] },
    },
  },
  roles: { "answer.moor": { lead: "FIRM" } },
  authorities: {
    "ART-8": { activities: [], actsThrough: [] },
    "ART-82": {
      cites: { ja: "自衛隊法第82条", en: "SDF Act, art. 82", law: undefined, article: "82" },
      definedBy: "ART-8",
      activities: ["escort", "search"],
      actsThrough: ["JP-NAVY", "US-FLEET"],
      for: ["ours"],
      steps: [[step("approval", "MINISTER")]],
    },
    "ART-9": {
      cites: { ja: "憲法第9条", en: "Constitution, art. 9", law: undefined, article: "9" },
      says: "must-not",
      activities: ["escort"],
      actsThrough: ["JP-NAVY"],
      for: ["theirs"],
    },
  },
  mechanisms: {
    HOST: { between: ["JPN", "DJI"], access: [{ at: ["djibouti"], to: undefined, for: ["moor"] }] },
  },
  levers: {
    more: { answers: ["answer.escort"], proposed: "plan" },
    later: { answers: ["answer.escort"], after: ["more"] },
  },
  uncertainties: {
    again: {
      values: { kind: "uniform", low: { kind: "number", value: 0 }, high: { kind: "number", value: 0.9 } },
    },
    aircraft: {},
  },
  sources: { plan: { issued: "2008" }, act: { issued: "2008-12-31", provenance } },
};
