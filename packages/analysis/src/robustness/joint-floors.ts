import { AnalysisError } from "../frame/index.ts";
import { checkCube, checkSameFrame, type OutcomeCube } from "./outcome-cube.ts";

/** A measure and what is asked of it. */
export interface FloorOn {
  readonly cube: OutcomeCube;
  /** In the measure's unit, met by equality; a ceiling where less is better. */
  readonly floor: number;
}

/**
 * The cube of runs that meet all floors together: 1 where they do, 0 where one is missed, `NaN` where a measure has no finite value and no other is missed for certain.
 * Its mean is the share of runs; `satisficing-share` with floor q the share of futures in which at least a part q of the replications meets them all
 * (the domain criterion of many objectives: Herman et al., J. Water Resour. Plan. Manage. 141 (2015)). Throws `AnalysisError`: `bad-argument` for no measures, a floor
 * that is not finite or cubes of different alternatives or replications, `another-design` and `another-length` as cubes differ.
 */
export function meetingFloors(measures: readonly FloorOn[]): OutcomeCube {
  const [first] = measures;
  if (first === undefined) throw new AnalysisError("bad-argument", "no measures");
  const values = new Float64Array(first.cube.values.length).fill(1);
  for (const { cube, floor } of measures) {
    checkCube(cube);
    checkSameFrame(first.cube, cube);
    if (cube.replications !== first.cube.replications) {
      throw new AnalysisError(
        "bad-argument",
        `cubes of ${first.cube.replications} and ${cube.replications} replications`,
      );
    }
    if (!Number.isFinite(floor))
      throw new AnalysisError("bad-argument", `a floor must be finite, got ${floor}`);
    for (let at = 0; at < values.length; at++) {
      const value = cube.values[at] as number;
      if (!Number.isFinite(value)) {
        if (values[at] === 1) values[at] = Number.NaN;
      } else if (cube.direction === "more" ? value < floor : value > floor) values[at] = 0;
    }
  }
  return { ...first.cube, values, direction: "more" };
}
