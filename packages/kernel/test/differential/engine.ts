import { interpret } from "../interpreter/interpret.ts";
import { kernel } from "./kernel-engine.ts";
import type { Engine } from "./reading.ts";

export const interpreter: Engine = { name: "interpreter", run: interpret };

/** Every engine that the rule tests hold to the rules. */
export const engines: readonly Engine[] = [interpreter, kernel];

export type { Engine, Record } from "./reading.ts";
