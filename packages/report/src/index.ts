export { briefDocument } from "./brief/brief-document.ts";
export type {
  Block,
  BriefDocument,
  Cell,
  Column,
  Reference,
  RoleMark,
  Row,
  RunLabel,
  Section,
  Table,
} from "./document/block.ts";
export type { Chart, ChartSeries, IntervalRow, StackedBar } from "./document/chart.ts";
export type {
  BarRow,
  ExplorationChart,
  HeatRow,
  ParallelAxis,
  ParallelLine,
  ScatterAxis,
  ScatterBox,
  ScatterPanel,
  TrajectoryPoint,
} from "./document/exploration-chart.ts";
export type { BoundNumber, Inline, Inlines } from "./document/inline.ts";
export { plainText } from "./document/inline.ts";
export { type DocumentVisitor, walkDocument } from "./document/walk-document.ts";
export { explorationDocument } from "./exploration/exploration-document.ts";
export type { ExplorationPhraseKey } from "./exploration/messages/index.ts";
export { type HtmlOptions, renderHtml } from "./html/render-html.ts";
export { renderMarkdown } from "./markdown/render-markdown.ts";
export { type BriefProblemCode, type PhraseKey, reportMessages } from "./messages/index.ts";
export { formatNumber, type NumberStyle, type PrintedNumber } from "./number/format-number.ts";
export type { BoundPlace, BriefRecord, RecordPlan } from "./record/brief-record.ts";
export { type BriefDifference, compareBrief } from "./verify/compare-brief.ts";
export {
  type BriefProblem,
  isBriefProblem,
  type ReadBrief,
  readBriefRecord,
} from "./verify/read-brief-record.ts";
