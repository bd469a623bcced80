import type { i32 } from "../engine/primitive.ts";

// Where the task layer keeps what it is told: addresses of single integers, and of the addresses of its tables. Bytes.

export const unitCount: i32 = 1024;
/** Units of a pool lie next to each other. */
export const unitsPerPool: i32 = 1028;
export const poolCount: i32 = 1032;
export const cellCount: i32 = 1036;
export const regionCount: i32 = 1040;
export const typeCount: i32 = 1044;
/** Pools on the walk of a (capability, region). */
export const walkLength: i32 = 1048;
/** Cells of a region: one of so many, drawn. */
export const cellsPerRegion: i32 = 1052;
export const regionsPerCell: i32 = 1056;
/** Leaves of the winner tree, a power of two. */
export const leafCount: i32 = 1060;
export const horizonTicks: i32 = 1064;
export const missionRoom: i32 = 1068;
/** 1: variates come from the tape; 2: the tape is made anew before the run. */
export const tapeMode: i32 = 1072;
/** 1: the wait at a cell is known on joining, so that approval, travel and work are one event. */
export const isFused: i32 = 1076;
export const runHigh: i32 = 1080;
export const runLow: i32 = 1084;
export const treeAt: i32 = 1088;
export const unitsAt: i32 = 1092;
export const missionsAt: i32 = 1096;
export const poolsAt: i32 = 1100;
export const cellsAt: i32 = 1104;
export const stacksAt: i32 = 1108;
/** By (type, task): where the walk of the capability begins, for region 0. */
export const needsAt: i32 = 1112;
export const walksAt: i32 = 1116;
/** By (pool, region): ticks of travel. */
export const travelAt: i32 = 1120;
export const tapeAt: i32 = 1124;
/** Quantiles of the unit exponential and of the unit lognormal. */
export const exponentialAt: i32 = 1128;
export const lognormalAt: i32 = 1132;
/** By type, doubles: mean ticks between arrivals and median ticks of work. */
export const gapsAt: i32 = 1136;
export const mediansAt: i32 = 1140;
/** Results: doubles. */
export const resultsAt: i32 = 1144;
export const sigma: i32 = 1152;
export const approvalTicks: i32 = 1160;
