import type { Option } from "../command-line/option.ts";
import type { Command } from "./command.ts";

const packageOption: Option = { name: "package", kind: "texts", value: "P", about: "option-package" };

const amountOptions: readonly Option[] = [
  { name: "futures", kind: "count", value: "N", about: "option-futures" },
  { name: "replications", kind: "count", value: "N", about: "option-replications" },
  { name: "seed", kind: "counting", value: "N", about: "option-seed" },
  { name: "threads", kind: "count", value: "N", about: "option-threads" },
];

const planOptions: readonly Option[] = [packageOption, ...amountOptions];

const domainOption: Option = { name: "domain", kind: "texts", value: "D", about: "option-domain" };

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
    options: [
      ...planOptions,
      domainOption,
      { name: "weakest", kind: "count", value: "N", about: "option-weakest" },
      { name: "out", kind: "text", value: "FILE", about: "option-out-assess" },
    ],
    examples: [
      "shikumi assess my-study",
      "shikumi assess my-study --package baseline --futures 2 --replications 2",
      "shikumi assess my-study --weakest 20",
      "shikumi assess my-study --out assessment.json",
    ],
    load: async () => (await import("./assess.ts")).assess,
  },
  {
    name: "validate",
    about: "about-validate",
    positionals: ["STUDY"],
    options: [
      ...amountOptions,
      domainOption,
      { name: "out", kind: "text", value: "FILE", about: "option-out-validate" },
    ],
    examples: ["shikumi validate my-study", "shikumi validate my-study --futures 4 --json"],
    notes: ["note-validate-exit"],
    load: async () => (await import("./validate.ts")).validate,
  },
  {
    name: "explore",
    about: "about-explore",
    positionals: ["STUDY"],
    options: [
      { name: "packages", kind: "texts", value: "A,B", about: "option-packages" },
      { name: "futures", kind: "count", value: "N", about: "option-explore-futures" },
      { name: "replications", kind: "count", value: "N", about: "option-replications" },
      {
        name: "design",
        kind: "choice",
        value: "sobol|lhs|mc|study",
        choices: ["sobol", "lhs", "mc", "study"],
        about: "option-design",
      },
      {
        name: "mode",
        kind: "choice",
        value: "in-force|timed",
        choices: ["in-force", "timed"],
        about: "option-explore-mode",
      },
      { name: "domain", kind: "texts", value: "D", about: "option-explore-domain" },
      { name: "until-width", kind: "text", value: "W", about: "option-until-width" },
      { name: "switching", kind: "flag", about: "option-switching" },
      { name: "seed", kind: "counting", value: "N", about: "option-seed" },
      { name: "threads", kind: "count", value: "N", about: "option-threads" },
      { name: "out", kind: "text", value: "DIR", about: "option-out-runs" },
    ],
    examples: [
      "shikumi explore my-study",
      "shikumi explore my-study --futures 256 --replications 4 --design lhs",
      "shikumi explore my-study --futures 512 --until-width 0.05",
    ],
    notes: ["note-explore"],
    load: async () => (await import("./explore.ts")).explore,
  },
  {
    name: "runs",
    about: "about-runs",
    positionals: ["ACTION"],
    mayFollow: ["ID", "ID|FILE"],
    options: [{ name: "out", kind: "text", value: "DIR", about: "option-out-runs" }],
    examples: ["shikumi runs list", "shikumi runs list --json"],
    notes: ["note-runs"],
    load: async () => (await import("./runs.ts")).runs,
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
    name: "publish",
    about: "about-publish",
    positionals: ["STUDY"],
    options: [
      { name: "out", kind: "text", value: "DIR", about: "option-out-publish" },
      {
        name: "audience",
        kind: "choice",
        value: "clear|green|amber|amber-strict|red",
        choices: ["clear", "green", "amber", "amber-strict", "red"],
        about: "option-audience",
      },
      { name: "assessment", kind: "text", value: "FILE", about: "option-assessment" },
      ...planOptions,
    ],
    examples: [
      "shikumi publish my-study --out site",
      "shikumi publish my-study --out site --audience green --futures 16",
    ],
    notes: ["note-publish"],
    load: async () => (await import("./publish.ts")).publish,
  },
  {
    name: "open",
    about: "about-open",
    positionals: ["STUDY"],
    options: [
      { name: "port", kind: "count", value: "N", about: "option-port" },
      { name: "assessment", kind: "text", value: "FILE", about: "option-assessment" },
      ...planOptions,
    ],
    examples: ["shikumi open my-study", "shikumi open my-study --port 48080"],
    notes: ["note-open"],
    load: async () => (await import("./open.ts")).open,
  },
  {
    name: "export",
    about: "about-export",
    positionals: ["STUDY"],
    options: [
      {
        name: "what",
        kind: "choice",
        value: "matrix|holdings|sources|3w|stix",
        choices: ["matrix", "holdings", "sources", "3w", "stix"],
        about: "option-what",
      },
      {
        name: "format",
        kind: "choice",
        value: "xlsx|csv|csl|bibtex|ris|json",
        choices: ["xlsx", "csv", "csl", "bibtex", "ris", "json"],
        about: "option-format",
      },
      { name: "assessment", kind: "text", value: "FILE", about: "option-matrix-assessment" },
      { name: "out", kind: "text", value: "FILE", about: "option-out-export" },
    ],
    examples: [
      "shikumi export my-study --what sources --out sources.json",
      "shikumi export my-study --what matrix --format xlsx --out roles.xlsx",
    ],
    notes: ["note-export"],
    load: async () => (await import("./export.ts")).exportStudy,
  },
  {
    name: "import",
    about: "about-import",
    positionals: ["KIND", "FILE"],
    options: [
      { name: "into", kind: "text", value: "STUDY", about: "option-into" },
      { name: "map", kind: "text", value: "FILE", about: "option-map" },
      { name: "dry-run", kind: "flag", about: "option-dry-run" },
    ],
    examples: [
      "shikumi import sources sources.json --into my-study",
      "shikumi import matrix roles.xlsx --into my-study --dry-run",
    ],
    notes: ["note-import", "note-import-exit"],
    load: async () => (await import("./import.ts")).importInto,
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
