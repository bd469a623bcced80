import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { median } from "./bench.ts";

/** Answers each line that names a call with the seconds of one call by Python's own clock, or with "absent". */
const loop = `
import sys, time
for line in sys.stdin:
    try:
        start = time.perf_counter()
        calls[line.strip()]()
        print(time.perf_counter() - start, flush=True)
    except Exception:
        print("absent", flush=True)
`;

/** A Python process that stays, so that calls of peers can take turns with ours without the time of imports. */
export class PythonPeer {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: Interface;
  readonly #answers: ((answer: string) => void)[] = [];
  readonly #seconds = new Map<string, number[]>();
  #isGone = false;

  /** `script` defines `calls`, functions without arguments by name, each of which imports what it needs. */
  constructor(script: string) {
    this.#process = spawn("python3", ["-c", script + loop], { stdio: ["pipe", "pipe", "ignore"] });
    this.#lines = createInterface({ input: this.#process.stdout });
    this.#lines.on("line", (line) => this.#answers.shift()?.(line));
    const end = (): void => {
      this.#isGone = true;
      for (const answer of this.#answers.splice(0)) answer("absent");
    };
    this.#process.on("error", end);
    this.#process.on("exit", end);
    this.#process.stdin.on("error", end);
  }

  /** Makes one call and keeps its seconds; the first call of each name warms up and is not kept. */
  async call(name: string): Promise<void> {
    const answer = await new Promise<string>((resolve) => {
      if (this.#isGone) resolve("absent");
      else {
        this.#answers.push(resolve);
        this.#process.stdin.write(`${name}\n`);
      }
    });
    const kept = this.#seconds.get(name);
    if (kept === undefined) this.#seconds.set(name, []);
    else kept.push(Number(answer));
  }

  /** Median seconds of a call; "absent" where the peer is not installed. */
  seconds(name: string): number | "absent" {
    const kept = this.#seconds.get(name) ?? [];
    return kept.length > 0 && kept.every(Number.isFinite) ? median(kept) : "absent";
  }

  end(): void {
    this.#lines.close();
    this.#process.kill();
  }
}

/** A ratio to a peer, or "absent" where there is none. */
export function ratioTo(peer: number | "absent", ours: number): number | "absent" {
  return peer === "absent" ? "absent" : peer / ours;
}
