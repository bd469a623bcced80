import type { ColumnSpec } from "./column.ts";
import { type Binding, quotedName } from "./query-engine.ts";
import type { Condition } from "./results.ts";
import { StoreError } from "./store-error.ts";

/** The conditions as SQL, and what stands at its places. A missing number meets none. Columns must be there. */
export function conditionSql(conditions: readonly Condition[]): {
  readonly sql: string;
  readonly bindings: readonly Binding[];
} {
  const bindings: Binding[] = [];
  const place = (value: Binding): string => {
    bindings.push(value);
    return `$${bindings.length}`;
  };
  const parts = conditions.map((condition) => {
    const column = quotedName(condition.column);
    if ("among" in condition) {
      return condition.among.length === 0
        ? "false"
        : `${column} IN (${condition.among.map(place).join(", ")})`;
    }
    const compared = `${column} ${condition.is} ${place(condition.value)}`;
    return typeof condition.value === "string"
      ? compared
      : `(${compared} AND NOT isnan(cast(${column} AS DOUBLE)))`;
  });
  return {
    sql: parts.length === 0 ? "true" : parts.map((part) => `coalesce(${part}, false)`).join(" AND "),
    bindings,
  };
}

/** Throws `StoreError` `bad-condition` for a comparison with `NaN`, of a text with a number, of a series, and for an order of texts. */
export function checkConditions(
  conditions: readonly Condition[],
  specs: ReadonlyMap<string, ColumnSpec>,
): void {
  for (const condition of conditions) {
    const { column } = condition;
    const spec = specs.get(column);
    if (spec === undefined) refuse(column, "is in none of the parts");
    if (spec.length !== undefined) refuse(column, "is a series, which has no one value to compare");
    const values = "among" in condition ? condition.among : [condition.value];
    for (const value of values) {
      if ((typeof value === "string") !== (spec.kind === "text")) {
        refuse(column, `is of kind ${spec.kind} and cannot be compared with ${typeof value} ${value}`);
      }
      if (Number.isNaN(value)) refuse(column, "cannot be compared with NaN, which equals nothing");
    }
    if (spec.kind === "text" && "is" in condition && condition.is !== "=") {
      refuse(column, `is a text; texts have no order for "${condition.is}"`);
    }
  }
}

function refuse(column: string, found: string): never {
  throw new StoreError("bad-condition", `column "${column}" ${found}`, {
    problems: [{ code: "bad-condition", column, parts: [] }],
  });
}
