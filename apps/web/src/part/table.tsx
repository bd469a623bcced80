import type { ReactNode } from "react";
import type { TableCell, TableColumn, TableRow } from "./table-data.ts";

export interface TableProps {
  /** Said by the table's caption; `isCaptionHidden` keeps it for people who listen. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A real table: caption, scopes, numbers aligned. Wide ones scroll inside their frame, which takes the focus for that. */
export function Table({ caption, isCaptionHidden = false, columns, rows }: TableProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table>
        <caption className={isCaptionHidden ? "unseen" : ""}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title, kind }) => (
              <th key={id} scope="col" className={kind === "number" ? "number" : ""}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.level === undefined ? "" : `level-${row.level}`}>
              {columns.map(({ id, kind }, at) => {
                const shown = cellShown(row.cells[at]);
                const name = kind === "number" ? "number" : "";
                return at === 0 ? (
                  <th key={id} scope="row" className={name}>
                    {shown}
                  </th>
                ) : (
                  <td key={id} className={name}>
                    {shown}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellShown(cell: TableCell | undefined): ReactNode {
  if (cell === undefined) return "";
  if (typeof cell === "string" || typeof cell === "number") return cell;
  return cell.shown ?? cell.text;
}
