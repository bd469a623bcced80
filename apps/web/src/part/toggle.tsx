import type { ReactNode } from "react";
import { Switch } from "react-aria-components";

export interface ToggleProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
  /** A hand or the focus has come to it. */
  readonly onAim?: () => void;
}

/** A switch with its name beside it. */
export function Toggle({ isOn, onChange, children, isDisabled = false, onAim }: ToggleProps): ReactNode {
  return (
    <Switch
      className="toggle"
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(onAim === undefined ? {} : { onHoverStart: onAim, onFocus: onAim })}
    >
      <span className="track" aria-hidden="true">
        <span className="knob" />
      </span>
      <span className="toggle-name">{children}</span>
    </Switch>
  );
}
