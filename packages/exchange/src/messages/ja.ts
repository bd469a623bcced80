import type { Catalogue } from "@shikumi/core/diagnostic";
import type { RemarkCode } from "../remark.ts";

/** Remarks on imports and exports, in Japanese. */
export const ja: Catalogue<RemarkCode> = {
  "not-utf8": ({ guess }) => ({
    text: `ファイルが UTF-8 ではありません。${guess} の可能性があります。`,
    help: "UTF-8 で保存し直してください（Excel では「CSV UTF-8」）。",
  }),
  "not-a-workbook": ({ problem }) => ({
    text: `.xlsx 形式のブックではありません（${problem}）。`,
    help: "パスワードなしの .xlsx、または UTF-8 の CSV で保存してください。",
  }),
  "workbook-too-large": ({ found, limit }) => ({
    text: `ブックを展開すると ${found} バイト以上になります。上限は ${limit} です。`,
    help: "不要なシートと空行を除いてください。",
  }),
  "unknown-format": ({ formats }) => ({
    text: "ファイルの形式がわかりません。",
    help: `この取り込みが読むのは ${formats} です。`,
  }),
  "not-json": ({ problem }) => ({
    text: `ファイルが JSON ではありません：${problem}`,
    help: "出力元から書き出し直してください。",
  }),
  "not-a-mapping": ({ problem }) => ({
    text: `対応表が YAML の表になっていません：${problem}`,
    help: "対応表に書けることは exchange パッケージの README にあります。",
  }),
  "mapping-needed": ({ fields }) => ({
    text: `ファイルだけでは次のことがわかりません：${fields}`,
    help: "対応表に書き、--map で指定してください。",
  }),
  "mapping-unknown-word": ({ found, expected }) => ({
    text: `対応表の「${found}」は意味をもちません。`,
    help: `書けるのは ${expected} です。`,
  }),
  "mapping-unknown-column": ({ found, columns }) => ({
    text: `対応表にある列「${found}」がファイルにありません。`,
    help: `ファイルの列は ${columns} です。`,
  }),
  "no-header": ({ expected }) => ({
    text: "列名の行が見つかりません。",
    help: `初めの行のどれかに ${expected} が必要です。`,
  }),
  "no-hashtags": () => ({
    text: "HXL のハッシュタグの行が見つかりません。",
    help: "初めの行のどれかに #org、#sector、#adm1 などが必要です。",
  }),
  "no-entries": () => ({
    text: "取り込めるものがファイルにありません。",
    help: "正しいファイルか確かめてください。",
  }),
  "study-would-break": ({ errors }) => ({
    text: `取り込むと研究に誤りが生じます（${errors} 件）。何も書いていません。`,
    help: "診断が示すところをファイルまたは研究で直し、もう一度取り込んでください。",
  }),
  "edit-not-possible": ({ element }) => ({
    text: `${element} は、ほかに触れずにその場で変えることができません。何も書いていません。`,
    help: "手で直すか、別名（アンカー）を使わずに独立した行に書いてください。",
  }),
  "entry-unreadable": ({ entry }) => ({
    text: `項目「${entry}」を読めませんでした。`,
    help: "括弧、引用符、タグを直してください。",
  }),
  "field-not-carried": ({ field }) => ({
    text: `欄「${field}」は取り込みませんでした。`,
    help: "研究に書く場所がありません。",
  }),
  "column-not-carried": ({ column, values }) => ({
    text: `列「${column}」は取り込みませんでした（値 ${values} 個）。`,
    help: "研究に必要なものなら、言語の語で名付けるか、タグを付けてください。",
  }),
  "sheet-not-carried": ({ sheet }) => ({
    text: `シート「${sheet}」は取り込みませんでした。`,
    help: "読むのは一枚だけです。別のシートなら対応表で指定してください。",
  }),
  "date-unreadable": ({ found }) => ({
    text: `「${found}」を日付として読めませんでした。`,
    help: "YYYY、YYYY-MM、YYYY-MM-DD のいずれかで書いてください。",
  }),
  "date-shortened": ({ found, kept }) => ({
    text: `日付「${found}」のうち ${kept} だけを残しました。`,
    help: "典拠の日付は一つの日、月または年です。",
  }),
  "row-without-value": ({ column }) => ({
    text: `「${column}」のない行を除きました。`,
    help: "値を入れてください。",
  }),
  "unknown-name": ({ found, collection, near }) => ({
    text: `研究の ${collection} に「${found}」がありません。`,
    help: near === "" ? "研究に加えるか、名称または id を使ってください。" : `${near} のことでしょうか。`,
  }),
  "letter-not-carried": ({ letter, task, organisation }) => ({
    text: `${task} についての ${organisation} の「${letter}」は取り込みませんでした。`,
    help: "役割分担にあるのは主導（L、R）と支援（S）です。協議先と報告先を書く場所はありません。",
  }),
  "accountable-differs": ({ task, organisation }) => ({
    text: `表では ${organisation} が ${task} に責任を負いますが、研究ではそうなっていません。`,
    help: "責任者は任務の側（`accountable`）に書くものなので、そのままにしました。",
  }),
  "several-leads": ({ task, kept }) => ({
    text: `${task} を主導する組織が複数あります。${kept} を主導とし、ほかは支援としました。`,
    help: "どれが主導するかを決めてください。",
  }),
  "object-not-carried": ({ type, object }) => ({
    text: `種類 ${type} のオブジェクト ${object} は取り込みませんでした。`,
    help: "研究に書く場所がありません。",
  }),
  "marking-unknown": ({ object, marking }) => ({
    text: `${object} を除きました。その取扱区分 ${marking} がバンドルにありません。`,
    help: "条件に反して渡らないよう、区分の定義を加えてください。",
  }),
  "comment-lost": ({ element }) => ({
    text: `変更した ${element} の中の注釈が失われました。`,
    help: "注釈は要素の上に書いてください。",
  }),
  "value-not-carried": ({ field, element }) => ({
    text: `${element} の ${field} は書き出しませんでした。`,
    help: "この形式に書く場所がありません。典拠なら CSL-JSON ですべて書き出せます。",
  }),
  "mapping-not-used": () => ({
    text: "この種類の取り込みに対応表は要らないため、使いませんでした。",
    help: "--map を省いてください。",
  }),
  "filtered-out": ({ rows }) => ({
    text: `対応表の条件により ${rows} 行を除きました。`,
    help: "多すぎるなら条件（`where`、`from`、`until`）を広げてください。",
  }),
  "byte-order-mark": () => ({
    text: "先頭のバイト順マークを読み飛ばしました。",
    help: "何もする必要はありません。",
  }),
  "repeated-entry": ({ id }) => ({
    text: `「${id}」が二度あります。一つだけ取り込みました。`,
    help: "ファイルから片方を除いてください。",
  }),
  "repeated-id": ({ id, now }) => ({
    text: `「${id}」が別々のものを指しています。あとのものを「${now}」としました。`,
    help: "ファイルで片方の id を変えてください。",
  }),
  "same-work": ({ id, other }) => ({
    text: `「${id}」は「${other}」と同じ文献と思われます。`,
    help: "どちらかを残してください。",
  }),
  "id-made": ({ id }) => ({
    text: `id として「${id}」を作りました。`,
    help: "自分で決めるには、文字、数字、ハイフンからなる id をファイルに書いてください。",
  }),
  "not-available": ({ field, found }) => ({
    text: `「${field}」の「${found}」を「値なし」と読みました。`,
    help: "値がないことを明示するには、空欄にしてください。",
  }),
  "spelled-differently": ({ found, name }) => ({
    text: `「${found}」を ${name} と読みました。`,
    help: "表記をそろえてください。",
  }),
  "rows-before-header": ({ rows }) => ({
    text: `列名より上の ${rows} 行を読み飛ばしました。`,
    help: "データでなければ、何もする必要はありません。",
  }),
  "header-repeated": () => ({
    text: "列名を繰り返した行を読み飛ばしました。",
    help: "何もする必要はありません。",
  }),
  "merged-cells": ({ range }) => ({
    text: `結合されたセル ${range} のすべてに先頭の値を入れました。`,
    help: "すべてが同じ意味でなければ、結合を解いてください。",
  }),
  formula: () => ({
    text: "数式を、最後に計算された値として読みました。",
    help: "値が古ければ、ブックを再計算して保存してください。",
  }),
  "cell-error": ({ found }) => ({
    text: `セルのエラー ${found} を「値なし」と読みました。`,
    help: "セルの数式を直してください。",
  }),
  "date-from-number": ({ found }) => ({
    text: `数値で保存された日付を ${found} と読みました。`,
    help: "意図した日か確かめてください。",
  }),
  "place-of-organisation": ({ id, place }) => ({
    text: `${id} の場所を、その組織のある ${place} としました。`,
    help: "列 `at` を加えてください。",
  }),
  "taken-as-assumption": ({ id }) => ({
    text: `${id} には典拠がないため、仮定としました。`,
    help: "列 `source` を加えてください。",
  }),
  "without-reliability": ({ id }) => ({
    text: `典拠「${id}」に信頼性の評価がありません。`,
    help: "研究で A から F までの評価を付けてください。",
  }),
  revoked: ({ object }) => ({
    text: `${object} は取り消されているため読み飛ばしました。`,
    help: "何もする必要はありません。",
  }),
  "older-version": ({ object }) => ({
    text: `${object} の古い版を読み飛ばしました。`,
    help: "何もする必要はありません。",
  }),
};
