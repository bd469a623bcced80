export { type Catalogue, type Language, type Message, messageFor, type Template } from "./catalogue.ts";
export {
  type Args,
  compareDiagnostics,
  type Diagnostic,
  type RelatedSpan,
  type Severity,
  type Span,
} from "./diagnostic.ts";
export { LineIndex, type Position } from "./line-index.ts";
export {
  type RenderedDiagnostic,
  type RenderedRelatedSpan,
  renderDiagnostic,
  renderDiagnostics,
  type SourceLookup,
} from "./render-diagnostic.ts";
export { suggest } from "./suggest.ts";
