import type { i32 } from "./primitive.ts";

/** Where `Program.lists` begins: fixed, so that an entry is read with one load. The same as `listsAt` of `layout.ts`. */
export const addressOfLists: i32 = 16384;
