import type { Catalogue } from "@shikumi/core/diagnostic";
import type { EqualityDefinition, NoticeCode } from "../findings.ts";
import type { DefinitionText } from "./index.ts";

const kinds: Readonly<Record<string, string>> = { domain: "分野", mission: "任務" };

const modes: Readonly<Record<string, string>> = { "in-force": "施行済みの場合", timed: "時系列の場合" };

export const noticesJa: Catalogue<NoticeCode> = {
  "cut-runs": ({ run, count }) => ({
    text: `実行「${run}」の反復${count}回が事象数の上限に達し、途中で打ち切られました。`,
    help: "その数値は不完全です。期間を短くするか、事案の発生率を下げてください。",
  }),
  "no-demand": ({ kind, id }) => ({
    text: `どの実行でも、${kinds[kind ?? ""] ?? kind}「${id}」に価値のある需要が生じませんでした。`,
    help: "実効性の数値はありません。事案の発生率とタスクの価値を確かめるか、将来像と反復を増やしてください。",
  }),
  "one-cluster": () => ({
    text: "将来像と反復が一つずつしかないため、どの数値にも区間がありません。",
    help: "反復を2回以上にしてください。",
  }),
  "one-future": ({ replications }) => ({
    text: `将来像が一つしかないため、区間は${replications}回の反復によるものです。`,
    help: "これは偶然の幅であり、不確かさの幅ではありません。将来像を複数にしてください。",
  }),
  "levers-do-not-combine": ({ id }) => ({
    text: `「${id}」は除かれました。その政策手段と前提となる政策手段が両立しません。`,
    help: "その政策手段と前提となる政策手段の`excludes`と`change`を確かめてください。",
  }),
  "undetermined-law": ({ package: id, mode, domain }) => ({
    text: `分野「${domain}」では、「${id}」(${modes[mode ?? ""] ?? mode})が未確定または未記述の法に左右されます。`,
    help: "実効性はその法を認めない場合と認める場合の両方で示し、差はどの原因にも帰しません。",
  }),
  "contributions-counted": ({ count }) => ({
    text: `有効な貢献${count}件は、重みを付けずに数えました。`,
    help: "重みを付けるには、すべての貢献の価値を同じ単位で記してください。",
  }),
  "several-currencies": ({ currencies }) => ({
    text: `政策手段の費用が複数の通貨(${currencies})で記されています。`,
    help: "通貨が混じる合計は示しません。一つの通貨で記してください。",
  }),
};

export const definitionsJa: Readonly<Record<EqualityDefinition, DefinitionText>> = {
  decision: {
    name: "決定",
    definition: "回答された手続・認定・同意のうち、この当事者の決定者と組織が回答した割合。",
  },
  obligation: {
    name: "義務",
    definition: "他の当事者のために行動する義務(活動ごと)のうち、この当事者が負う割合。",
  },
  "information-dependence": {
    name: "情報の依存",
    definition:
      "この当事者の情報の必要(その組織が実施できるタスクに要る情報項目)のうち、他の当事者だけが発信元である割合。",
  },
  risk: {
    name: "危険の負担",
    definition: "タスクの実施で負った危険の全体のうち、この当事者の組織が負った割合。",
  },
  "contribution-capacity": {
    name: "能力に対する貢献",
    definition: "この当事者の部隊等が現場にいた時間÷保有する部隊等の全時間。",
  },
  "contribution-benefit": {
    name: "受益に対する貢献",
    definition: "この当事者が生み出した価値÷その受益者にもたらされた価値。",
  },
  substitutability: {
    name: "代替可能性",
    definition: "この当事者の組織が抜けたときに失われる実効性。失われる分が小さいほど代替できる。",
  },
  planning: {
    name: "計画への参画",
    definition: "有効な共同計画のしくみのうち、この当事者またはその組織が加わっている割合。",
  },
  "bases-and-support": {
    name: "基地と支援",
    definition: "行動以外の貢献(基地、接受国支援、巻き込まれる危険)のうち、この当事者が負う割合。",
  },
};
