import type { Catalogue } from "@shikumi/core/diagnostic";
import type { PublishCode } from "../publish-code.ts";
import type { en } from "./en.ts";

/** Problems of publishing. */
export const problemJa: Catalogue<PublishCode> = {
  "above-audience": ({ id, marking, audience }) => ({
    text: `「${id}」の取扱区分は TLP:${marking} で、この発行の対象 TLP:${audience} を超えている。`,
    help: "この要素を発行する研究から除くか、`--audience` でより狭い対象を指定すること。発行されるフォルダーには研究のファイルが全文入る。",
  }),
};

/** What a published page says besides the results. */
export const ja: Readonly<Record<keyof typeof en, string>> = {
  "whole-results": "すべての結果を一つの文書で読む",
};
