import type { RoleRow } from "@shikumi/assessment";
import type { Language } from "@shikumi/core/diagnostic";
import type { Id, Study } from "@shikumi/model";
import { Fragment, type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { missionName, organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import { type GridPlace, placeAfter } from "./grid-place.ts";
import type { RolesKey } from "./messages/index.ts";
import { type AcceptedHoles, cellOf, type RolePart, standing } from "./role-rows.ts";
import { cellMarks } from "./role-words.ts";

export interface RoleGridProps {
  readonly study: Study;
  readonly part: RolePart;
  readonly accepted: AcceptedHoles;
  readonly language: Language;
  readonly say: Say<RolesKey>;
  readonly label: string;
  /** Opens the gates of a task, at one organisation or at none. */
  readonly onOpen: (task: Id, organisation: Id | undefined) => void;
  readonly openTask: Id | undefined;
}

/** Task × organisation as a grid for hand and keyboard: one stop of the tab key, arrows move, Enter opens the gates. */
export function RoleGrid(props: RoleGridProps): ReactNode {
  const { study, part, language, say, label, onOpen } = props;
  const { rows, organisations } = part;
  const grid = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState<GridPlace>({ row: 0, column: 0 });
  const place = {
    row: Math.min(wanted.row, Math.max(rows.length - 1, 0)),
    column: Math.min(wanted.column, organisations.length),
  };
  const parties = partySpans(study, organisations);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    const next = placeAfter(place, event.key, event.ctrlKey, {
      rows: rows.length,
      columns: organisations.length + 1,
    });
    if (next !== undefined) {
      event.preventDefault();
      setWanted(next);
      grid.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const row = rows[place.row];
      if (row !== undefined) onOpen(row.task, organisations[place.column - 1]);
    }
  };
  return (
    <div className="roles-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are moved among by arrows */}
      <table ref={grid} role="grid" aria-label={label} className="roles-grid" onKeyDown={onKeyDown}>
        <thead>
          <tr className="roles-parties">
            <th rowSpan={2} scope="col" className="roles-corner">
              {say("task")}
            </th>
            {parties.map(({ party, count }) => (
              <th key={party} colSpan={count} scope="colgroup">
                {study.parties.get(party)?.name[language] ?? party}
              </th>
            ))}
          </tr>
          <tr>
            {organisations.map((id) => (
              <th key={id} scope="col" className="roles-organisation">
                <span>{organisationName(study, id, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.task}>
              {rows[at - 1]?.mission === row.mission ? null : (
                <tr className="roles-mission">
                  <th scope="rowgroup" colSpan={organisations.length + 1}>
                    <span>{missionName(study, row.mission, language)}</span>
                  </th>
                </tr>
              )}
              <TaskRow {...props} row={row} at={at} place={place} onPlace={setWanted} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TaskRowProps extends RoleGridProps {
  readonly row: RoleRow;
  readonly at: number;
  readonly place: GridPlace;
  readonly onPlace: (place: GridPlace) => void;
}

function TaskRow({
  study,
  part,
  accepted,
  language,
  say,
  onOpen,
  openTask,
  row,
  at,
  place,
  onPlace,
}: TaskRowProps): ReactNode {
  const stop = (column: number): { readonly tabIndex: 0 | -1; readonly "data-place": string } => ({
    tabIndex: place.row === at && place.column === column ? 0 : -1,
    "data-place": `${at}-${column}`,
  });
  const open = (column: number): void => {
    onPlace({ row: at, column });
    onOpen(row.task, part.organisations[column - 1]);
  };
  const reason = accepted.get(row.task);
  const state = row.hole ? (reason === undefined ? "roles-hole" : "roles-accepted") : "";
  return (
    <tr className={`${state} ${openTask === row.task ? "roles-opened" : ""}`}>
      <th scope="row" {...stop(0)} onClick={() => open(0)}>
        {taskName(study, row.task, language)}
        {row.outcome ? <span className="roles-outcome"> {say("outcome-mark")}</span> : null}
        {row.hole ? (
          <strong className="roles-hole-mark">
            {" "}
            {say(reason === undefined ? "hole-mark" : "accepted-mark")}
          </strong>
        ) : null}
        {reason === undefined ? null : <span className="roles-reason">{reason}</span>}
      </th>
      {part.organisations.map((id, index) => {
        const cell = cellOf(row, id);
        if (cell === undefined) {
          return <td key={id} {...stop(index + 1)} aria-label={say("nothing-links")} />;
        }
        const marks = cellMarks(cell, say, language);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
          <td
            key={id}
            {...stop(index + 1)}
            className={`roles-cell roles-${standing(cell)}`}
            title={marks.words}
            onClick={() => open(index + 1)}
          >
            <span className="unseen">{marks.words}</span>
            <span className="roles-marks" aria-hidden="true">
              <b>{marks.role}</b>
              {marks.verdict}
              {marks.able}
            </span>
            <span className="roles-share" aria-hidden="true">
              {marks.delivered}
            </span>
          </td>
        );
      })}
    </tr>
  );
}

function partySpans(
  study: Study,
  organisations: readonly Id[],
): readonly { readonly party: Id; readonly count: number }[] {
  const spans = new Map<Id, number>();
  for (const id of organisations) {
    const party = study.organisations.get(id)?.party ?? "";
    spans.set(party, (spans.get(party) ?? 0) + 1);
  }
  return [...spans].map(([party, count]) => ({ party, count }));
}
