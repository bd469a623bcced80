import type { Source } from "@shikumi/model";
import { type ReactNode, useMemo } from "react";
import { sayer } from "../../messages/say.ts";
import { Figure } from "../../part/figure.tsx";
import { Select } from "../../part/select.tsx";
import { Table } from "../../part/table.tsx";
import type { TableRow } from "../../part/table-data.ts";
import type { ViewProps } from "../view.ts";
import { GradeBars } from "./grade-bars.tsx";
import { messages } from "./messages/index.ts";
import { type ElementUse, elementUses, gradeCounts, leansOn, usesOf } from "./provenance.ts";
import "./sources.css";

const grades = ["A", "B", "C", "D", "E", "F"] as const;
const every = "-";

/** Where facts come from: grades, where each source is used, what a number leans on, what must still be checked. */
export function Sources({ edition, language, params, navigate, href }: ViewProps): ReactNode {
  const { study, assessment } = edition;
  const say = sayer(messages, language);
  const uses = useMemo(() => elementUses(study), [study]);
  const counts = useMemo(() => gradeCounts(study, uses), [study, uses]);
  const citedBy = useMemo(
    () => new Map([...study.sources.keys()].map((id) => [id, usesOf(uses, id).length])),
    [study, uses],
  );
  const grade = params["grade"] ?? every;
  const chosen = study.sources.get(params["source"] ?? "");
  const mission = params["mission"] ?? [...study.missions.keys()][0] ?? "";
  const leaning = leansOn(study, mission, uses).filter(
    ({ assumptions, unchecked }) => assumptions + unchecked > 0,
  );
  const effect = assessment.baseline.missions.find((one) => one.mission === mission);
  const bars = [
    ...grades.map((id) => ({ id, name: say(`grade-${id}`), count: counts.byGrade[id] })),
    { id: "assumption" as const, name: say("assumptions"), count: counts.assumptions },
    { id: "none" as const, name: say("unsourced"), count: counts.unsourced },
  ];
  const usageRow = (use: ElementUse, numbers: number): TableRow => ({
    id: `${use.collection} ${use.id}`,
    cells: [
      say(`in-${use.collection}`),
      use.name?.[language] || use.id,
      numbers,
      use.assumptions,
      use.unchecked,
      use.notes.map((note) => note[language]).join(" "),
    ],
  });
  const usageColumns = [
    { id: "collection", title: say("collection") },
    { id: "element", title: say("element") },
    { id: "numbers", title: say("numbers"), kind: "number" },
    { id: "assumptions", title: say("assumptions"), kind: "number" },
    { id: "unchecked", title: say("unchecked"), kind: "number" },
    { id: "notes", title: say("remarks") },
  ] as const;
  const listed = [...study.sources.values()].filter(
    ({ reliability }) => grade === every || reliability === grade,
  );
  return (
    <>
      <p className="sources-lead">
        {say("lead", {
          sources: study.sources.size,
          numbers: counts.total,
          assumptions: counts.assumptions,
          unchecked: counts.unchecked,
        })}
      </p>
      <Figure
        title={say("title-grades")}
        level={2}
        note={say("grades-note")}
        columns={[
          { id: "rest", title: say("rests-on") },
          { id: "count", title: say("numbers"), kind: "number" },
        ]}
        rows={bars.map(({ id, name, count }) => ({ id, cells: [name, count] }))}
      >
        <GradeBars bars={bars} label={say("title-grades")} />
      </Figure>

      <h2>{say("title-leans")}</h2>
      <p className="muted">{say("leans-note")}</p>
      <Select
        label={say("mission")}
        value={mission}
        options={[...study.missions.values()].map(({ id, name }) => ({ id, text: name[language] }))}
        onChange={(next) => navigate({ params: { mission: next } })}
      />
      <p>
        {say("leans-count", {
          elements: leaning.length,
          assumptions: leaning.reduce((sum, use) => sum + use.assumptions, 0),
          unchecked: leaning.reduce((sum, use) => sum + use.unchecked, 0),
        })}{" "}
        {effect === undefined ? null : <a href={href("causes", { mission })}>{say("to-causes")}</a>}
      </p>
      {leaning.length === 0 ? null : (
        <Table
          caption={say("title-leans")}
          isCaptionHidden
          columns={usageColumns}
          rows={leaning.map((use) =>
            usageRow(
              use,
              [...use.bySource.values()].reduce((sum, one) => sum + one, 0),
            ),
          )}
        />
      )}

      <h2>{say("title-sources")}</h2>
      <Select
        label={say("grade")}
        value={grade}
        options={[
          { id: every, text: say("every-grade") },
          ...grades.map((id) => ({ id: id as string, text: say(`grade-${id}`) })),
        ]}
        onChange={(next) => navigate({ params: { grade: next === every ? "" : next } })}
      />
      {chosen === undefined ? null : (
        <section className="sources-chosen" aria-label={chosen.title[language]}>
          <h3>{chosen.title[language]}</h3>
          <SourceFacts source={chosen} language={language} say={say} />
          <Table
            caption={say("where-used")}
            columns={usageColumns}
            rows={usesOf(uses, chosen.id).map((use) => usageRow(use, use.bySource.get(chosen.id) ?? 0))}
          />
        </section>
      )}
      <Table
        caption={say("title-sources")}
        isCaptionHidden
        columns={[
          { id: "title", title: say("source") },
          { id: "issued", title: say("issued") },
          { id: "grade", title: say("grade") },
          { id: "uses", title: say("elements"), kind: "number" },
        ]}
        rows={listed.map(({ id, title, issued, reliability }) => ({
          id,
          cells: [
            {
              text: title[language],
              shown: <a href={href("sources", { ...params, source: id })}>{title[language]}</a>,
            },
            issued ?? "",
            reliability,
            citedBy.get(id) ?? 0,
          ],
        }))}
      />
    </>
  );
}

function SourceFacts({
  source,
  language,
  say,
}: Pick<ViewProps, "language"> & {
  readonly source: Source;
  readonly say: ReturnType<typeof sayer<keyof typeof messages.en>>;
}): ReactNode {
  const facts = [
    source.author,
    source.publisher?.[language],
    source.issued,
    source.url,
    source.licence,
    source.note?.[language],
  ].filter((fact) => fact !== undefined && fact !== "");
  return (
    <p>
      <b>{say(`grade-${source.reliability}`)}</b> {facts.join(" · ")}
    </p>
  );
}
