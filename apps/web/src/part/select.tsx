import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";

export interface SelectOption<Id extends string = string> {
  readonly id: Id;
  readonly text: string;
}

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  /** The label is heard, not seen. */
  readonly isLabelHidden?: boolean;
}

/** One of several, chosen from a list. */
export function Select<Id extends string>({
  label,
  options,
  value,
  onChange,
  isLabelHidden = false,
}: SelectProps<Id>): ReactNode {
  return (
    <AriaSelect
      className="select"
      selectedKey={value}
      onSelectionChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option !== undefined) onChange(option.id);
      }}
    >
      <Label className={isLabelHidden ? "unseen" : "field-label"}>{label}</Label>
      <Button className="plain select-button">
        <SelectValue />
        <span aria-hidden="true" className="chevron">
          ▾
        </span>
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className="option">
              {option.text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
