import { type ReactNode, useContext, useId, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { tableCsv } from "../export/csv.ts";
import { fileName, saveFile } from "../export/save-file.ts";
import { standaloneSvg } from "../export/svg.ts";
import { shellMessages } from "../messages/index.ts";
import { sayer } from "../messages/say.ts";
import { ActionButton } from "./action-button.tsx";
import { PageContext } from "./page-context.ts";
import { Table } from "./table.tsx";
import type { TableColumn, TableRow } from "./table-data.ts";

export interface FigureProps {
  readonly title: string;
  /** What the reader must know to read it: unit, interval, which runs. */
  readonly note?: ReactNode;
  /** The table twin: the same numbers as the drawing, for the table and for CSV. */
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The drawing: one `<svg>` somewhere in it is what is saved. */
  readonly children: ReactNode;
  /** Level of the heading. */
  readonly level?: 2 | 3 | 4;
}

/** A drawing with its title, its table twin behind a visible switch, and export as SVG and CSV. */
export function Figure({ title, note, columns, rows, children, level = 3 }: FigureProps): ReactNode {
  const { language, announce } = useContext(PageContext);
  const say = sayer(shellMessages, language);
  const [isTable, setIsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const id = useId();
  const Heading = `h${level}` as const;
  const saveSvg = (): void => {
    const svg = drawing.current?.querySelector("svg");
    if (svg === null || svg === undefined) return;
    const name = fileName(title, "svg");
    saveFile(name, "image/svg+xml", standaloneSvg(svg, title));
    announce(say("saved-file", { name }));
  };
  const saveCsv = (): void => {
    const name = fileName(title, "csv");
    saveFile(name, "text/csv;charset=utf-8", tableCsv(columns, rows));
    announce(say("saved-file", { name }));
  };
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption>
        <Heading id={id}>{title}</Heading>
        <div className="figure-actions">
          <ToggleButton className="quiet" isSelected={isTable} onChange={setIsTable}>
            {say("show-table")}
          </ToggleButton>
          {isTable ? null : <ActionButton onPress={saveSvg}>{say("save-svg")}</ActionButton>}
          <ActionButton onPress={saveCsv}>{say("save-csv")}</ActionButton>
        </div>
        {note === undefined ? null : <p className="figure-note">{note}</p>}
      </figcaption>
      {isTable ? (
        <Table caption={title} isCaptionHidden columns={columns} rows={rows} />
      ) : (
        <div className="drawing" ref={drawing}>
          {children}
        </div>
      )}
    </figure>
  );
}
