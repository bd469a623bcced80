export { type CheckCode, checkSeverities } from "./check-code.ts";
export { checkStudy } from "./check-study.ts";
export { checkMessages } from "./messages/index.ts";
