import type { ReactNode } from "react";
import { domainName } from "../../messages/name.ts";
import { sayer } from "../../messages/say.ts";
import { DotRows } from "../../part/dot-rows.tsx";
import { Figure } from "../../part/figure.tsx";
import { Printed, printed } from "../../part/printed.tsx";
import type { ViewProps } from "../view.ts";
import { type LeadingGain, largestGains } from "./leading.ts";
import { messages } from "./messages/index.ts";

/** The levers and the package that gain most. */
export function GainsFigure({ edition, language, href }: ViewProps): ReactNode {
  const say = sayer(messages, language);
  const { study, assessment } = edition;
  const gains = largestGains(assessment, 3);
  const title = say("gains-title");
  const wasTried = assessment.levers.length + assessment.packageGains.length > 0;
  if (gains.length === 0)
    return (
      <section>
        <h2>{say("gains")}</h2>
        <p>{wasTried ? say("no-gains") : say("not-tried")}</p>
        {wasTried ? null : (
          <p>
            <a href={href("what-if")}>{say("try-any")}</a>
          </p>
        )}
      </section>
    );
  const nameOf = ({ id, kind }: LeadingGain): string =>
    kind === "package"
      ? say("package", { name: study.packages.get(id)?.name[language] ?? id })
      : (study.levers.get(id)?.name[language] ?? id);
  const leversOf = ({ id, kind }: LeadingGain): string =>
    kind === "package"
      ? (study.packages.get(id)?.levers.join(",") ?? "")
      : [id, ...(assessment.levers.find((lever) => lever.id === id)?.with ?? [])].join(",");
  const ends = gains.flatMap(({ gain: { ifAdoptedAndUsed, expected } }) =>
    [ifAdoptedAndUsed, expected].flatMap(({ value, low, high }) => [value, low, high]),
  );
  const finite = ends.filter((end) => Number.isFinite(end));
  return (
    <>
      <Figure
        title={title}
        level={2}
        note={say("gains-note")}
        columns={[
          { id: "name", title: say("lever") },
          { id: "domain", title: say("domain") },
          { id: "used", title: say("if-used"), kind: "number" },
          { id: "expected", title: say("expected"), kind: "number" },
        ]}
        rows={gains.map((leading) => ({
          id: leading.id,
          cells: [
            nameOf(leading),
            domainName(study, leading.gain.domain, language),
            {
              text: printed(leading.gain.ifAdoptedAndUsed, "points-interval", language),
              value: leading.gain.ifAdoptedAndUsed.value,
              shown: (
                <Printed figure={leading.gain.ifAdoptedAndUsed} style="points-interval" language={language} />
              ),
            },
            {
              text: printed(leading.gain.expected, "points-interval", language),
              value: leading.gain.expected.value,
              shown: <Printed figure={leading.gain.expected} style="points-interval" language={language} />,
            },
          ],
        }))}
      >
        <DotRows
          label={title}
          from={Math.min(0, ...finite)}
          to={Math.max(0.01, ...finite)}
          tickText={(value) => printed({ value, low: value, high: value }, "gain", language)}
          rows={gains.map((leading) => ({
            id: leading.id,
            label: nameOf(leading),
            under: domainName(study, leading.gain.domain, language),
            figure: leading.gain.ifAdoptedAndUsed,
            second: leading.gain.expected,
            text: printed(leading.gain.ifAdoptedAndUsed, "points", language),
            remark: say("expected-remark", { points: printed(leading.gain.expected, "gain", language) }),
          }))}
        />
      </Figure>
      <ul className="overview-try">
        {gains.map((leading) => (
          <li key={leading.id}>
            {nameOf(leading)}: <a href={href("what-if", { levers: leversOf(leading) })}>{say("try-it")}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
