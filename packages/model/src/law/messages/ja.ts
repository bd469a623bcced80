import type { Args, Catalogue, Message } from "@shikumi/core/diagnostic";
import type { LawRule } from "../law-rule.ts";

const told = (text: string): Message => ({ text, help: "" });

function basis({ citation, source }: Args): string {
  return `${citation === undefined ? "" : `：${citation}`}${source === undefined ? "" : `〔典拠：${source}〕`}`;
}

function scope({ beneficiary, place, date }: Args): string {
  return `${date}時点で${beneficiary === undefined ? "" : `${beneficiary}のために`}${place === undefined ? "" : `${place}において`}`;
}

/** Lines of legal explanations in Japanese, by rule. */
export const ja: Catalogue<LawRule> = {
  "value-true": () => told("はい"),
  "value-false": () => told("いいえ"),
  "value-unknown": () => told("不明"),
  "value-not-encoded": () => told("未記述"),
  "value-info": () => told("参考"),
  "time-since-onset": () => told("発生からの経過時間"),

  "verdict-obliged": (args) =>
    told(`${args["actor"]}は、${scope(args)}「${args["activity"]}」を行わなければなりません${basis(args)}。`),
  "verdict-permitted": (args) =>
    told(`${args["actor"]}は、${scope(args)}「${args["activity"]}」を行うことができます${basis(args)}。`),
  "verdict-prohibited": (args) =>
    told(`${args["actor"]}は、${scope(args)}「${args["activity"]}」を行ってはなりません${basis(args)}。`),
  "verdict-no-basis": (args) =>
    told(`${args["actor"]}には、${scope(args)}「${args["activity"]}」を行う法的根拠がありません。`),
  "verdict-undetermined": (args) =>
    told(
      `${args["actor"]}が${scope(args)}「${args["activity"]}」を行えるかどうかは、与えられていない事実によります。`,
    ),
  "verdict-not-encoded": (args) =>
    told(
      `${args["actor"]}が${scope(args)}「${args["activity"]}」を行えるかどうかは、この研究に記述されていない法によります。`,
    ),

  "joint-obliged": ({ activity }) => told(`参加者は全員、共同で「${activity}」を行わなければなりません。`),
  "joint-permitted": ({ activity }) => told(`参加者は共同で「${activity}」を行うことができます。`),
  "joint-prohibited": ({ activity }) => told(`「${activity}」を行ってはならない参加者がいます。`),
  "joint-no-basis": ({ activity }) => told(`「${activity}」の法的根拠がない参加者がいます。`),
  "joint-not-linked": ({ activity }) => told(`参加者が共同で「${activity}」を行うための取決めがありません。`),
  "joint-undetermined": ({ activity }) =>
    told(`参加者全員が「${activity}」を行えるかどうかは、与えられていない事実によります。`),
  "joint-not-encoded": ({ activity }) =>
    told(`参加者全員が「${activity}」を行えるかどうかは、この研究に記述されていない法によります。`),
  agreement: (args) =>
    told(`${args["mechanism"]}により、${args["organisations"]}は共同で行動できます${basis(args)}。`),
  "agreement-missing": ({ organisations }) =>
    told(`この活動について${organisations}を結ぶ、効力のある取決めがありません。`),

  "default-needs-basis": ({ actor }) => told(`${actor}は、根拠となる規定がある場合にのみ行動できます。`),
  "default-free": ({ actor }) => told(`${actor}は、禁じられていないことを行うことができます。`),
  "no-provision": ({ activity }) => told(`「${activity}」に言及する規定はありません。`),

  "provision-may": (args) => told(`${args["authority"]}はこれを許容しています${basis(args)}。`),
  "provision-must": (args) => told(`${args["authority"]}はこれを義務付けています${basis(args)}。`),
  "provision-must-not": (args) => told(`${args["authority"]}はこれを禁じています${basis(args)}。`),
  "provision-not-fitting": (args) => told(`${args["authority"]}は当てはまりません${basis(args)}。`),
  "left-out": ({ leftOut }) => told(`この研究では意図して記述していません：${leftOut}`),

  "activity-covered": ({ activity }) => told(`「${activity}」を対象とします。`),
  "activity-not-covered": ({ activity, activities }) =>
    told(`対象は${activities}であり、「${activity}」ではありません。`),
  empowers: ({ empowers }) => told(`権限の主体：${empowers}。`),
  "empowers-nobody": () => told("権限の主体は示されていません。"),
  "defined-by": ({ definedBy }) => told(`その主体を定める規定：${definedBy}。`),
  "defined-by-nothing": () => told("その主体を定める規定は示されていません。"),
  "acts-through": ({ actor }) => told(`${actor}を通じて行われます。`),
  "acts-through-others": ({ actor, organisations }) =>
    told(
      organisations === ""
        ? `この規定はいずれの組織にも行動させません。${actor}に権限は与えられていません。`
        : `${organisations}を通じて行われ、${actor}は含まれません。`,
    ),
  "beneficiary-any": () => told("対象者の限定はありません。"),
  "beneficiary-covered": ({ beneficiary }) => told(`${beneficiary}を対象とします。`),
  "beneficiary-not-covered": ({ beneficiary, covered }) =>
    told(`対象は${covered || "なし"}であり、${beneficiary}は含まれません。`),
  "beneficiary-not-named": ({ covered }) =>
    told(`対象は${covered || "なし"}に限られますが、対象者が示されていません。`),
  "place-any": () => told("場所の限定はありません。"),
  "place-covered": ({ place }) => told(`${place}で適用されます。`),
  "place-not-covered": ({ place, covered }) =>
    told(`適用される場所は${covered || "なし"}であり、${place}は含まれません。`),
  "place-not-named": ({ covered }) =>
    told(`適用される場所は${covered || "なし"}に限られますが、場所が示されていません。`),
  "in-force": ({ date, from, until }) =>
    told(
      `${date}に効力があります${from === "" ? "" : `（${from}から）`}${until === "" ? "" : `（${until}まで）`}。`,
    ),
  "not-yet-in-force": ({ date, from }) => told(`${date}にはまだ効力がなく、${from}から効力を持ちます。`),
  "no-longer-in-force": ({ date, until }) =>
    told(`${date}にはもう効力がありません${until === "" ? "" : `（${until}に終了）`}。`),

  when: () => told("次の条件の下で適用されます。"),
  unless: () => told("例外のいずれにも当たりません。"),
  "condition-all": () => told("次のすべてが成り立ちます。"),
  "condition-any": () => told("次のいずれかが成り立ちます。"),
  "condition-not": () => told("次は成り立ちません。"),
  "fact-holds": ({ fact, found }) => told(`事実「${fact}」は${found}です。`),
  "fact-fails": ({ fact, is, found }) => told(`事実「${fact}」は${found}であり、${is}ではありません。`),
  "fact-unknown": ({ fact, is }) =>
    told(`事実「${fact}」が与えられていません${is === "" ? "" : `（必要な値：${is}）`}。`),
  "judgement-made": ({ judgement, by }) => told(`${by}は「${judgement}」に当たると判断しています。`),
  "judgement-denied": ({ judgement, by }) => told(`${by}は「${judgement}」に当たらないと判断しています。`),
  "judgement-open": ({ judgement, by }) => told(`「${judgement}」について${by}の判断はまだありません。`),
  "within-holds": ({ limit, found }) => told(`発生から${found}であり、${limit}以内です。`),
  "within-fails": ({ limit, found }) => told(`発生から${found}であり、${limit}を超えています。`),
  "within-unknown": ({ limit }) =>
    told(`発生からの経過時間が与えられていません（${limit}以内である必要があります）。`),
  "within-open": ({ low, high, found }) =>
    told(`発生から${found}であり、限度は${low}から${high}の間にあります。`),

  "situation-any": () => told("事態の認定を要しません。"),
  "situation-open": ({ situation }) => told(`必要な事態が認定されています：${situation}。`),
  "situation-not-open": ({ situations }) =>
    told(`${situations}においてのみ禁じられますが、認定されていません。`),
  "situation-to-find": ({ situations }) =>
    told(`${situations}においてのみ用いることができ、認定はこれからです。`),
  "step-request": ({ whom, stage }) => told(`手続${stage}：${whom}による要請。`),
  "step-consultation": ({ whom, stage }) => told(`手続${stage}：${whom}との協議。`),
  "step-consent": ({ whom, stage }) => told(`手続${stage}：${whom}の同意。`),
  "step-approval": ({ whom, stage }) => told(`手続${stage}：${whom}の承認。`),
  "step-order": ({ whom, stage }) => told(`手続${stage}：${whom}の命令。`),
  "step-report-after": ({ whom, stage }) => told(`手続${stage}：${whom}への事後報告。`),

  "pending-finding": ({ situations }) => told(`未了：${situations}の認定。`),
  "pending-judgement": ({ judgement, by }) => told(`未了：「${judgement}」についての${by}の判断。`),
  "pending-bar": ({ judgement, by, authority }) =>
    told(`${by}が「${judgement}」に当たると判断した場合は、${authority}により禁じられます。`),
  "pending-request": ({ whom }) => told(`未了：${whom}による要請。`),
  "pending-consultation": ({ whom }) => told(`未了：${whom}との協議。`),
  "pending-consent": ({ whom }) => told(`未了：${whom}の同意。`),
  "pending-approval": ({ whom }) => told(`未了：${whom}の承認。`),
  "pending-order": ({ whom }) => told(`未了：${whom}の命令。`),
  "pending-report-after": ({ whom }) => told(`事後に必要：${whom}への報告。`),
  "pending-perhaps-request": ({ whom }) => told(`事実により必要：${whom}による要請。`),
  "pending-perhaps-consultation": ({ whom }) => told(`事実により必要：${whom}との協議。`),
  "pending-perhaps-consent": ({ whom }) => told(`事実により必要：${whom}の同意。`),
  "pending-perhaps-approval": ({ whom }) => told(`事実により必要：${whom}の承認。`),
  "pending-perhaps-order": ({ whom }) => told(`事実により必要：${whom}の命令。`),
  "pending-perhaps-report-after": ({ whom }) => told(`事実により事後に必要：${whom}への報告。`),
  "fact-missing": ({ fact }) => told(`与えられていない事実：${fact}。`),
};
