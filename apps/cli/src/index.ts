export { type Effects, sessionLanguage } from "./effects.ts";
export { type Envelope, type EnvelopeDiagnostic, envelopeFormat } from "./output/envelope.ts";
export { type ExitCode, runCli } from "./run-cli.ts";
export { start } from "./start.ts";
