import type { Name } from "@shikumi/core/random";
import { Fingerprint } from "../frame/fingerprint.ts";
import { AnalysisError, type Design, type Seed } from "../frame/index.ts";
import { nameOfSeed } from "../frame/seed.ts";
import { type Alternative, checkFace, type InputSource, type ModelFace } from "./model.ts";

/** How a model is run over a design. */
export interface ExperimentOptions {
  /** Alternatives to compare, with different names and the same levers; one without levers, named `""`, unless given. */
  readonly alternatives?: readonly Alternative[];
  /** Runs of each row and alternative, which differ by their draws only; 1 unless given. */
  readonly replications?: number;
  /** What draws are drawn from; 0 unless given. */
  readonly seed?: Seed;
}

/** Everything that determines the results but the model itself. */
export interface ExperimentPlan {
  /** Fingerprint of the design, the model's id, inputs and outcomes, the alternatives, replications and seed: 32 hex digits. */
  readonly id: string;
  readonly design: Design;
  readonly face: ModelFace;
  readonly alternatives: readonly Alternative[];
  readonly replications: number;
  /** Lies above all draws. */
  readonly seed: Name;
  /** Where each input comes from, in the order of the inputs. */
  readonly sources: readonly InputSource[];
}

const most = 2_147_483_647;

/**
 * Checks a model's face against a design and options, once for all runs. Throws `AnalysisError` `bad-argument`: outcomes, alternatives or levers that do not fit together, an input that nothing gives, a
 * factor or lever that is no input, a lever that is no finite number, replications or a seed out of range, more than 2^31 − 1 runs.
 */
export function planExperiments(
  face: ModelFace,
  design: Design,
  { alternatives = [{ name: "", levers: {} }], replications = 1, seed = 0 }: ExperimentOptions = {},
): ExperimentPlan {
  checkFace(face);
  checkAlternatives(alternatives);
  if (!(Number.isInteger(replications) && replications >= 1)) {
    throw new AnalysisError("bad-argument", `${replications} replications`);
  }
  const runs = design.rows * alternatives.length * replications;
  if (runs > most) throw new AnalysisError("bad-argument", `${runs} runs; ${most} are the most`);
  const sources = sourcesOf(face, design, alternatives);
  const name = nameOfSeed(seed, "experiments", "runs");
  const { id = "", outcomes } = face;
  const fingerprint = new Fingerprint();
  const inputs = sources.map((source) => source.name);
  fingerprint.addText(JSON.stringify([design.id, id, inputs, outcomes, replications, ...name]));
  for (const alternative of alternatives) fingerprint.addText(alternative.name);
  for (const source of sources) if ("levers" in source) fingerprint.addColumn(source.levers);
  return { id: fingerprint.hex(), design, face, alternatives, replications, seed: name, sources };
}

function checkAlternatives(alternatives: readonly Alternative[]): void {
  const [first] = alternatives;
  if (first === undefined) throw new AnalysisError("bad-argument", "there are no alternatives");
  if (new Set(alternatives.map(({ name }) => name)).size !== alternatives.length) {
    throw new AnalysisError("bad-argument", "two alternatives share a name");
  }
  const wanted = JSON.stringify(Object.keys(first.levers).toSorted(byText));
  for (const { name, levers } of alternatives) {
    if (JSON.stringify(Object.keys(levers).toSorted(byText)) !== wanted) {
      throw new AnalysisError("bad-argument", `"${name}" does not have the levers of "${first.name}"`);
    }
    for (const [lever, value] of Object.entries(levers)) {
      if (!Number.isFinite(value))
        throw new AnalysisError("bad-argument", `"${name}" sets ${lever} to ${value}`);
    }
  }
}

function sourcesOf(
  face: ModelFace,
  design: Design,
  alternatives: readonly Alternative[],
): readonly InputSource[] {
  const levers = Object.keys(alternatives[0]?.levers ?? {});
  const factors = design.factors.map(({ name }) => name);
  const given = [...factors, ...levers];
  const names = face.inputs ?? given;
  const both = factors.find((name) => levers.includes(name));
  if (both !== undefined) throw new AnalysisError("bad-argument", `"${both}" is a factor and a lever`);
  const missing = names.find((name) => !given.includes(name));
  if (missing !== undefined) throw new AnalysisError("bad-argument", `nothing gives the input "${missing}"`);
  const idle = given.find((name) => !names.includes(name));
  if (idle !== undefined) throw new AnalysisError("bad-argument", `"${idle}" is no input of the model`);
  return names.map((name): InputSource => {
    const column = design.columns[factors.indexOf(name)];
    if (column !== undefined) return { name, column };
    return { name, levers: Float64Array.from(alternatives, (one) => one.levers[name] ?? Number.NaN) };
  });
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
