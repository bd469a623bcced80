import type { ToldExplanation } from "@shikumi/model";
import type { ReactNode } from "react";
import "./explanation-tree.css";

export interface ExplanationTreeProps {
  readonly told: ToldExplanation;
  /** Levels that stand open; deeper ones are opened by hand. */
  readonly open?: number;
}

/** Why the law says what it says: each line with its value in words, the lines it rests on under it. */
export function ExplanationTree({ told, open = 1 }: ExplanationTreeProps): ReactNode {
  if (told.children.length === 0) {
    return (
      <div className={`told told-${told.value}`}>
        <Line told={told} />
      </div>
    );
  }
  return (
    <details className={`told told-${told.value}`} open={open > 0}>
      <summary>
        <Line told={told} />
      </summary>
      <ul className="told-list">
        {told.children.map((child, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one explanation never move
          <li key={at}>
            <ExplanationTree told={child} open={open - 1} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Line({ told }: { readonly told: ToldExplanation }): ReactNode {
  return (
    <>
      {told.value === "info" ? null : (
        <strong className={`told-value-${told.value}`}>{told.valueText}</strong>
      )}{" "}
      {told.text}
    </>
  );
}
