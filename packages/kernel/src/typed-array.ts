/** Reads a column of integers. The index must be inside. */
export function int(column: Int32Array, index: number): number {
  return column[index] as number;
}

/** Reads a column of doubles. The index must be inside. */
export function real(column: Float64Array, index: number): number {
  return column[index] as number;
}

/** Whether bit `index` is set in the words that start at `first`. */
export function hasBit(words: Int32Array, first: number, index: number): boolean {
  return (((words[first + (index >> 5)] as number) >>> (index & 31)) & 1) === 1;
}

/** A column of at least `length` integers with the same beginning. */
export function grownInts(column: Int32Array, length: number): Int32Array {
  const grown = new Int32Array(length);
  grown.set(column);
  return grown;
}

/** A column of at least `length` doubles with the same beginning. */
export function grownReals(column: Float64Array, length: number): Float64Array {
  const grown = new Float64Array(length);
  grown.set(column);
  return grown;
}
