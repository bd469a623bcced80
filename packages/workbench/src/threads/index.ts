export { assessOnThreads, type ThreadOptions } from "./assess-on-threads.ts";
