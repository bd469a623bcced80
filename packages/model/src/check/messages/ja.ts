import type { Catalogue, Message } from "@shikumi/core/diagnostic";
import type { CheckCode } from "../check-code.ts";

const say = (text: string, help: string): Message => ({ text, help });

function provision(id: string | number, cites: string | number): string {
  return cites === "" ? `${id}` : `${id}（${cites}）`;
}

/** Inconsistencies of a study in Japanese, by code. */
export const ja: Catalogue<CheckCode> = {
  "provisions-clash": ({
    first = "",
    firstJa = "",
    second = "",
    secondJa = "",
    activity,
    organisation,
    rank,
  }) =>
    say(
      `${provision(first, firstJa)}と${provision(second, secondJa)}が衝突しています。` +
        `${organisation}による「${activity}」に双方が当てはまり、一方は許容し他方は禁じ、法形式の順位（${rank}）と日付も同じです。`,
      "どちらが優先するかを「over」で示すか、対象者・場所・事態・日付・事実のいずれかで一方を限定してください。",
    ),
  "over-cycle": ({ cycle }) =>
    say(
      `規定の優先関係が循環しています：${cycle}。`,
      "優先する規定が一つに決まるように「over」を一つ外してください。",
    ),
  "task-cycle": ({ cycle }) =>
    say(
      `タスクが互いを待って循環しています：${cycle}。`,
      "最初に始められるタスクができるように、「after」「any-of」または後のタスクが作る情報のいずれかを外してください。",
    ),
  "superior-cycle": ({ cycle }) =>
    say(`組織の上下関係が循環しています：${cycle}。`, "「under」を一つ外してください。"),
  "place-cycle": ({ cycle }) =>
    say(`場所の包含関係が循環しています：${cycle}。`, "「inside」を一つ外してください。"),
  "situation-cycle": ({ cycle }) =>
    say(
      `事態が互いを前提として循環し、いずれも認定できません：${cycle}。`,
      "最初に認定できる事態ができるように「needs」を一つ外してください。",
    ),
  "lever-cycle": ({ cycle }) =>
    say(
      `政策手段が互いを前提または先行として循環しています：${cycle}。`,
      "「needs」または「after」を一つ外すか、常に一組となる手段を一つにまとめてください。",
    ),
  "cascade-endless": ({ incidents }) =>
    say(
      `事案の連鎖が終わらない可能性があります。${incidents}を通じて、一つの事案から平均一つ以上の事案が続きます。`,
      "どの将来像でも、一つの事案から続く事案が平均一つ未満になるように「chance」を下げてください。",
    ),
  "accountable-twice": ({ task, party, first, organisation }) =>
    say(
      `${task}について、${party}の責任組織が二つあります：${first}と${organisation}。`,
      "一つだけを示し、他方は「roles」で主担当または支援としてください。",
    ),
  "accountable-of-other-party": ({ task, party, organisation, found }) =>
    say(
      `${organisation}は${task}について${party}の責任組織とされていますが、${found}に属しています。`,
      `${party}の組織を示すか、${organisation}を${found}の側に書いてください。`,
    ),
  "accountable-missing": ({ task, party, organisations }) =>
    say(
      `${task}について、${organisations}が実施できるのに、${party}の責任組織がありません。`,
      "タスクの「accountable」に一つ示してください。",
    ),
  "task-without-anyone": ({ task }) =>
    say(
      `${task}を実施できる者がいません。必要な能力を保有する組織も、主担当も、責任組織もありません。`,
      "保有を加えるか、「roles」に主担当を、または「accountable」に責任組織を示してください。さもないとその価値は失われたままです。",
    ),
  "activity-not-in-law": ({ activity, task, suggestions }) =>
    say(
      `${task}の活動「${activity}」に言及する規定がなく、国の機関には根拠がありません。`,
      suggestions === "" ? "規定の「activities」に加えてください。" : `もしかして：${suggestions}`,
    ),
  "authority-unused": ({ id }) =>
    say(
      `${id}が対象とする活動を持つタスクがありません。`,
      "「activities」をタスクの活動と見比べるか、規定を削除してください。",
    ),
  "mechanism-unused": ({ id }) =>
    say(
      `${id}は、どのタスクにも使われるものを可能にしていません。`,
      "「unlocks」の種別と活動をタスクのものと見比べるか、削除してください。",
    ),
  "information-unused": ({ id }) =>
    say(`${id}を必要とするタスクがありません。`, "タスクの「knows」に示すか、削除してください。"),
  "capability-unused": ({ id }) =>
    say(`${id}を必要とするタスクがありません。`, "タスクの「needs」に示すか、削除してください。"),
  "decider-unused": ({ id }) =>
    say(
      `${id}は何の判断も求められていません。`,
      "手続・認定・判断のいずれか、または権限の主体として示すか、削除してください。",
    ),
  "uncertainty-unused": ({ id }) =>
    say(
      `不確実性${id}に依存するものがありません。`,
      `関係する箇所に {future: ${id}} と書くか、削除してください。`,
    ),
  "lever-answers-nothing": ({ lever }) =>
    say(
      `政策手段${lever}には、対象とするタスクが示されていません。`,
      "「answers」にタスクを示してください。",
    ),
  "place-not-reached": ({ place, capability, task, ports }) =>
    say(
      `${task}を行う${place}と、${capability}のいずれの港（${ports}）との間にも海路がありません。`,
      "欠けている区間を「routes」に加えてください。",
    ),
  "place-closed-to-all": ({ place, task }) =>
    say(
      `${task}を行う${place}には誰も立ち入れません。閉鎖されており、立入りを可能にするしくみもありません。`,
      "場所の「access」を定めるか、立入りを可能にするしくみを加えてください。",
    ),
  "recalls-nothing": ({ id, priority }) =>
    say(
      `任務${id}は部隊を呼び戻しますが、優先度が${priority}より低く、同じ能力を必要とする任務がありません。`,
      "呼び戻す相手の任務より「priority」を高くするか、「recalls」を消してください。",
    ),
  "proposal-later-than-baseline": ({ lever, source, issued, baseline }) =>
    say(
      `政策手段${lever}の提案${source}（${issued}）は、基準日${baseline}より後のものです。`,
      "それ以前の提案を典拠とするか、「proposed: analyst」と書いてください。",
    ),
  "proposal-undated": ({ lever, source }) =>
    say(
      `政策手段${lever}の提案${source}には日付がなく、基準日より前のものと示せません。`,
      "典拠に「issued」（または「as-of」）を書くか、「proposed: analyst」と書いてください。",
    ),
  "fact-later-than-baseline": ({ element, date, baseline }) =>
    say(
      `${element}に、基準日${baseline}より後の日付${date}があります。基準日には知られていませんでした。`,
      "いつまでに知られていたかを「as-of」で示すか、想定なら「assumption: true」、文脈として記すだけなら「context: true」と書いてください。",
    ),
  "fact-date-missing": ({ element, source, issued, baseline }) =>
    say(
      `${element}は、基準日${baseline}より後の${issued}に発行された${source}を引きますが、いつの事実かが書かれていません。`,
      "事実の日付を、引用のそばか典拠に「as-of」で書いてください。",
    ),
  "source-undated": ({ source }) =>
    say(
      `典拠${source}に日付がなく、その事実が基準日より前のものと示せません。`,
      "「issued」か、そこから取った最も新しい事実の日付を「as-of」で書いてください。",
    ),
  "validation-of-unknown": ({ id, of, found, suggestions }) =>
    say(
      `検証の行${id}は${of}と比べるとありますが、「${found}」という名のものはありません。`,
      suggestions === "" || suggestions === undefined
        ? "「of」と「since」に書ける経路は、研究言語の一覧にあります。"
        : `もしかして：${suggestions}`,
    ),
  "validation-does-not-fit": ({ id, of }) =>
    say(
      `検証の行${id}は、${of}を種類の違うものと比べています。`,
      "順序は「{first: […]}」と、時間・人員・頻度・割合は量または「{ratio: [下限, 上限]}」と比べてください。",
    ),
  "replay-unknown": ({ id, found, suggestions }) =>
    say(
      `検証の行${id}の事例は再現できません。その事案に「${found}」がありません。`,
      suggestions === "" || suggestions === undefined
        ? "その事案にある事実・値・原因か、事例を記した行の名を書いてください。"
        : `もしかして：${suggestions}`,
    ),
  "hypothesis-names-unknown": ({ id, field, found, suggestions }) =>
    say(
      `仮説${id}は「${field}」に、研究にない「${found}」を挙げています。`,
      suggestions === "" || suggestions === undefined
        ? "研究にある要素の名を書いてください。"
        : `もしかして：${suggestions}`,
    ),
};
