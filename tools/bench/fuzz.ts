import { performance } from "node:perf_hooks";
import { type Diagnostic, renderDiagnostics } from "@shikumi/core/diagnostic";
import { checkMessages, checkStudy, modelMessages, parseStudy, type StudyFile } from "@shikumi/model";
import type { Bench, BenchResult } from "./bench.ts";
import { type Draw, drawsOf, mutated, pick } from "./mutate.ts";
import { studyFiles } from "./studies.ts";

/** Studies read after one damage, at scale 1. */
const count = 100_000;

/** Seconds after which reading a study of this size counts as hanging. */
const longest = 20;

/** Problems after which the bench gives up. */
const most = 10;

const catalogues = (["ja", "en"] as const).map((language) => ({
  ...modelMessages[language],
  ...checkMessages[language],
}));

/**
 * Damages the files of the studies and reads them. Most times one file stands alone, some times in its small study, and seldom in the flagship, which takes longest
 * to read. Reading must neither throw nor hang, and every diagnostic must have a place in its file and a text in both languages.
 */
export const fuzzBench: Bench = {
  name: "fuzz",
  about: `damages the studies' files ${count.toLocaleString("en")} times; reading them must never throw or hang`,
  async run(scale) {
    const small = await studyFiles("harbour-aid");
    const large = await studyFiles("japan-us-2012").catch(() => small);
    const total = Math.ceil(count * scale);
    const problems: string[] = [];
    let slowest = 0;
    let diagnostics = 0;
    let usable = 0;
    const start = performance.now();
    let time = 0;
    for (; time < total && problems.length < most; time++) {
      const draw = drawsOf(time);
      const files = damagedFiles(small, large, time, draw);
      const before = performance.now();
      try {
        const found = read(files);
        diagnostics += found.diagnostics.length;
        usable += found.isUsable ? 1 : 0;
        problems.push(...wrongIn(files, found.diagnostics).map((text) => `damage ${time}: ${text}`));
      } catch (error) {
        problems.push(
          `damage ${time}: threw ${error instanceof Error ? (error.stack ?? error.message) : error}`,
        );
      }
      const seconds = (performance.now() - before) / 1000;
      slowest = Math.max(slowest, seconds);
      if (seconds > longest) problems.push(`damage ${time}: took ${seconds.toFixed(1)} s`);
    }
    const seconds = (performance.now() - start) / 1000;
    return {
      figures: {
        damages: time,
        "damages per second": time / seconds,
        diagnostics,
        "studies still usable": usable,
        "slowest, seconds": slowest,
        problems: problems.length,
      },
      problems,
    } satisfies BenchResult;
  },
};

function damagedFiles(
  small: readonly StudyFile[],
  large: readonly StudyFile[],
  time: number,
  draw: Draw,
): readonly StudyFile[] {
  const isLarge = time % 1000 === 999;
  const isWhole = isLarge || time % 10 === 9;
  const study = isLarge || (!isWhole && time % 2 === 0) ? large : small;
  const chosen = pick(study, draw);
  const damaged = { ...chosen, text: mutated(chosen.text, draw) };
  return isWhole ? study.map((file) => (file === chosen ? damaged : file)) : [damaged];
}

function read(files: readonly StudyFile[]): {
  readonly diagnostics: readonly Diagnostic[];
  readonly isUsable: boolean;
} {
  const { study, diagnostics } = parseStudy(files);
  return {
    diagnostics: study === undefined ? diagnostics : [...diagnostics, ...checkStudy(study)],
    isUsable: study !== undefined,
  };
}

function wrongIn(files: readonly StudyFile[], diagnostics: readonly Diagnostic[]): readonly string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const misplaced = diagnostics.filter(({ span }) => {
    const length = texts.get(span.file)?.length ?? 0;
    return !(span.start >= 0 && span.start <= span.end && span.end <= length);
  });
  const wordless = catalogues.flatMap((catalogue) =>
    renderDiagnostics(diagnostics.slice(0, 5), catalogue, (file) => texts.get(file)).filter(
      ({ text }) => text === "" || /undefined|\[object/.test(text),
    ),
  );
  return [
    ...misplaced.map(
      ({ code, span }) => `${code} at ${span.file} ${span.start}–${span.end} is outside its file`,
    ),
    ...wordless.map(({ code, text }) => `${code} has the text "${text}"`),
  ];
}
