import type { Catalogue } from "@shikumi/core/diagnostic";
import type { StoreErrorCode } from "../store-error.ts";

/** Messages of the store in Japanese. */
export const ja: Catalogue<StoreErrorCode> = {
  "results-not-found": ({ path }) => ({
    text: `${path} には結果がありません。`,
    help: "探索が書き込んだフォルダを指定するか、先に探索を実行してください。",
  }),
  "newer-results": ({ path }) => ({
    text: `${path} の結果は、この版が知らない形式です。`,
    help: "書き込んだ版か、それより新しい版を使ってください。",
  }),
  "results-unreadable": ({ path }) => ({
    text: `${path} を読めませんでした。`,
    help: "ファイルがあること、読む権限があること、ディスクに異常がないことを確かめてください。",
  }),
  "results-unwritable": ({ path }) => ({
    text: `${path} に書き込めませんでした。元の内容はそのままです。`,
    help: "フォルダに書き込む権限があること、ディスクに空きがあることを確かめてください。",
  }),
  "bad-address": ({ part }) => ({
    text: `「${part}」は部分の番地ではありません。`,
    help: "番地は16進数64桁です。結果の一覧に、あるものが載っています。",
  }),
  "bad-column": ({ column }) => ({
    text: `列「${column}」は、失うものなしには保存できません。`,
    help: "整数は2^53 − 1までです。列の名前は大文字と小文字の違いだけでは区別されません。列の長さはそろえてください。",
  }),
  "bad-condition": ({ column }) => ({
    text: `列「${column}」についての条件は意味をなしません。`,
    help: "数は数と比べ、文字列には = だけを使ってください。系列は一つの値を持ちません。",
  }),
  "part-missing": ({ part }) => ({
    text: `部分 ${part} がありません。`,
    help: "探索をもう一度実行してください。足りないものだけが計算されます。",
  }),
  "part-damaged": ({ part }) => ({
    text: `部分 ${part} の中身が書き込まれたものと違うため、読みませんでした。`,
    help: "その部分を消して探索をもう一度実行してください。繰り返すときはディスクを調べてください。",
  }),
  "part-conflict": ({ part }) => ({
    text: `部分 ${part} は二度計算され、結果が違っています。`,
    help: "同じ試行は同じビットになるはずです。同じ版のエンジンで作られたかを確かめ、その部分を消して実行し直してください。",
  }),
  "column-missing": ({ column, part }) => ({
    text: `列「${column}」がありません(最初は部分 ${part})。`,
    help: "その列か、それらの部分を除くか、欠けた値として読むよう求めてください。",
  }),
  "column-differs": ({ column, part }) => ({
    text: `列「${column}」は部分 ${part} では意味が違います(単位、種類、長さ、説明のいずれか)。`,
    help: "それらの部分は別々に読んでください。",
  }),
  "exploration-missing": ({ exploration }) => ({
    text: `探索「${exploration}」はありません。`,
    help: "結果の一覧に、あるものが載っています。",
  }),
  "exploration-exists": ({ exploration }) => ({
    text: `探索「${exploration}」は既にあり、別の試行のものです。`,
    help: "別の名前にするか、置き換えるよう求めてください。",
  }),
  "exploration-damaged": ({ path }) => ({
    text: `${path} の中身が書き込まれたものと違います。`,
    help: "その項目を消して探索をもう一度実行してください。残っている部分はそのまま使われます。",
  }),
};
