import { engineText } from "./engine-text.ts";
import { taskText } from "./task-text.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The engine as WebAssembly, for `webassemblyEngine`. */
export function engineBytes(): Uint8Array {
  return bytesOf(engineText);
}

/** The task layer as WebAssembly, for `webassemblyTaskEngine`. */
export function taskBytes(): Uint8Array {
  return bytesOf(taskText);
}

function bytesOf(lines: readonly string[]): Uint8Array {
  const text = lines.join("");
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let from = 0; from < text.length; from += 4) {
    let group = 0;
    for (let digit = 0; digit < 4; digit++)
      group = (group << 6) | Math.max(0, digits.indexOf(text[from + digit] as string));
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (group >> shift) & 255;
  }
  return bytes;
}
