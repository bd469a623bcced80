import type { Catalogue } from "@shikumi/core/diagnostic";
import type { PublishCode } from "../publish-code.ts";

/** Problems of publishing. */
export const problemEn: Catalogue<PublishCode> = {
  "above-audience": ({ id, marking, audience }) => ({
    text: `"${id}" is marked TLP:${marking}, above the audience of this publication, TLP:${audience}.`,
    help: "Leave the element out of what is published, or name a narrower audience with `--audience`. The published folder holds the study's files whole.",
  }),
};

/** What a published page says besides the results. */
export const en = {
  "whole-results": "All results as one document",
};
