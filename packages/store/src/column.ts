/** How one column reads, to people and to machines. Two columns are the same column only if every field agrees. */
export interface ColumnSpec {
  /** Unique in a part: 1 to 200 characters, none of them a control character. */
  readonly name: string;
  /** The unit as a study writes it, such as `h`, `USD` or `share`; `""` for a plain number or a text. */
  readonly unit: string;
  /** What the column holds, for people. */
  readonly about: { readonly ja: string; readonly en: string };
  /**
   * `real`: doubles, kept bit for bit; `NaN` is a missing value. `integer`: whole numbers from −(2^53 − 1) to 2^53 − 1; `NaN` is a missing value; anything else, 2^53 included, is refused,
   * never rounded; −0 becomes 0, because integers have none. `text`: well-formed strings.
   */
  readonly kind: "real" | "integer" | "text";
  /** Points a row of a series (`real` only), 1 to 100,000; a plain column has none. */
  readonly length?: number;
}

/**
 * Values of one column, row by row. Numbers are doubles whatever the kind; a series of `length` points holds row 0's points, then row 1's.
 * Texts are strings, one a row.
 */
export type ColumnValues = Float64Array | readonly string[];

/** A column with its values. */
export interface Column {
  readonly spec: ColumnSpec;
  readonly values: ColumnValues;
}
