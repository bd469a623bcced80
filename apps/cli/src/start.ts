import process from "node:process";
import type { Effects } from "./effects.ts";
import { runCli } from "./run-cli.ts";

/**
 * Runs the command line of this process. The first Ctrl-C asks the work to stop, which leaves no half-written file; the second ends the
 * process. A reader that closes the pipe early ends the output in silence.
 */
export async function start(): Promise<void> {
  const interruption = new AbortController();
  const interrupt = (): void => {
    if (interruption.signal.aborted) process.exit(130);
    interruption.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") process.exitCode = 2;
    });
  const { columns, isTTY } = process.stderr;
  const effects: Effects = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    terminal: isTTY && process.env["TERM"] !== "dumb" ? { columns: columns ?? 80 } : undefined,
    outIsTerminal: process.stdout.isTTY === true,
    now: () => performance.now(),
    signal: interruption.signal,
  };
  process.exitCode = await runCli(process.argv.slice(2), effects);
}
