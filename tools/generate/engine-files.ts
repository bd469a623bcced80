import { createHash } from "node:crypto";
import { engineBytes } from "./engine-bytes.ts";
import { engineMemoryFiles } from "./engine-memory.ts";
import { flatTaskLayer } from "./flat-tasks.ts";

const lineLength = 96;

/** Everything about the kernel's engine that is generated and checked in, by path below `packages/kernel/src`: accessors of the memory and the engine as WebAssembly. */
export function engineFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, text] of engineMemoryFiles()) files.set(`memory/${name}`, text);
  files.set(
    "webassembly/engine-text.ts",
    textFile("engineText", "The engine", engineBytes("run/simulate.ts")),
  );
  files.set(
    "webassembly/task-text.ts",
    textFile("taskText", "The task layer", engineBytes("task-layer/run-tasks.ts")),
  );
  files.set("webassembly/flat-tasks.ts", flatTaskLayer());
  return files;
}

/** The bytes as a module, so that they reach a browser like any other source. */
function textFile(name: string, what: string, bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("base64");
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lineLength) lines.push(`  "${text.slice(at, at + lineLength)}",`);
  return `// Made from the sources of the engine by \`npm run fix\`. SHA-256 ${createHash("sha256").update(bytes).digest("hex")}.

/** ${what} as WebAssembly, in base64. */
export const ${name}: readonly string[] = [
${lines.join("\n")}
];
`;
}
