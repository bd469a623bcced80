import { relative, resolve } from "node:path";
import {
  type Exploration,
  type ExplorationPlan,
  type PlannedDesign,
  plannedExploration,
  usualFutures,
} from "@shikumi/assessment";
import { type Language, suggest } from "@shikumi/core/diagnostic";
import { formatQuantity } from "@shikumi/core/quantity";
import type { Study } from "@shikumi/model";
import { explorationDocument, renderHtml, renderMarkdown } from "@shikumi/report";
import type { MadeExploration } from "@shikumi/workbench/explore";
import { CommandError } from "../command-error.ts";
import { explorationText } from "../exploration/exploration-text.ts";
import { namesOf } from "../exploration/explored-number.ts";
import { type WrittenFile, writeFilesTogether } from "../output/write-files.ts";
import { openStudy, type UsableStudy } from "../study/open-study.ts";
import { planOf } from "../study/run-assessment.ts";
import { progressBar } from "../text/progress.ts";
import type { Outcome, Session } from "./command.ts";

/** Where results are unless told. */
export const usualFolder = "out/runs";

const languages: readonly Language[] = ["ja", "en"];

/** Explores a study: packages × futures × replications into the store, a page in both languages beside them, and the same in short as text. */
export async function explore(session: Session): Promise<Outcome> {
  const { effects, options, say, style, language } = session;
  const read = await openStudy(session, options.count("seed"));
  const plan = explorationPlan(read.study, session);
  const made = await makeExploration(read, plan, session);
  const { exploration, id, computed, reused, stopped } = made;
  const folder = resolve(effects.cwd, options.text("out") ?? usualFolder);
  const { leftOut } = plannedExploration(read.study, plan);
  const pages = pagesOf(exploration, read.study);
  await writeFilesTogether(folder, pages, effects.signal);
  const nameOf = (left: string): string => read.study.packages.get(left)?.name[language] || left;
  const files = pages.map(({ name }) => name);
  return {
    status: "clean",
    data: { id, computed, reused, stopped, files, exploration },
    diagnostics: [],
    text: () => {
      const { design, packages, mode, study } = exploration;
      const path = relative(effects.cwd, folder) || ".";
      const head = [
        style.bold(study.title[language]),
        say("explore-runs", {
          digest: study.digest.slice(0, 12),
          futures: design.futures,
          design: design.kind,
          replications: design.replications,
          packages: packages.length,
          mode: say(`mode-${mode}`),
          computed,
          reused,
          path,
          id,
        }),
        say("explore-pages", { files: files.join(say("list-and")), path }),
        ...(stopped === "all" ? [] : [say(`explore-${stopped}`, { futures: design.futures })]),
        ...(leftOut.length === 0
          ? []
          : [say("explore-left-out", { packages: namesOf(leftOut.map(nameOf), say) })]),
      ];
      return `${head.join("\n")}\n\n${explorationText(exploration, read.study, session)}`;
    },
  };
}

function pagesOf(exploration: Exploration, study: Study): readonly WrittenFile[] {
  const documents = languages.map((language) => explorationDocument(exploration, study, language));
  return [
    ...documents.map((document) => ({
      name: `exploration.${document.language}.html`,
      text: renderHtml(document),
    })),
    ...documents.map((document) => ({
      name: `exploration.${document.language}.md`,
      text: renderMarkdown(document),
    })),
  ];
}

async function makeExploration(
  { files }: UsableStudy,
  plan: ExplorationPlan,
  session: Session,
): Promise<MadeExploration> {
  const { effects, options, say, language } = session;
  const untilWidth = widthOf(options.text("until-width"));
  const progress = progressBar(effects, ({ done, total, perSecond, secondsLeft }) =>
    say("progress-explore", {
      done,
      total,
      rate: formatQuantity(perSecond, "number", { digits: 2 }),
      left: Number.isFinite(secondsLeft)
        ? formatQuantity(Math.ceil(secondsLeft) / 3600, "time", {
            unit: secondsLeft < 60 ? "s" : "min",
            digits: 2,
            language,
          })
        : "–",
    }),
  );
  try {
    const { exploreStudy } = await import("@shikumi/workbench/explore");
    return await exploreStudy(files, plan, {
      folder: resolve(effects.cwd, options.text("out") ?? usualFolder),
      threads: options.count("threads"),
      signal: effects.signal,
      progress: progress.report,
      untilWidth,
      switching: options.flag("switching"),
    });
  } finally {
    progress.close();
  }
}

/** Throws `CommandError` for a package or domain the study does not have. */
function explorationPlan(study: Study, session: Session): ExplorationPlan {
  const { options } = session;
  const { domains, replications } = planOf(study, session);
  const packages = options
    .texts("packages")
    .flatMap((list) => list.split(","))
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const known = ["baseline", ...study.packages.keys()];
  const unknown = packages.find((id) => !known.includes(id));
  if (unknown !== undefined)
    throw new CommandError("unknown-package", { id: unknown }, { near: suggest(unknown, known) });
  return {
    futures: options.count("futures") ?? usualFutures,
    design: (options.text("design") ?? "sobol") as PlannedDesign,
    mode: (options.text("mode") ?? "in-force") as "in-force" | "timed",
    ...(domains === undefined ? {} : { domains }),
    ...(replications === undefined ? {} : { replications }),
    ...(packages.length === 0 ? {} : { packages }),
  };
}

function widthOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const width = Number(text);
  if (!(Number.isFinite(width) && width > 0)) throw new CommandError("not-a-width", { value: text });
  return width;
}
