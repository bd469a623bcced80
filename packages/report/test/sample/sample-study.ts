import { parseDate } from "@shikumi/core/date";
import type {
  Collection,
  Element,
  Holding,
  Id,
  Lever,
  Mission,
  Organisation,
  Package,
  Party,
  Provenance,
  Source,
  Study,
  StudyCounts,
  Task,
  Term,
  Text,
} from "@shikumi/model";

export const sampleDigest = "3f5a9c0e".repeat(8);

const stated: Provenance = {
  source: "pact",
  credibility: 2,
  assumption: false,
  unchecked: false,
  note: undefined,
};

const assumed: Provenance = {
  ...stated,
  source: undefined,
  assumption: true,
  note: { ja: "記録がないため、近隣の例にならった。", en: "No record exists; taken from the neighbours." },
};

function element(id: Id, name: Text, provenance: Provenance = stated): Element {
  return {
    id,
    key: id,
    name,
    note: undefined,
    provenance,
    marking: undefined,
    span: { file: "study.yaml", start: 0, end: 0 },
  };
}

function collection<T extends Element>(...elements: readonly T[]): Collection<T> {
  return new Map(elements.map((one) => [one.id, one]));
}

/** Only what a brief reads is filled in; the rest of a task is left away on purpose. */
function task(ref: Id, name: Text, outcome: boolean): Task {
  return { ...element(ref.split(".")[1] ?? ref, name), ref, outcome } as Task;
}

function mission(id: Id, name: Text, domain: string, tasks: readonly Task[]): Mission {
  return {
    ...element(id, name),
    domain,
    floor: undefined,
    priority: 0,
    recalls: "nothing",
    tasks: collection(...tasks),
  };
}

function organisation(id: Id, name: Text, party: Id): Organisation {
  return { ...element(id, name), party, kind: "state", under: undefined, at: undefined };
}

function party(id: Id, name: Text, wants: Party["wants"]): Party {
  return { ...element(id, name), wants };
}

function lever(id: Id, name: Text, kind: Lever["kind"]): Lever {
  return { ...element(id, name), kind, levers: [] } as unknown as Lever;
}

const holding = {
  ...element("north-boats", { ja: "北港の救助艇", en: "Rescue boats of North Harbour" }),
  of: "north-guard",
  what: "boat",
  quantity: {
    dimension: "count",
    unit: "boat",
    amount: { kind: "number", value: 2 },
    provenance: assumed,
  },
  ready: {
    dimension: "time",
    unit: undefined,
    distribution: { kind: "fixed", value: { kind: "number", value: 0.5 } },
    provenance: { ...stated, unchecked: true },
  },
  recovers: {
    dimension: "time",
    unit: undefined,
    distribution: { kind: "fixed", value: { kind: "number", value: 6 } },
    provenance: assumed,
  },
} as unknown as Holding;

const sources: readonly Source[] = [
  {
    ...element("pact", { ja: "三港相互援助協定", en: "Mutual aid pact of the three harbours" }),
    type: "treaty",
    title: { ja: "三港相互援助協定", en: "Mutual aid pact of the three harbours" },
    author: undefined,
    publisher: { ja: "三港協議会", en: "Council of the three harbours" },
    issued: "2010-05-01",
    url: "https://example.org/pact?a=1&b=2",
    reliability: "A",
    sha256: undefined,
    licence: undefined,
  },
  {
    ...element("harbour-paper", { ja: "港の年報", en: "Harbour yearbook" }),
    note: { ja: "船の数にのみ用いる。", en: "Used for the number of boats only." },
    type: "report",
    title: { ja: "港の年報", en: "Harbour yearbook" },
    author: "港務局 / Harbour Office",
    publisher: { ja: "港務局", en: "Harbour Office" },
    issued: "2011",
    url: "javascript:alert(1)",
    reliability: "B",
    sha256: undefined,
    licence: undefined,
  },
];

const empty: Collection<never> = new Map<Id, never>();
const date = (text: string) => parseDate(text) ?? { year: 2012, month: 1, day: 1, minuteOfDay: 0 };

/** Two parties with three organisations, two domains of which one has a name, three levers and two packages. */
export const sampleStudy: Study = {
  charter: {
    id: "harbour-aid",
    title: { ja: "三港の相互援助", en: "Mutual aid of three harbours" },
    question: { ja: "三つの港はどう助け合うべきか。", en: "How should the three harbours help each other?" },
    hypothesis: { ja: "常設の調整所が不可欠である。", en: "A standing cell is indispensable." },
    disclaimer: {
      ja: "ここに名を挙げた人々は架空であり、本研究に関与していない。",
      en: "The people named here are fictional and took no part in this study.",
    },
    period: { ja: "2012年", en: "2012" },
    lead: {
      name: { ja: "港一郎", en: "Ichiro Minato" },
      affiliation: { ja: "北港大学", en: "University of North Harbour" },
    },
    members: [
      { name: { ja: "波花子", en: "Hanako Nami" }, affiliation: undefined },
      { name: { ja: "灯台守", en: "Mamoru Todai" }, affiliation: { ja: "灯台局", en: "Lighthouse Office" } },
    ],
    source: "pact",
    baseline: date("2012-03-31"),
    start: date("2012-04-01"),
    horizon: 8766,
    seed: 7,
    futures: 4,
    replications: 5,
    closing: 0.9,
    adHocCell: { standsUp: holding.ready, handles: holding.quantity },
    classifications: ["open"],
    sway: 0,
  },
  parties: collection(
    party("north", { ja: "北港", en: "North Harbour" }, [
      { definition: "decision", want: "own-waters-lead" },
      { definition: "hazard", want: "shared" },
    ]),
    party("south", { ja: "南港", en: "South Harbour" }, []),
    party("west", { ja: "西港", en: "West Harbour" }, []),
  ),
  kinds: empty,
  organisations: collection(
    organisation("north-guard", { ja: "北港警備隊", en: "North Guard" }, "north"),
    organisation("north-fire", { ja: "北港消防", en: "North Fire Brigade" }, "north"),
    organisation("south-guard", { ja: "南港警備隊", en: "South Guard" }, "south"),
    organisation("west-office", { ja: "西港事務所", en: "West Office" }, "west"),
  ),
  deciders: empty,
  capabilities: empty,
  holdings: collection(holding),
  places: empty,
  routes: empty,
  beneficiaries: empty,
  information: empty,
  situations: empty,
  incidents: empty,
  missions: collection(
    mission("rescue", { ja: "海上救助", en: "Rescue at sea" }, "sea", [
      task("rescue.alert", { ja: "通報の受付", en: "Take the alert" }, false),
      task("rescue.recover", { ja: "遭難者の救出", en: "Recover survivors" }, true),
    ]),
    mission("fire", { ja: "倉庫火災", en: "Warehouse fire" }, "land", [
      task("fire.fight", { ja: "消火", en: "Fight the fire" }, true),
    ]),
  ),
  roles: empty,
  authorities: empty,
  mechanisms: empty,
  trust: empty,
  levers: collection(
    lever("standing-cell", { ja: "常設調整所", en: "Standing cell" }, "coordination"),
    lever("boat-law", { ja: "越境救助法", en: "Cross-border rescue act" }, "law"),
    lever("third-boat", { ja: "三隻目の救助艇", en: "A third boat" }, "capability"),
  ),
  packages: collection({
    ...element("law-and-cell", { ja: "法と調整所", en: "Law and cell" }),
    levers: ["standing-cell", "boat-law"],
    order: [],
    budget: undefined,
    effort: undefined,
  } satisfies Package),
  uncertainties: empty,
  measures: empty,
  hypotheses: empty,
  validation: empty,
  sources: collection(...sources),
  glossary: collection({
    ...element("sea", { ja: "海の救難", en: "Rescue" }),
    ja: "海の救難",
    en: "Rescue",
    locked: true,
  } satisfies Term),
  digest: sampleDigest,
};

const grades = { A: 1, B: 1, C: 0, D: 0, E: 0, F: 0 };

export const sampleCounts: StudyCounts = {
  elements: {
    ...({} as StudyCounts["elements"]),
    ...Object.fromEntries(
      Object.entries(sampleStudy).flatMap(([name, value]) =>
        value instanceof Map ? [[name, value.size] as const] : [],
      ),
    ),
    tasks: 3,
  },
  sources: grades,
  items: { 1: 0, 2: 1, 3: 0, 4: 0, 5: 0, 6: 0, ungraded: 2 },
  numbers: 24,
  assumptions: 2,
  unchecked: 1,
};
