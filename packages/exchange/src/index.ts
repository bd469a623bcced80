export {
  type ExportFormat,
  type ExportOptions,
  type ExportWhat,
  exportFormats,
  exportFrom,
} from "./export-from.ts";
export type { Exported } from "./exported.ts";
export { type ImportContext, type ImportKind, importFile, importKinds, targetFile } from "./import-file.ts";
export type { Imported, ImportedElement, InputFile } from "./imported.ts";
export { exchangeMessages } from "./messages/index.ts";
export { type Place, type Remark, type RemarkCode, type RemarkKind, remarkKinds } from "./remark.ts";
export {
  type ImportPlan,
  type PlannedElement,
  planImport,
  type StudyInFiles,
} from "./study/plan-import.ts";
