import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment, RangedAssumption, UnrangedAssumption } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import { type Element, parseStudy, type Study } from "@shikumi/model";
import { formatNumber } from "@shikumi/report";
import { readStudyFolder } from "@shikumi/workbench";

// Writes the weakest assumptions that `shikumi assess STUDY --weakest N --out FILE` found into the README of a study, between its marks.
const [file = "", folder = "", listed = "20"] = process.argv.slice(2);

interface Line {
  readonly id: string;
  readonly element: Element | undefined;
  readonly domain: string;
  readonly swing: RangedAssumption["swing"];
  readonly weight: number;
  readonly how: "range" | "scale";
}

function lines(study: Study, { ranged, unranged }: NonNullable<Assessment["weakest"]>): readonly Line[] {
  const all = [
    ...ranged.map((one): Line & { readonly sure: boolean } => ({
      id: `uncertainties.${one.uncertainty}`,
      element: study.uncertainties.get(one.uncertainty),
      domain: one.domain ?? "",
      swing: one.swing,
      weight: one.weight.value,
      how: "range",
      sure: one.isAboveChance,
    })),
    ...unranged.map((one) => ({
      id: `${one.collection}.${one.element}`,
      element: elementOf(study, one),
      domain: one.domain ?? "",
      swing: one.swing,
      weight: Math.abs(one.swing.value),
      how: "scale" as const,
      sure: one.isAboveChance,
    })),
  ];
  return all
    .filter(({ sure }) => sure)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, Number(listed));
}

function elementOf(study: Study, { collection, element }: UnrangedAssumption): Element | undefined {
  if (collection === "study") return undefined;
  if (collection !== "tasks") return study[collection].get(element);
  const [mission = "", task = ""] = element.split(".");
  return study.missions.get(mission)?.tasks.get(task);
}

const words = {
  ja: {
    range: "幅の5%→95%",
    scale: "半分→二倍",
    head: "| 順位 | 仮定 | 動かし方 | 最も動く分野 | 実効性の変化（ポイント、95%区間） |",
  },
  en: {
    range: "5 % → 95 % of its range",
    scale: "halved → doubled",
    head: "| rank | assumption | moved | domain it moves most | effectiveness, points (95 %) |",
  },
};

function table(found: readonly Line[], language: Language): string {
  const rows = found.map(({ id, element, domain, swing, how }, at) => {
    const printed = formatNumber(swing, "gain-interval", language);
    const named = element?.name[language] ?? "";
    const name = named === "" || named === element?.id ? "" : ` ${named}`;
    return `| ${at + 1} | \`${id}\`${name} | ${words[language][how]} | ${domain} | ${printed?.value ?? ""}${printed?.interval ?? ""} |`;
  });
  return [words[language].head, "|--:|---|---|---|--:|", ...rows].join("\n");
}

const { study } = parseStudy(await readStudyFolder(folder, {}));
const assessment = JSON.parse(readFileSync(file, "utf8")) as Assessment;
const { weakest, runs } = assessment;
const run = runs.find(({ key }) => key === weakest?.run);
if (study === undefined || weakest === undefined || run === undefined)
  throw new TypeError("the files are not a study and an assessment of its weakest assumptions");
const found = lines(study, weakest);
const told = {
  digest: run.digest.slice(0, 12),
  tried: weakest.tried.value,
  scaled: weakest.unranged.length,
  candidates: weakest.candidates.value,
};
const origin: Readonly<Record<Language, string>> = {
  ja: `実行：研究の版 \`${told.digest}\`、規則 \`${run.engine}\`、乱数の種 ${run.seed}、将来像${run.futures}、反復${run.replications}。不確実性${told.tried}個と、幅をもたない仮定を含む要素${told.candidates}個のうち${told.scaled}個を動かした。`,
  en: `Run: version of the study \`${told.digest}\`, rules \`${run.engine}\`, seed ${run.seed}, ${run.futures} futures, ${run.replications} replication(s). Moved: ${told.tried} uncertainties, and ${told.scaled} of the ${told.candidates} elements that hold assumptions without a range.`,
};
const page = join(folder, "README.md");
let text = readFileSync(page, "utf8");
for (const language of ["ja", "en"] as const) {
  const [begin, end] = [`<!-- weakest ${language} -->`, `<!-- /weakest ${language} -->`];
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < 0) throw new TypeError(`README.md lacks ${begin} … ${end}`);
  text = `${text.slice(0, before + begin.length)}\n\n${origin[language]}\n\n${table(found, language)}\n\n${text.slice(after)}`;
}
writeFileSync(page, text);
