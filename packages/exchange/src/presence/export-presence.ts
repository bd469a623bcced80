import type { Language } from "@shikumi/core/diagnostic";
import type { Study } from "@shikumi/model";
import type { Exported } from "../exported.ts";
import { isRecord, type Plain } from "../plain.ts";
import { Remarks } from "../remark.ts";
import { csvText, escapeFormula } from "../sheet/csv.ts";
import { workbookOf } from "../sheet/write-workbook.ts";
import { cellOf } from "../study/edit-csv.ts";
import { writtenElements } from "../study/written.ts";

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ["Holding", "Organisation", "Code", "Party", "Capability", "Code", "Place", "Code", "Quantity"],
  ja: ["保有", "組織", "コード", "当事者", "能力", "コード", "場所", "コード", "数量"],
};

const tags = [
  "#meta+id",
  "#org+name",
  "#org+code",
  "#org+type",
  "#service+name",
  "#service+code",
  "#loc+name",
  "#loc+code",
  "#capacity+num",
];

/** Who has what where: every holding as a row tagged with HXL. A quantity that is not one number is left out and told. */
export function exportPresence(
  study: Study,
  { format, language }: { readonly format: "xlsx" | "csv"; readonly language: Language },
): Exported {
  const remarks = new Remarks();
  const written = writtenElements(study, "holdings");
  const rows = [...study.holdings.values()].map(({ id, of, what, at }) => {
    const organisation = study.organisations.get(of);
    const quantity = quantityOf(written.get(id)?.["quantity"]);
    if (quantity === undefined)
      remarks.add("value-not-carried", { file: "3w" }, { field: "quantity", element: id });
    return [
      id,
      organisation?.name[language] ?? of,
      of,
      study.parties.get(organisation?.party ?? "")?.name[language] ?? "",
      study.capabilities.get(what)?.name[language] ?? what,
      what,
      study.places.get(at)?.name[language] ?? at,
      at,
      quantity,
    ];
  });
  const table = [heads[language], tags, ...rows];
  if (format === "csv") {
    const lines = table.map((row) => row.map((value) => escapeFormula(String(value ?? ""))));
    return { content: csvText(lines), written: rows.length, remarks: remarks.all };
  }
  const sheet = { name: "3W", rows: table, hiddenColumns: [0], headRows: 2 };
  return { content: workbookOf([sheet]), written: rows.length, remarks: remarks.all };
}

function quantityOf(written: Plain | undefined): string | number | undefined {
  const value = isRecord(written) ? written["value"] : written;
  if (typeof value === "number") return value;
  return typeof value === "string" ? cellOf(value) : undefined;
}
