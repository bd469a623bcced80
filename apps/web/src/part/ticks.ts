/** Round numbers between two ends, at most `most` of them. */
export function ticksBetween(from: number, to: number, most: number): readonly number[] {
  const span = to - from;
  if (!(span > 0) || !(most >= 1)) return [];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => span / one <= most) ?? 10 * power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}
