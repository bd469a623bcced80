import type { Args, Message } from "@shikumi/core/diagnostic";
import type { problemEn } from "./problem-en.ts";

const rerun = "研究からブリーフを作り直し、ファイルを手で編集しないこと。";

/** What can be wrong with a brief that is verified, in Japanese. */
export const problemJa: Readonly<Record<keyof typeof problemEn, (args: Args) => Message>> = {
  "brief-no-record": () => ({
    text: "ファイルにブリーフの記録がない。",
    help: "`shikumi brief`が書き出したHTMLまたはMarkdownのファイルを指定すること。",
  }),
  "brief-several-records": ({ count }) => ({
    text: `ブリーフの記録は一つであるべきところ、ファイルに${count}個ある。`,
    help: rerun,
  }),
  "brief-record-unreadable": () => ({ text: "ブリーフの記録が正しいJSONではない。", help: rerun }),
  "brief-record-malformed": ({ path }) => ({
    text: `ブリーフの記録の「${path}」に、あるべき内容がない。`,
    help: rerun,
  }),
  "brief-newer-format": ({ found, expected }) => ({
    text: `ブリーフの記録の形式は「${found}」であるが、この版が読めるのは「${expected}」である。`,
    help: "書き出した版で検証すること。",
  }),
  "brief-digest-differs": ({ printed, recomputed }) => ({
    text: `ブリーフはダイジェスト${printed}の研究のものであるが、この研究のダイジェストは${recomputed}である。`,
    help: "作成時の研究を用いて検証すること。",
  }),
  "brief-engine-differs": ({ printed, recomputed }) => ({
    text: `ブリーフは規則「${printed}」で作られたが、現在の規則は「${recomputed}」である。`,
    help: "書き出した版で検証すること。",
  }),
  "brief-run-differs": ({ id, printed, recomputed }) => ({
    text: `ラン${id}は、ブリーフでは${printed}であるが、実際は${recomputed}である。`,
    help: rerun,
  }),
  "brief-value-differs": ({ id, printed, recomputed }) => ({
    text: `${id}は、ブリーフでは${printed}であるが、計算し直すと${recomputed}である。`,
    help: rerun,
  }),
  "brief-figure-unknown": ({ id, printed }) => ({
    text: `${id}は、ブリーフでは${printed}であるが、そのような数値は計算されない。`,
    help: rerun,
  }),
  "brief-print-differs": ({ id, printed, recomputed }) => ({
    text: `${id}は「${printed}」と印字されているが、値からは「${recomputed}」となるはずである。`,
    help: rerun,
  }),
  "brief-print-missing": ({ id, recomputed }) => ({
    text: `${id}の「${recomputed}」が、あるべき場所に印字されていない。`,
    help: rerun,
  }),
  "brief-print-added": ({ id, printed }) => ({
    text: `記録に数値のない場所に、${id}が「${printed}」と印字されている。`,
    help: rerun,
  }),
  "brief-text-changed": () => ({ text: "ブリーフの本文が書き換えられている。", help: rerun }),
};
