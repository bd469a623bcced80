import { parseStudy } from "../../src/parse-study.ts";
import type { Study } from "../../src/study/study.ts";

const charter = `
study:
  title: {ja: 試し, en: Trial}
  baseline: 2009-01-31
  start: 2009-02-01
  horizon: 1 yr
  assumption: true
parties:
  JPN: {name: {ja: 日本, en: Japan}}
  FLAG: {name: {ja: 旗国, en: Flag states}}
kinds:
  force: {name: {ja: 部隊, en: Force}, default: needs-basis}
organisations:
  NAVY: {name: {ja: 海上部隊, en: Navy}, party: JPN, kind: force}
  GUARD: {name: {ja: 沿岸警備隊, en: Coast guard}, party: JPN, kind: force}
deciders:
  MINISTER: {name: {ja: 大臣, en: Minister}, party: JPN}
  PM: {name: {ja: 首相, en: Prime minister}, party: JPN}
  GOVERNOR: {name: {ja: 知事, en: Governor}, party: JPN}
places:
  home-waters: {name: {ja: 領海, en: Home waters}, state: JPN}
  gulf: {name: {ja: 湾, en: Gulf}}
beneficiaries:
  own-ships: {name: {ja: 自国船, en: Own ships}, party: JPN}
  other-ships: {name: {ja: 他国船, en: Other ships}, party: FLAG}
sources:
  code:
    type: legislation
    title: {ja: 法令集, en: Code of laws}
    issued: 2008
    reliability: A
`;

/** A study of a few people and places and the YAML given. Throws with what was found if it cannot be read. */
export function readStudy(yaml: string): Study {
  const { study, diagnostics } = parseStudy([
    { path: "study.yaml", text: charter },
    { path: "law.yaml", text: yaml },
  ]);
  if (study) return study;
  throw new Error(
    diagnostics.map(({ code, span, args }) => `${code} ${span.start} ${JSON.stringify(args)}`).join("\n"),
  );
}
