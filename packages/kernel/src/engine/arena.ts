import { arenaTop, setArenaTop } from "../memory/cells.ts";
import { growMemory, type i32, memoryBytes, setInt } from "./primitive.ts";

/** New bytes at the top of the memory, zeroed; a multiple of eight. Rows never move, so a row is the address of its first byte. */
export function takeBytes(bytes: i32): i32 {
  const first = arenaTop();
  const end = first + bytes;
  if (end > memoryBytes()) growMemory(end);
  for (let at: i32 = first; at < end; at += 4) setInt(at, 0);
  setArenaTop(end);
  return first;
}
