import type { ReactNode } from "react";
import { Button } from "react-aria-components";

export interface ActionButtonProps {
  readonly onPress: () => void;
  readonly children: ReactNode;
  /** `quiet`: text with a rule under it; `plain`: a button with an edge; `main`: the one thing to do here. */
  readonly look?: "quiet" | "plain" | "main";
  readonly isDisabled?: boolean;
  /** What it does, where the text alone does not say. */
  readonly label?: string;
}

/** A button. */
export function ActionButton({
  onPress,
  children,
  look = "quiet",
  isDisabled = false,
  label,
}: ActionButtonProps): ReactNode {
  return (
    <Button
      className={look}
      onPress={onPress}
      isDisabled={isDisabled}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </Button>
  );
}
