/** Ticks of 2⁻¹¹ hour to the hour (K1). */
export const ticksPerHour = 2048;

/** The tick that is never reached: an event scheduled for it, or later, does not happen (K1). */
export const never = 2147483647;

/** Hours as ticks, rounded half up, from 0 to `never` (K1). `NaN` gives 0, infinity gives `never`. */
export function ticksOf(hours: number): number {
  const ticks = Math.floor(hours * ticksPerHour + 0.5);
  if (ticks >= never) return never;
  return ticks > 0 ? ticks : 0;
}

/** Ticks as hours, exactly. */
export function hoursOf(ticks: number): number {
  return ticks / ticksPerHour;
}

/** A time so many ticks after another, at most `never`. */
export function tickAfter(tick: number, ticks: number): number {
  return tick >= never - ticks ? never : tick + ticks;
}
