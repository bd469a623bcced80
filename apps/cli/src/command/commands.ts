import type { Option } from "../command-line/option.ts";
import type { Command } from "./command.ts";

const planOptions: readonly Option[] = [
  { name: "package", kind: "texts", value: "P", about: "option-package" },
  { name: "futures", kind: "count", value: "N", about: "option-futures" },
  { name: "replications", kind: "count", value: "N", about: "option-replications" },
  { name: "seed", kind: "counting", value: "N", about: "option-seed" },
  { name: "threads", kind: "count", value: "N", about: "option-threads" },
];

/** The commands in the order of help. The code of each is loaded when it is called. */
export const commands: readonly Command[] = [
  {
    name: "init",
    about: "about-init",
    positionals: ["DIR"],
    options: [],
    examples: ["shikumi init my-study", "shikumi init my-study --lang ja"],
    load: async () => (await import("./init.ts")).init,
  },
  {
    name: "check",
    about: "about-check",
    positionals: ["STUDY"],
    options: [{ name: "strict", kind: "flag", about: "option-strict" }],
    examples: ["shikumi check my-study", "shikumi check my-study --strict --json"],
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "assess",
    about: "about-assess",
    positionals: ["STUDY"],
    options: [...planOptions, { name: "out", kind: "text", value: "FILE", about: "option-out-assess" }],
    examples: [
      "shikumi assess my-study",
      "shikumi assess my-study --package baseline --futures 2 --replications 2",
      "shikumi assess my-study --out assessment.json",
    ],
    load: async () => (await import("./assess.ts")).assess,
  },
  {
    name: "explain",
    about: "about-explain",
    positionals: ["STUDY"],
    mayFollow: ["ID|ACTIVITY"],
    options: [
      { name: "may", kind: "text", value: "ORG", about: "option-may" },
      { name: "for", kind: "text", value: "B", about: "option-for" },
      { name: "at", kind: "text", value: "PLACE", about: "option-at" },
      { name: "situation", kind: "texts", value: "S", about: "option-situation" },
      { name: "date", kind: "text", value: "D", about: "option-date" },
      { name: "fact", kind: "texts", value: "K=V", about: "option-fact" },
      { name: "judgement", kind: "texts", value: "K=yes|no", about: "option-judgement" },
      { name: "since", kind: "text", value: "TIME", about: "option-since" },
      { name: "late", kind: "text", value: "TASK", about: "option-late" },
      { name: "package", kind: "text", value: "P", about: "option-package-one" },
      {
        name: "mode",
        kind: "choice",
        value: "in-force|timed",
        choices: ["in-force", "timed"],
        about: "option-mode",
      },
      { name: "future", kind: "counting", value: "N", about: "option-future" },
      { name: "replication", kind: "counting", value: "N", about: "option-replication" },
      { name: "incident", kind: "count", value: "N", about: "option-incident" },
    ],
    examples: [
      "shikumi explain my-study authorities.AID-AGREEMENT",
      "shikumi explain my-study --may S-FIRE fight-fire --at harbour --date 2012-06-01",
      "shikumi explain my-study --late answer.extinguish --future 1 --replication 0",
    ],
    notes: ["note-explain-exit"],
    load: async () => (await import("./explain.ts")).explain,
  },
  {
    name: "brief",
    about: "about-brief",
    positionals: ["STUDY"],
    options: [
      { name: "out", kind: "text", value: "DIR", about: "option-out-brief" },
      { name: "verify", kind: "text", value: "FILE", about: "option-verify" },
      ...planOptions,
    ],
    examples: [
      "shikumi brief my-study --out out/brief",
      "shikumi brief my-study --verify out/brief/brief.en.html",
    ],
    load: async () => (await import("./brief.ts")).brief,
  },
  {
    name: "schema",
    about: "about-schema",
    positionals: [],
    options: [{ name: "out", kind: "text", value: "FILE", about: "option-out-schema" }],
    examples: ["shikumi schema --out study.schema.json"],
    notes: ["note-schema"],
    load: async () => (await import("./schema.ts")).schema,
  },
];
