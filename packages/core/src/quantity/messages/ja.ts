import type { Args, Catalogue } from "../../diagnostic/index.ts";
import type { QuantityProblemCode } from "../quantity.ts";
import type { Ambiguity } from "../unit.ts";

const DIMENSIONS: Readonly<Record<string, string>> = {
  time: "時間の長さ",
  distance: "距離",
  speed: "速さ",
  rate: "頻度",
  mass: "質量",
  people: "人数",
  money: "金額",
  share: "割合",
  count: "個数",
  number: "単位のない数",
};

const AMBIGUITIES: Readonly<Record<Ambiguity, { readonly why: string; readonly write: string }>> = {
  m: {
    why: "分・メートル・月のいずれとも読めます",
    write: "分は min、月は日数 (d) で書いてください。m はメートルで、距離を書く所でのみ使えます。",
  },
  M: {
    why: "月・百万・海里のいずれとも読めます",
    write: "月は日数 (d)、海里は nmi と書いてください。M は百万で、金額でのみ使えます。",
  },
  mile: {
    why: "海里とも法定マイルとも読めます",
    write: "海里 (1852 m) は nmi、法定マイル (1609.344 m) は mi と書いてください。",
  },
  nm: {
    why: "本来はナノメートルの記号で、海里やニュートンメートルにも使われます",
    write: "海里は nmi と書いてください。",
  },
  ton: {
    why: "メートルトン・英トン・米トン・船のトン数のいずれとも読めます",
    write: "メートルトン (1000 kg) は t と書き、ほかのトンは換算してください。",
  },
  kt: {
    why: "ノットとも千トンとも読めます",
    write: "ノットは kn、メートルトンは t と書いてください。",
  },
};

const expectedOf = (args: Args): string => DIMENSIONS[String(args["dimension"])] ?? String(args["dimension"]);
const actualOf = (args: Args): string => DIMENSIONS[String(args["actual"])] ?? String(args["actual"]);
const forExample = (args: Args): string => `例: ${args["examples"]}`;
const didYouMean = (args: Args): string =>
  args["suggestion"] ? `「${args["suggestion"]}」のことでしょうか。` : "";
const ambiguityIn = (args: Args): (typeof AMBIGUITIES)[Ambiguity] | undefined =>
  Object.hasOwn(AMBIGUITIES, String(args["ambiguity"]))
    ? AMBIGUITIES[args["ambiguity"] as Ambiguity]
    : undefined;

/** Japanese messages. */
export const ja: Catalogue<QuantityProblemCode> = {
  "quantity-empty": (args) => ({
    text: `${expectedOf(args)}を書く所が空です。`,
    help: `数と単位を書いてください(${forExample(args)})。`,
  }),
  "quantity-too-long": (args) => ({
    text: `「${args["found"]}」は${args["length"]}文字あります。ここには${expectedOf(args)}を書きます。`,
    help: `一つの数と単位を書いてください(${forExample(args)})。`,
  }),
  "quantity-not-a-number": (args) => ({
    text: `「${args["found"]}」は数で始まっていません。ここには${expectedOf(args)}を書きます。`,
    help: `算用数字の十進数を、小数点は「.」、空白なしで書いてください(${forExample(args)})。`,
  }),
  "quantity-not-one-number": (args) => ({
    text: `「${args["found"]}」は範囲か概数です。ここには一つの値を書きます。`,
    help: "一つの値を書くか、幅を分布で書いてください(例: {uniform: [6 h, 12 h]})。",
  }),
  "quantity-not-finite": (args) => ({
    text: `「${args["found"]}」は有限の数ではありません。ここには${expectedOf(args)}を書きます。`,
    help: `有限の数を書いてください(${forExample(args)})。`,
  }),
  "quantity-out-of-range": (args) => ({
    text: `「${args["found"]}」は大きすぎるか0に近すぎて、計算に使えません。`,
    help: "指数と単位を確かめてください。使える大きさはおよそ 1e-308 から 1e308 までです。",
  }),
  "quantity-full-width": (args) => ({
    text: `「${args["found"]}」に全角文字か特殊な記号が含まれています。`,
    help: `半角で書いてください: ${args["suggestion"]}`,
  }),
  "quantity-grouped-digits": (args) => ({
    text: `「${args["found"]}」は数字がコンマか空白で区切られていて、二通りに読めます。`,
    help: `桁区切りは付けず、小数点は「.」で書いてください: ${args["suggestion"]}`,
  }),
  "quantity-no-unit": (args) => ({
    text: `「${args["found"]}」に単位がありません。ここには${expectedOf(args)}を書きます。`,
    help: `単位を付けてください(${forExample(args)})。`,
  }),
  "quantity-unexpected-unit": (args) => ({
    text: `「${args["found"]}」に単位「${args["unit"]}」が付いていますが、ここには単位のない数を書きます。`,
    help: "単位を取ってください。",
  }),
  "quantity-unknown-unit": (args) => ({
    text: `「${args["found"]}」の「${args["unit"]}」は、ここで使える単位ではありません。ここには${expectedOf(args)}を書きます。`,
    help: `${didYouMean(args)}使えるもの: ${args["accepted"] || args["examples"]}`,
  }),
  "quantity-ambiguous-unit": (args) => ({
    text: `「${args["found"]}」の「${args["unit"]}」は使えません。${ambiguityIn(args)?.why}。ここには${expectedOf(args)}を書きます。`,
    help: ambiguityIn(args)?.write ?? "",
  }),
  "quantity-month": (args) => ({
    text: `「${args["found"]}」の「${args["unit"]}」は使えません。月の長さは一定ではありません。`,
    help: "日 (d)・週 (wk)・年 (yr) で書いてください。期日なら日付そのものを書いてください。",
  }),
  "quantity-compound": (args) => ({
    text: `「${args["found"]}」は複数の単位で書かれています。ここには一つの数と一つの単位を書きます。`,
    help: `一つの単位に換算してください(${forExample(args)})。`,
  }),
  "quantity-wrong-dimension": (args) => ({
    text: `「${args["found"]}」は${actualOf(args)}ですが、ここには${expectedOf(args)}を書きます。`,
    help: `${expectedOf(args)}を書いてください(${forExample(args)})。`,
  }),
  "quantity-wrong-count-unit": (args) => ({
    text: `「${args["found"]}」の単位は「${args["unit"]}」ですが、ここで数えるのは「${args["accepted"]}」です。`,
    help: `宣言されたとおりの単位を書いてください: ${args["suggestion"]}`,
  }),
  "quantity-no-currency": (args) => ({
    text: `「${args["found"]}」に通貨がありません。`,
    help: `三文字の通貨コードを付けてください(${forExample(args)})。`,
  }),
  "quantity-unknown-currency": (args) => ({
    text: `「${args["found"]}」の「${args["currency"]}」は、ここで使える通貨ではありません。`,
    help: `${didYouMean(args)}ISO 4217 の三文字のコードで書いてください(${forExample(args)})。`,
  }),
  "quantity-currency-symbol": (args) => ({
    text: `「${args["found"]}」の「${args["symbol"]}」は使えません。一つの記号を複数の通貨が使っています。`,
    help: `ISO 4217 の三文字のコードで書いてください(例: ${args["suggestion"]})。`,
  }),
  "quantity-wrong-currency": (args) => ({
    text: `「${args["found"]}」の通貨は${args["currency"]}ですが、ここでは${args["accepted"]}で書きます。`,
    help: "通貨の換算は行いません。求められている通貨での金額を、典拠とともに書いてください。",
  }),
  "quantity-negative": (args) => ({
    text: `「${args["found"]}」は負の値です。ここには0以上の${expectedOf(args)}を書きます。`,
    help: "0か正の数を書いてください。",
  }),
  "quantity-not-positive": (args) => ({
    text: `「${args["found"]}」は0以下です。ここには0より大きい${expectedOf(args)}を書きます。`,
    help: "正の数を書いてください。",
  }),
};
