import type { WhatIf } from "@shikumi/assessment";
import type { Uncertainty } from "@shikumi/model";
import { type ReactNode, useMemo, useState } from "react";
import {
  Input,
  Label,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  TextField,
} from "react-aria-components";
import { sayer } from "../../messages/say.ts";
import { ActionButton } from "../../part/action-button.tsx";
import type { ViewProps } from "../view.ts";
import { levelText } from "./level-text.ts";
import { messages } from "./messages/index.ts";
import { placeOf, type Range, rangeOf, valueAt } from "./range.ts";

export interface AssumptionPanelProps {
  readonly edition: ViewProps["edition"];
  readonly language: ViewProps["language"];
  readonly choice: WhatIf;
  readonly onChoice: (choice: WhatIf, isMoving: boolean) => void;
}

/** Assumptions shown before one searches. */
const firstShown = 8;
/** Places a slider can stand at. */
const places = 100;

interface Movable {
  readonly uncertainty: Uncertainty;
  readonly range: Range;
}

/** What is not known, each with a slider that holds it at one value in every future. */
export function AssumptionPanel({
  edition: { study },
  language,
  choice,
  onChoice,
}: AssumptionPanelProps): ReactNode {
  const say = sayer(messages, language);
  const [words, setWords] = useState("");
  const movable = useMemo(
    () =>
      [...study.uncertainties.values()].flatMap((uncertainty): Movable[] => {
        const range = rangeOf(uncertainty);
        return range === undefined ? [] : [{ uncertainty, range }];
      }),
    [study],
  );
  if (movable.length === 0) return null;
  const isHeld = ({ uncertainty: { id } }: Movable): boolean => Object.hasOwn(choice.fixed, id);
  const wanted = words.toLowerCase();
  const found = movable.filter(({ uncertainty: { id, name } }) =>
    `${id} ${name.ja} ${name.en}`.toLowerCase().includes(wanted),
  );
  const held = found.filter(isHeld);
  const free = found.filter((one) => !isHeld(one));
  const shown = [...held, ...free.slice(0, Math.max(0, firstShown - held.length))].toSorted((a, b) =>
    a.uncertainty.key < b.uncertainty.key ? -1 : 1,
  );
  const hold = (id: string, value: number | undefined, isMoving: boolean): void => {
    const fixed = Object.fromEntries(Object.entries(choice.fixed).filter(([other]) => other !== id));
    onChoice({ ...choice, fixed: value === undefined ? fixed : { ...fixed, [id]: value } }, isMoving);
  };
  return (
    <section className="what-if-panel" aria-labelledby="what-if-assumptions">
      <h2 id="what-if-assumptions">{say("assumptions")}</h2>
      <p className="muted what-if-count">
        {say("assumptions-note")} {say("held-count", { count: Object.keys(choice.fixed).length })}
      </p>
      {movable.length > firstShown ? (
        <TextField className="what-if-search" value={words} onChange={setWords} type="search">
          <Label className="unseen">{say("search-assumptions")}</Label>
          <Input placeholder={say("search-assumptions")} />
        </TextField>
      ) : null}
      {found.length === 0 ? <p className="muted">{say("no-assumptions")}</p> : null}
      {shown.map((one) => (
        <AssumptionSlider
          key={one.uncertainty.id}
          movable={one}
          value={choice.fixed[one.uncertainty.id]}
          language={language}
          onHold={hold}
        />
      ))}
      {found.length > shown.length ? (
        <p className="muted">{say("more-assumptions", { count: found.length - shown.length })}</p>
      ) : null}
    </section>
  );
}

interface AssumptionSliderProps {
  readonly movable: Movable;
  readonly value: number | undefined;
  readonly language: ViewProps["language"];
  readonly onHold: (id: string, value: number | undefined, isMoving: boolean) => void;
}

function AssumptionSlider({
  movable: { uncertainty, range },
  value,
  language,
  onHold,
}: AssumptionSliderProps): ReactNode {
  const say = sayer(messages, language);
  const name = uncertainty.name[language];
  const text = (one: number): string => levelText(uncertainty, one, language);
  const most = range.values === undefined ? places : range.values.length - 1;
  const position = placeOf(range, value ?? range.middle, most);
  const at = (place: number): number => valueAt(range, place, most);
  return (
    <div className={`assumption ${value === undefined ? "" : "held"}`}>
      <Slider
        value={position}
        minValue={0}
        maxValue={most}
        step={1}
        onChange={(place) => onHold(uncertainty.id, at(Number(place)), true)}
        onChangeEnd={(place) => onHold(uncertainty.id, at(Number(place)), false)}
      >
        <div className="assumption-line">
          <Label>
            {name}
            {uncertainty.disputed ? <span className="muted"> {say("disputed")}</span> : null}
          </Label>
          <SliderOutput className={value === undefined ? "muted" : "assumption-value"}>
            {() =>
              value === undefined
                ? say("sampled", { low: text(range.low), high: text(range.high) })
                : text(value)
            }
          </SliderOutput>
        </div>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      {value === undefined ? null : (
        <ActionButton
          onPress={() => onHold(uncertainty.id, undefined, false)}
          label={say("release-name", { name })}
        >
          {say("release")}
        </ActionButton>
      )}
    </div>
  );
}
