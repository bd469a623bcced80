import { sampleStudy } from "./sample-study.ts";

/** Names of all collections of a study, and of its charter. */
export const collectionNames: readonly string[] = [
  "study",
  ...Object.entries(sampleStudy).flatMap(([name, value]) => (value instanceof Map ? [name] : [])),
];
