/** Longest name compared by distance; longer ones match only by D11. Bounds the cost on hostile input. */
const LONGEST_COMPARED = 64;

/**
 * Known names a person may have meant by `found`, nearest first, at most `limit`.
 *
 * Distance is optimal string alignment (Boytsov, "Indexing methods for approximate dictionary searching", 2011);
 * names equal up to case, hyphens, underscores and spaces come first. Ties are in code unit order, so the order of
 * `known` has no influence. O(known × length²).
 */
export function suggest(found: string, known: readonly string[], limit = 3): string[] {
  const plainFound = plain(found);
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(known)) {
    if (name === found) continue;
    const distance = plain(name) === plainFound ? 0 : nearness(found, name);
    if (distance !== undefined) near.push({ name, distance });
  }
  near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return near.slice(0, limit).map(({ name }) => name);
}

/** The smaller of the distances with and without case and hyphens, or `undefined` when the names are not near. */
function nearness(found: string, name: string): number | undefined {
  const longer = Math.max(found.length, name.length);
  if (longer < 3 || longer > LONGEST_COMPARED) return undefined;
  const cutoff = Math.min(4, Math.max(1, Math.floor(longer / 3)));
  if (longer - Math.min(found.length, name.length) > cutoff) return undefined;
  const distance = Math.min(
    alignmentDistance(found, name),
    alignmentDistance(plain(found), plain(name)) + 0.5,
  );
  return distance <= cutoff ? distance : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_\s]/g, "");
}

/** Fewest insertions, deletions, substitutions and swaps of neighbours, no part edited twice. Counts UTF-16 code units. */
export function alignmentDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] as number) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
