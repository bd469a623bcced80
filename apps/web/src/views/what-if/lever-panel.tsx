import type { WhatIf } from "@shikumi/assessment";
import type { Id, Lever } from "@shikumi/model";
import { leverKinds } from "@shikumi/model";
import { memo, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { shellMessages } from "../../messages/index.ts";
import { domainName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { ActionButton } from "../../part/action-button.tsx";
import { PageContext } from "../../part/page-context.ts";
import { Select } from "../../part/select.tsx";
import { Toggle } from "../../part/toggle.tsx";
import type { ViewProps } from "../view.ts";
import { domainsOfLever, packageOf, switched } from "./choice.ts";
import { messages } from "./messages/index.ts";

export interface LeverPanelProps {
  readonly edition: ViewProps["edition"];
  readonly language: ViewProps["language"];
  readonly choice: WhatIf;
  /** The domain whose levers are listed; `""` for all. */
  readonly domain: string;
  readonly onDomain: (domain: string) => void;
  readonly onChoice: (choice: WhatIf) => void;
  /** Choices that may come next, the likeliest first; urgent where a hand is over one. */
  readonly onExpect: (choices: readonly WhatIf[], isUrgent: boolean) => void;
}

/** So many levers of those listed are expected to be switched next. */
const mostExpected = 24;

const ownPackage = "?";

/** The levers by kind, with a start from a package; what is on stands at the top. */
export function LeverPanel({
  edition: { study },
  language,
  choice,
  domain,
  onDomain,
  onChoice,
  onExpect,
}: LeverPanelProps): ReactNode {
  const say = sayer(messages, language);
  const { announce } = useContext(PageContext);
  const [words, setWords] = useState("");
  const nameOf = (id: Id): string => study.levers.get(id)?.name[language] ?? id;
  const domains = useMemo(
    () => [...new Set([...study.missions.values()].map((mission) => mission.domain))],
    [study],
  );
  const listed = useMemo(() => {
    const wanted = words.toLowerCase();
    return [...study.levers.values()].filter(
      ({ id, name }) =>
        (domain === "" || domainsOfLever(study, id).has(domain)) &&
        (wanted === "" || `${id} ${name.ja} ${name.en}`.toLowerCase().includes(wanted)),
    );
  }, [study, domain, words]);
  const expected = (first?: Id): readonly WhatIf[] =>
    [...(first === undefined ? [] : [first]), ...listed.map(({ id }) => id).filter((id) => id !== first)]
      .slice(0, mostExpected)
      .map((id) => ({ ...choice, levers: switched(study, choice.levers, id, !choice.levers.includes(id)) }));
  const latest = useRef({ choice, onChoice, onExpect, expected, announce, say, nameOf });
  useEffect(() => {
    latest.current = { choice, onChoice, onExpect, expected, announce, say, nameOf };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is expected follows from the choice and the list
  useEffect(() => onExpect(expected(), false), [choice, listed, onExpect]);
  const aim = useCallback((id: Id): void => {
    const now = latest.current;
    now.onExpect(now.expected(id), true);
  }, []);
  const flip = useCallback(
    (id: Id, isOn: boolean): void => {
      const now = latest.current;
      const levers = switched(study, now.choice.levers, id, isOn);
      const others = [...study.levers.keys()].filter(
        (other) => other !== id && levers.includes(other) !== now.choice.levers.includes(other),
      );
      if (others.length > 0)
        now.announce(now.say("toggled-too", { names: others.map(now.nameOf).join(", ") }));
      now.onChoice({ ...now.choice, levers });
    },
    [study],
  );
  const ofPackage = packageOf(study, choice.levers);
  return (
    <section className="what-if-panel" aria-labelledby="what-if-levers">
      <h2 id="what-if-levers">{say("levers")}</h2>
      <div className="what-if-filters">
        <Select
          label={say("package")}
          value={ofPackage ?? ownPackage}
          options={[
            { id: "", text: say("package-none") },
            ...[...study.packages.values()]
              .filter(({ levers }) => levers.length > 0)
              .map(({ id, name }) => ({ id, text: name[language] })),
            ...(ofPackage === undefined ? [{ id: ownPackage, text: say("package-own") }] : []),
          ]}
          onChange={(id) => {
            if (id === ownPackage) return;
            const levers = study.packages.get(id)?.levers ?? [];
            onChoice({ ...choice, levers: [...study.levers.keys()].filter((one) => levers.includes(one)) });
          }}
        />
        <Select
          label={say("domain")}
          value={domain}
          options={[
            { id: "", text: say("domain-all") },
            ...domains.map((id) => ({ id, text: domainName(study, id, language) })),
          ]}
          onChange={onDomain}
        />
        <TextField className="what-if-search" value={words} onChange={setWords} type="search">
          <Label className="unseen">{say("search-levers")}</Label>
          <Input placeholder={say("search-levers")} />
        </TextField>
      </div>
      <p className="muted what-if-count">
        {say("chosen-count", { count: choice.levers.length, total: study.levers.size })}
      </p>
      {choice.levers.length === 0 ? null : (
        <ul className="what-if-chosen" aria-label={say("chosen-levers")}>
          {choice.levers.map((id) => (
            <li key={id}>
              <ActionButton onPress={() => flip(id, false)} label={say("switch-off", { name: nameOf(id) })}>
                {nameOf(id)} <span aria-hidden="true">×</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      <div className="what-if-levers">
        {listed.length === 0 ? <p className="muted">{say("no-levers")}</p> : null}
        {leverKinds.map((kind) => (
          <LeverGroup
            key={kind}
            title={sayer(shellMessages, language)(`lever-${kind}`)}
            levers={listed.filter((lever) => lever.kind === kind)}
            chosen={choice.levers}
            language={language}
            nameOf={nameOf}
            onFlip={flip}
            onAim={aim}
          />
        ))}
      </div>
    </section>
  );
}

interface LeverGroupProps {
  readonly title: string;
  readonly levers: readonly Lever[];
  readonly chosen: readonly Id[];
  readonly language: ViewProps["language"];
  readonly nameOf: (id: Id) => string;
  readonly onFlip: (id: Id, isOn: boolean) => void;
  readonly onAim: (id: Id) => void;
}

function LeverGroup({ title, levers, chosen, language, nameOf, onFlip, onAim }: LeverGroupProps): ReactNode {
  if (levers.length === 0) return null;
  return (
    <fieldset className="what-if-group">
      <legend>{title}</legend>
      {levers.map((lever) => (
        <LeverToggle
          key={lever.id}
          id={lever.id}
          name={lever.name[language]}
          needs={lever.needs.map(nameOf).join(", ")}
          language={language}
          isOn={chosen.includes(lever.id)}
          onFlip={onFlip}
          onAim={onAim}
        />
      ))}
    </fieldset>
  );
}

interface LeverToggleProps {
  readonly id: Id;
  readonly name: string;
  readonly needs: string;
  readonly language: ViewProps["language"];
  readonly isOn: boolean;
  readonly onFlip: (id: Id, isOn: boolean) => void;
  readonly onAim: (id: Id) => void;
}

/** Drawn again only when its own state or name changes: a study may have hundreds. */
const LeverToggle = memo(function LeverToggle({
  id,
  name,
  needs,
  language,
  isOn,
  onFlip,
  onAim,
}: LeverToggleProps): ReactNode {
  return (
    <Toggle isOn={isOn} onChange={(next) => onFlip(id, next)} onAim={() => onAim(id)}>
      {name}
      {needs === "" ? null : (
        <span className="muted what-if-needs">
          {" "}
          {sayer(messages, language)("needs-note", { names: needs })}
        </span>
      )}
    </Toggle>
  );
});
