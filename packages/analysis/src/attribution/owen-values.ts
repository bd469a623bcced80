/**
 * The Owen value of every player of a game with a priori unions: the Shapley value of the unions, each union's part divided among its
 * players by the Shapley value within it. With unions of one player each it is the Shapley value. The parts add up to
 * v(all) − v(none); none is clipped.
 *
 * `values[mask]` is the worth of the players whose bits are set. O(2^n n). Throws `RangeError` when the number of values is not
 * 2^n or the unions do not hold every player once. Source: G. Owen, "Values of games with a priori unions", 1977, eq. (9).
 */
export function owenValues(values: Float64Array, unions: readonly (readonly number[])[]): Float64Array {
  const playerCount = unions.reduce((count, union) => count + union.length, 0);
  checkUnions(playerCount, unions);
  if (values.length !== 1 << playerCount) {
    throw new RangeError(
      `a game of ${playerCount} players needs ${1 << playerCount} values, got ${values.length}`,
    );
  }
  const parts = new Float64Array(playerCount);
  const unionMasks = unions.map((union) => union.reduce((mask, player) => mask | (1 << player), 0));
  unions.forEach((union, unionIndex) => {
    const others = unionMasks.filter((_, index) => index !== unionIndex);
    for (let chosen = 0; chosen < 1 << others.length; chosen++) {
      let outside = 0;
      for (let index = 0; index < others.length; index++) {
        if (chosen & (1 << index)) outside |= others[index] as number;
      }
      const outerWeight = orderWeight(bitCount(chosen), unions.length);
      for (const player of union) {
        const mates = union.filter((mate) => mate !== player);
        for (let joined = 0; joined < 1 << mates.length; joined++) {
          let before = outside;
          for (let index = 0; index < mates.length; index++) {
            if (joined & (1 << index)) before |= 1 << (mates[index] as number);
          }
          const gain = (values[before | (1 << player)] as number) - (values[before] as number);
          parts[player] =
            (parts[player] as number) + outerWeight * orderWeight(bitCount(joined), union.length) * gain;
        }
      }
    }
  });
  return parts;
}

/** Share of the orders of `count` players in which exactly `before` given ones precede a given one. */
function orderWeight(before: number, count: number): number {
  let weight = 1 / count;
  for (let k = 1; k <= before; k++) weight = (weight * k) / (count - k);
  return weight;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function checkUnions(playerCount: number, unions: readonly (readonly number[])[]): void {
  const seen = new Set(unions.flat());
  for (let player = 0; player < playerCount; player++) {
    if (!seen.has(player))
      throw new RangeError(
        `unions must hold players 0 to ${playerCount - 1} once each; ${player} is missing`,
      );
  }
  if (playerCount > 20) throw new RangeError(`at most 20 players, got ${playerCount}`);
}
