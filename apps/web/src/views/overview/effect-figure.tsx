import type { Bracket } from "@shikumi/assessment";
import type { ReactNode } from "react";
import { domainName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { DotRows } from "../../part/dot-rows.tsx";
import { Figure } from "../../part/figure.tsx";
import { Printed, printed, printedParts } from "../../part/printed.tsx";
import type { ViewProps } from "../view.ts";
import { messages } from "./messages/index.ts";

/** Effectiveness of the present arrangement by domain. */
export function EffectFigure({ edition, language }: ViewProps): ReactNode {
  const say = sayer(messages, language);
  const { study, assessment } = edition;
  const { domains } = assessment.baseline;
  const run = assessment.runs.find(({ key }) => key === domains[0]?.effectiveness.refused.run);
  const isOpen = ({ refused, granted }: Bracket): boolean => !Object.is(refused.value, granted.value);
  const title = say("effect-title");
  return (
    <Figure
      title={title}
      level={2}
      note={say("effect-note", { futures: run?.futures ?? 0, replications: run?.replications ?? 0 })}
      columns={[
        { id: "domain", title: say("domain") },
        { id: "value", title: say("effectiveness"), kind: "number" },
        { id: "low", title: say("low"), kind: "number" },
        { id: "high", title: say("high"), kind: "number" },
        { id: "granted", title: say("granted"), kind: "number" },
      ]}
      rows={domains.map(({ domain, effectiveness: { refused, granted } }) => ({
        id: domain,
        cells: [
          domainName(study, domain, language),
          {
            text: printed(refused, "share", language),
            value: refused.value,
            shown: <Printed figure={refused} style="share" language={language} />,
          },
          { text: printed({ ...refused, value: refused.low }, "share", language), value: refused.low },
          { text: printed({ ...refused, value: refused.high }, "share", language), value: refused.high },
          {
            text: printed(granted, "share-interval", language),
            value: granted.value,
            shown: <Printed figure={granted} style="share-interval" language={language} />,
          },
        ],
      }))}
    >
      <DotRows
        label={title}
        from={0}
        to={1}
        tickText={(value) => `${Math.round(value * 100)}%`}
        rows={domains.map(({ domain, effectiveness }) => ({
          id: domain,
          label: domainName(study, domain, language),
          figure: effectiveness.refused,
          second: isOpen(effectiveness) ? effectiveness.granted : undefined,
          ...printedParts(effectiveness.refused, language),
          remark: isOpen(effectiveness)
            ? say("granted-remark", { share: printed(effectiveness.granted, "share", language) })
            : undefined,
        }))}
      />
    </Figure>
  );
}
