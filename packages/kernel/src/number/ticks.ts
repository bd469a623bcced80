import { type f64, type i32, toInt, toReal } from "../engine/primitive.ts";

/** Ticks of 2⁻¹¹ hour to the hour (K1). */
export const ticksPerHour: i32 = 2048;

/** The tick that is never reached: an event scheduled for it, or later, does not happen (K1). */
export const never: i32 = 2147483647;

/** Hours as ticks, rounded half up, from 0 to `never` (K1). `NaN` gives 0, infinity gives `never`. */
export function ticksOf(hours: f64): i32 {
  const ticks: f64 = Math.floor(hours * 2048 + 0.5);
  if (ticks >= 2147483647) return never;
  return ticks > 0 ? toInt(ticks) : 0;
}

/** Ticks as hours, exactly. */
export function hoursOf(ticks: i32): f64 {
  return toReal(ticks) / 2048;
}

/** A time so many ticks after another, at most `never`. */
export function tickAfter(tick: i32, ticks: i32): i32 {
  return tick >= never - ticks ? never : tick + ticks;
}
