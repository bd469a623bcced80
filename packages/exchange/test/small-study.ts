import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type Imported,
  type ImportPlan,
  type InputFile,
  planImport,
  type Remark,
  type StudyInFiles,
} from "@shikumi/exchange";
import { parseStudy, type Study, type StudyFile } from "@shikumi/model";

/** A study of a few elements, in two files of YAML and one of CSV. */
export const smallFiles: readonly StudyFile[] = [
  {
    path: "study.yaml",
    text: `# The charter.
study: {id: small, title: {ja: 小, en: Small}, baseline: 2011-12-31, start: 2012-01-01, horizon: 1 yr}
parties:
  N: {name: {ja: 北, en: North}}
kinds:
  organ: {name: {ja: 機関, en: Organ}, default: needs-basis}
organisations:
  N-FIRE: {name: {ja: 北消防隊, en: North Fire Brigade}, party: N, kind: organ, at: quay}
  N-COAST: {name: {ja: 北監視隊, en: North Coast Watch}, party: N, kind: organ, at: quay}
  N-ARMY: {name: {ja: 北陸軍, en: North Army}, party: N, kind: organ}
places:
  quay: {name: {ja: 岸壁, en: The Quay}, at: 10 N 20 E}
  hill: {name: {ja: 丘, en: The Hill}, at: 11 N 20 E}
capabilities:
  boat: {name: {ja: 船, en: Fire boat}, unit: {ja: 隻, en: boat}, moves: sea, speed: 10 kn, assumption: true}
  crew: {name: {ja: 班, en: Crew}, unit: {ja: 班, en: crew}, moves: road, speed: 40 km/h, assumption: true}
missions:
  answer:
    name: {ja: 対処, en: Answering}
    domain: fire
    assumption: true
    tasks:
      extinguish: {name: {ja: 消火, en: Extinguishing}, activity: extinguish, needs: {boat: 1}, takes: 2 h, expires: 1 d, outcome: true, value: 1, accountable: {N: N-FIRE}}
      look: {name: {ja: 偵察, en: Looking}, activity: look, needs: {crew: 1}, takes: 1 h, expires: 1 d}
incidents:
  fire: {name: {ja: 火災, en: Fire}, at: quay, rate: 2 /yr, calls: answer, assumption: true}
`,
  },
  {
    path: "more.yaml",
    text: `# Who leads, and where things come from.
roles:
  # This stays above its element.
  answer.extinguish: {lead: N-FIRE, supports: [N-COAST]} # and this behind it
  answer.look:
    lead: N-COAST
sources:
  acts: {title: {ja: 法令集, en: Acts}, type: legislation, reliability: A, issued: 2011, publisher: {ja: 書房, en: Press}}
  pamphlet:
    title: Tomorrow
    type: pamphlet
    author: [M. Writer, {family: Oya, given: S.}]
    reliability: C
    note: {ja: "注: 一", en: "A note: 50 % & more_less"}
`,
  },
  {
    path: "holdings.csv",
    text: `id,name.en,of,what,quantity,at,ready.triangular,shared-with,assumption,note.en
fire-boats,Boats,N-FIRE,boat,2,quay,10 min; 20 min; 1 h,N-COAST;,true,"Two, by turns"
watch-crews,,N-COAST,crew,3,hill,,,true,
`,
  },
];

/** Files as a study; throws where they are none. */
export function studyOf(files: readonly StudyFile[]): StudyInFiles {
  const { study, diagnostics } = parseStudy(files);
  if (study === undefined) throw new Error(JSON.stringify(diagnostics));
  return { files, study };
}

export const small: StudyInFiles = studyOf(smallFiles);

const known = new Map<string, StudyInFiles>();

/** A study of this repository. */
export function repositoryStudy(name: string): StudyInFiles {
  const before = known.get(name);
  if (before !== undefined) return before;
  const root = join(import.meta.dirname, "../../../studies", name);
  const read = (folder: string, prefix: string): StudyFile[] =>
    readdirSync(folder).flatMap((entry) => {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) return read(path, `${prefix}${entry}/`);
      return /\.(?:ya?ml|csv)$/.test(entry)
        ? [{ path: `${prefix}${entry}`, text: readFileSync(path, "utf8") }]
        : [];
    });
  const whole = studyOf(read(root, ""));
  known.set(name, whole);
  return whole;
}

/** A text or bytes as a file. */
export function file(name: string, content: string | Uint8Array): InputFile {
  return { name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
}

/** The files of a study after a plan. */
export function after({ files }: StudyInFiles, plan: ImportPlan): StudyInFiles {
  const changed = new Map(plan.files.map((one) => [one.path, one]));
  const kept = files.filter(({ path }) => !changed.has(path));
  return studyOf([...kept, ...plan.files]);
}

/** Remarks as `code line-or-row`, short enough to read in an assertion. */
export function told(remarks: readonly Remark[]): readonly string[] {
  return remarks.map(({ code, at }) => {
    const place = at.line ?? at.row;
    return place === undefined ? code : `${code} ${place}${at.column === undefined ? "" : `.${at.column}`}`;
  });
}

export function plan(imported: Imported, study: StudyInFiles = small, target = "imported.yaml"): ImportPlan {
  return planImport(study, imported, target);
}

/** Names of the changed elements of a plan with what is done to them. */
export function actions({ elements }: ImportPlan): readonly string[] {
  return elements.filter(({ action }) => action !== "keep").map(({ action, id }) => `${action} ${id}`);
}

export type { Study };
