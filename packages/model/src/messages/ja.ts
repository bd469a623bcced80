import type { Args, Catalogue, Message } from "@shikumi/core/diagnostic";
import type { ModelCode } from "./model-code.ts";

const forms: Readonly<Record<string, string>> = {
  condition: "条件(事実、judgement、within、any、all、not のいずれか)",
  date: "日付(例: 2012-03-31)",
  flag: "true または false",
  id: "id",
  list: "リスト",
  map: "マップ",
  "map-of-collections": "コレクションから要素へのマップ",
  "map-of-elements": "id から要素へのマップ",
  number: "数",
  observed: "量のリスト、{first: [語]} または {ratio: [下限, 上限]}",
  patch: "変更({set: PATH, to: 値}、{add: PATH, to: 値}、{remove: PATH} のいずれか)",
  path: "経路(例: authorities.L-1.for)",
  position: "位置(例: 11.6 N 43.1 E)",
  "quantity-any": "量",
  "quantity-count": "個数",
  "quantity-distance": "距離(例: 300 nmi)",
  "quantity-mass": "質量(例: 20 t)",
  "quantity-money": "金額(例: 2 bn JPY)",
  "quantity-number": "数",
  "quantity-people": "人数(例: 400 people)",
  "quantity-rate": "頻度(例: 6 /d)",
  "quantity-share": "割合(例: 0.2、20 %)",
  "quantity-speed": "速さ(例: 18 kn)",
  "quantity-time": "時間(例: 6 h)",
  "rate-or-time": "頻度(例: 6 /d)または時間(例: 4 h)",
  record: "項目名のついたマップ",
  selector: "id、id のリスト、または条件で選ぶマップ",
  step: "手続(例: {approval: 決定者, takes: 1 d})",
  text: "文、または {ja: …, en: …}",
  word: "語",
};

const kinds: Readonly<Record<string, string>> = {
  scalar: "一つの値",
  list: "リスト",
  map: "マップ",
  nothing: "空の値",
};

const syntax: Readonly<Record<string, string>> = {
  BAD_INDENT: "字下げが合いません",
  BAD_DQ_ESCAPE: "二重引用符の中のエスケープが正しくありません",
  BAD_SCALAR_START: "値をこの文字で始めることはできません",
  BLOCK_AS_IMPLICIT_KEY: "入れ子のマップがキーと同じ行に書かれています",
  BLOCK_IN_FLOW: "括弧の中に字下げのリストまたはマップがあります",
  MISSING_CHAR: "閉じ括弧、引用符、コンマ、コロン、空白のいずれかが足りません",
  MULTILINE_IMPLICIT_KEY: "キーが複数行にわたるか、コロンがありません",
  MULTIPLE_DOCS: "一つのファイルに複数の文書があります",
  TAB_AS_INDENT: "字下げにタブが使われています",
  UNEXPECTED_TOKEN: "何もないはずの所に何かがあります",
  BAD_ALIAS: "エイリアスまたはアンカーが正しくありません",
  RESOURCE_EXHAUSTION: "入れ子が深すぎます",
};

function message(text: string, help: string): Message {
  return { text, help };
}

function wordIn(words: Readonly<Record<string, string>>, key: string | number | undefined): string {
  const name = String(key);
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}

function meant({ suggestions }: Args, otherwise: string): string {
  return suggestions ? `「${suggestions}」のことでしょうか。` : otherwise;
}

/** Messages in Japanese. */
export const ja: Catalogue<ModelCode> = {
  "accrues-with-one-need": ({ task, needs }) =>
    message(
      `「${task}」は均等に効果を生むのに、必要が${needs}件あります。`,
      "必要を1件にするか、必要ごとにタスクを分けてください。",
    ),
  "acts-through-missing": ({ authority }) =>
    message(
      `「${authority}」がどの組織の行動を認めるかが書かれていません。`,
      "acts-through に組織、当事者または選択条件を書いてください。",
    ),
  "alias-budget": ({ limit }) =>
    message(
      `このファイルのエイリアスが表す値が${limit}個を超えます。`,
      "値を直接書くか、別の要素に分けてください。",
    ),
  "alias-unknown": ({ alias }) =>
    message(
      `このエイリアスより前にアンカー &${alias} がありません。`,
      "同じファイルの前の方でアンカーを定義してください。",
    ),
  "ambiguous-id": ({ id, collection, other }) =>
    message(
      `「${id}」が ${collection} と ${other} の両方にあります。`,
      "当事者・組織・決定者は同じ欄から参照されるため、どちらかの名前を変えてください。",
    ),
  "bad-grade": ({ found }) =>
    message(
      `「${found}」は評価ではありません。`,
      "確度 1〜6、または B2 のように信頼度と確度を書いてください。",
    ),
  "bad-id": ({ found }) =>
    message(`「${found}」は id として使えません。`, "文字・数字・ハイフンだけを使ってください。"),
  "bad-position": ({ found }) =>
    message(`「${found}」は位置ではありません。`, "11.6 N 43.1 E のように緯度と経度を書いてください。"),
  "bad-sha256": ({ found }) =>
    message(`「${found}」は SHA-256 ではありません。`, "0〜9 と a〜f の64桁で書いてください。"),
  "baseline-has-levers": ({ found }) =>
    message(
      `パッケージ「baseline」に政策手段が${found}件あります。`,
      "baseline は現状を表すので空です。別の id にしてください。",
    ),
  "case-without-values": ({ fact }) =>
    message(
      `事実「${fact}」の値が一つも書かれていません。`,
      "{case: 事実, 値: 6 h, otherwise: 1 d} のように書いてください。",
    ),
  "context-used": ({ found }) =>
    message(
      `${found} は文脈として記されているだけで、何もこれに基づくことはできません。`,
      "基準日までに知られていたものを用いるか、これにも `context: true` と書いてください。",
    ),
  "csv-after-quote": ({ found }) =>
    message(
      `閉じ引用符の後に「${found}」があります。`,
      "引用符の後はコンマにするか、中の引用符を二重にしてください。",
    ),
  "csv-extra-cell": ({ found, columns }) =>
    message(
      `「${found}」は${columns}列目より後にあります。`,
      "コンマを含むセルは引用符で囲むか、列を増やしてください。",
    ),
  "csv-no-id": ({ found }) => message(`最初の列が「${found}」です。`, "最初の列の名前を id にしてください。"),
  "csv-open-quote": () =>
    message("引用符が閉じられていません。", "閉じるか、文の一部なら二重にしてください。"),
  "duplicate-id": ({ id }) =>
    message(`「${id}」が二度書かれています。`, "どちらかの名前を変えるか、削除してください。"),
  "duplicate-key": ({ key, id, other }) =>
    message(
      `「${id}」と「${other}」の key がどちらも「${key}」です。`,
      "key は乱数を名指すため、要素ごとに別のものにしてください。",
    ),
  "file-too-large": ({ found, limit }) =>
    message(`ファイルが${found}文字あります(上限 ${limit})。`, "ファイルを分けてください。"),
  "future-dimension": ({ uncertainty, found, expected, foundUnit, unit }) =>
    message(
      `「${uncertainty}」の種類は ${found}${foundUnit ? ` (${foundUnit})` : ""} ですが、ここでは ${expected}${unit ? ` (${unit})` : ""} が必要です。`,
      "別の不確実性を参照するか、その値の単位を直してください。",
    ),
  "grade-mismatch": ({ found, source, reliability }) =>
    message(
      source
        ? `評価「${found}」が典拠「${source}」の信頼度 ${reliability} と合いません。`
        : `評価「${found}」に信頼度がありますが、典拠がありません。`,
      "確度だけを書くか、典拠の信頼度を直してください。",
    ),
  "horizon-too-long": ({ found, limit }) =>
    message(`期間「${found}」が ${limit} を超えます。`, "短くしてください。"),
  "judgement-not-here": () =>
    message(
      "人に尋ねない所に judgement があります。",
      "ここでは事実と within を使ってください。judgement は法的根拠とタスクで使えます。",
    ),
  "key-not-text": () => message("キーが語ではありません。", "コロンの前に語を書いてください。"),
  "lever-breaks": ({ lever, problem, found }) =>
    message(
      `「${lever}」を使うと別の所に誤りが生じます: ${problem}${found ? ` (${found})` : ""}。`,
      "依存する所も同じ手段で変えるか、別の変更にしてください。",
    ),
  "lever-excluded": ({ lever, other }) =>
    message(
      `「${lever}」は「${other}」と両立しませんが、両方が選ばれています。`,
      "どちらかを外してください。",
    ),
  "lever-needs": ({ lever, needed }) =>
    message(`「${lever}」に必要な「${needed}」が選ばれていません。`, `「${needed}」を加えてください。`),
  "lever-order-cycle": ({ lever }) =>
    message(`「${lever}」の順序が循環しています。`, "循環の中の after または needs を一つ外してください。"),
  "merge-key": () => message("マージキー << が使われています。", "項目を直接書いてください。"),
  "missing-field": ({ field, element }) =>
    message(`${element}: 「${field}」がありません。`, `「${field}」を加えてください。`),
  "missing-study": () =>
    message("「study」がありません。", "title、baseline、horizon を含む study を書いてください。"),
  "no-name": ({ element }) =>
    message(`${element} に名前がないため、id を表示します。`, "name: {ja: …, en: …} を加えてください。"),
  "no-position": ({ place }) =>
    message(
      `「${place}」の位置がないため、この航路の長さが決まりません。`,
      "場所に at を書くか、航路に length を書いてください。",
    ),
  "no-reliability": ({ source }) =>
    message(
      `典拠「${source}」の信頼度がないため、F(判断できない)とみなします。`,
      "reliability に A〜F を書いてください。",
    ),
  "no-source": ({ element, count }) =>
    message(
      `${element}: 典拠のない数が${count}個あり、これが最初です。`,
      "その数、またはそれを囲む要素に source か assumption: true を書いてください。",
    ),
  "not-a-date": ({ found }) =>
    message(`「${found}」は日付ではありません。`, "YYYY-MM-DD の形で書いてください。"),
  "not-ascending": ({ kind }) =>
    message(`${kind} の値が小さい順になっていません。`, "小さい順に書いてください。"),
  "not-in-package": ({ lever, package: one }) =>
    message(
      `順序にある「${lever}」が「${one}」の手段にありません。`,
      "levers に加えるか、order から外してください。",
    ),
  "lone-surrogate": () =>
    message(
      "サロゲートペアの片方だけがあり、文字になりません。",
      "文字そのものを書くか、両方を書いてください。",
    ),
  "not-utf8": () => message("ファイルが UTF-8 の文書ではありません。", "UTF-8 で保存してください。"),
  "not-whole": ({ found }) => message(`${found} は整数ではありません。`, "整数を書いてください。"),
  "one-language": ({ field }) =>
    message(`${field} が一つの言語だけで書かれ、両方に使われます。`, "{ja: …, en: …} と書いてください。"),
  "out-of-range": ({ found, least, most }) =>
    message(`${found} が ${least}〜${most} の範囲にありません。`, "範囲内の値を書いてください。"),
  "outcome-needs-expiry": ({ task }) =>
    message(`成果タスク「${task}」に expires がありません。`, "価値がなくなる時を書いてください。"),
  "outcome-needs-value": ({ task }) =>
    message(`成果タスク「${task}」に value がありません。`, "完全に満たしたときの価値を書いてください。"),
  "patch-conflict": ({ lever, other, path }) =>
    message(
      `「${lever}」と「${other}」がどちらも ${path} を変えます。`,
      "一方だけにするか、一方が他方を needs とし after としてください。",
    ),
  "patch-forbidden": ({ collection }) =>
    message(
      `政策手段は ${collection} を変えられません。`,
      "手段が変えるのは世界であり、研究の進め方ではありません。",
    ),
  "patch-item-missing": ({ path, item }) =>
    message(`${path} に ${item} がありません。`, "リストにある項目を書いてください。"),
  "patch-not-list": ({ path }) =>
    message(`${path} はリストではない値です。`, "置き換えるには set を使ってください。"),
  "patch-operation": ({ found }) =>
    message(`変更に set、add、remove が${found}個あります。`, "ちょうど一つ書いてください。"),
  "patch-path-missing": (args) =>
    message(
      `${args["path"]}: 「${args["part"]}」がありません。`,
      meant(args, "経路を直すか、add で作ってください。"),
    ),
  "patch-path-short": ({ path }) =>
    message(
      `経路 ${path} が要素を指していません。`,
      "コレクション.id または コレクション.id.項目 と書いてください。",
    ),
  "refers-to-itself": ({ found }) =>
    message(`「${found}」が自分自身を参照しています。`, "外すか、別のものを書いてください。"),
  "repeated-field": ({ field }) =>
    message(`「${field}」が二度書かれています。`, "どちらかを削除してください。"),
  "reserved-name": ({ field }) => message(`「${field}」は名前に使えません。`, "別の名前にしてください。"),
  "selects-nothing": ({ collection }) =>
    message(`${collection} のうち選ばれるものがありません。`, "条件を広げるか、外してください。"),
  "standard-after-expiry": ({ task }) =>
    message(`「${task}」の期限が標準より前にあります。`, "standard を expires より前にしてください。"),
  "step-kind": ({ found, known }) =>
    message(`手続の種類が${found}個あります。`, `次のうち一つを書いてください: ${known}。`),
  "tag-not-allowed": ({ tag }) =>
    message(`タグ ${tag} が使われています。`, "外してください。文にするなら引用符で囲んでください。"),
  "too-deep": ({ limit }) => message(`入れ子が${limit}段を超えます。`, "浅くしてください。"),
  "too-few": ({ found, least }) =>
    message(`${found}件しかありません(${least}件以上必要)。`, "残りを加えてください。"),
  "too-many-files": ({ found, limit }) =>
    message(`ファイルが${found}個あります(上限 ${limit})。`, "まとめてください。"),
  "uncertainty-depends": ({ element }) =>
    message(
      `${element} が他の将来像または個々の事案の事実に依存しています。`,
      "定まった量で書いてください。相関には with を使ってください。",
    ),
  "unknown-collection": (args) =>
    message(
      `「${args["found"]}」というコレクションはありません。`,
      meant(args, "言語にあるコレクションに移してください。"),
    ),
  "unknown-field": (args) =>
    message(`「${args["field"]}」はここでは使えません。`, meant(args, "削除してください。")),
  "unknown-lever": ({ lever }) =>
    message(`政策手段「${lever}」はありません。`, "研究にある手段を指定してください。"),
  "unknown-package": ({ package: one }) =>
    message(`パッケージ「${one}」はありません。`, "研究にあるパッケージか baseline を指定してください。"),
  "unknown-reference": (args) =>
    message(
      `「${args["found"]}」は ${args["collection"]} にありません。`,
      meant(args, "そこに加えるか、あるものを書いてください。"),
    ),
  "unknown-word": (args) =>
    message(
      `「${args["found"]}」は次のどれでもありません: ${args["known"]}。`,
      meant(args, "このうち一つを書いてください。"),
    ),
  "varies-where-fixed": ({ found }) =>
    message(
      `一つの値が必要な所に、事案ごとに変わる「${found}」があります。`,
      "量を書くか、不明なら {future: 不確実性} と書いてください。",
    ),
  "weights-sum-to-nothing": () => message("重みがすべて 0 です。", "少なくとも一つに重みをつけてください。"),
  "window-empty": () => message("始まる前に終わっています。", "until を from より後にしてください。"),
  "windows-overlap": () => message("効力のある期間が重なっています。", "一つにするか、離してください。"),
  "wrong-form": ({ expected, found }) =>
    message(
      `${wordIn(kinds, found)}が書かれていますが、必要なのは${wordIn(forms, expected)}です。`,
      `${wordIn(forms, expected)}を書いてください。`,
    ),
  "wrong-length": ({ found, expected }) =>
    message(`値が${found}個ありますが、必要なのは${expected}個です。`, `${expected}個書いてください。`),
  "yaml-syntax": ({ problem }) =>
    message(`YAML として読めません: ${wordIn(syntax, problem)}。`, "ここ、または直前を直してください。"),
};
