/** How time is laid out: `even`, or with the first hours wide (logarithmic from about an hour on). */
export type Stretch = "even" | "early";

/** Hours since an onset on a line from 0 to 1. */
export interface TimeAxis {
  readonly end: number;
  /** Place of a time on the line; times outside are put at its ends. */
  place(hours: number): number;
  /** The time at a place on the line. */
  hours(place: number): number;
  readonly ticks: readonly number[];
}

const day = 24;
const steps = [
  1 / 60,
  2 / 60,
  5 / 60,
  0.25,
  0.5,
  1,
  2,
  3,
  6,
  12,
  day,
  2 * day,
  4 * day,
  7 * day,
  14 * day,
  28 * day,
  56 * day,
  91 * day,
  182 * day,
  365 * day,
  730 * day,
];

/** The axis of a stretch of time that begins with an onset. */
export function timeAxis(end: number, stretch: Stretch): TimeAxis {
  const last = end > 0 ? end : 1;
  const unit = Math.min(1, last / 4);
  const whole = Math.log1p(last / unit);
  const place = (hours: number): number => {
    const inside = Math.min(last, Math.max(0, hours));
    return stretch === "even" ? inside / last : Math.log1p(inside / unit) / whole;
  };
  return {
    end: last,
    place,
    hours: (at) => {
      const inside = Math.min(1, Math.max(0, at));
      return stretch === "even" ? inside * last : Math.expm1(inside * whole) * unit;
    },
    ticks: stretch === "even" ? evenTicks(last) : earlyTicks(last, place),
  };
}

function evenTicks(end: number): readonly number[] {
  const step = steps.find((one) => end / one <= 7) ?? 365 * day * Math.ceil(end / (7 * 365 * day));
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step);
}

function earlyTicks(end: number, place: (hours: number) => number): readonly number[] {
  const kept = [0];
  for (const step of steps) if (step < end && place(step) - place(kept.at(-1) ?? 0) > 0.095) kept.push(step);
  return kept;
}
