export { engineBytes, taskBytes } from "./engine-bytes.ts";
export { fastestEngine } from "./fastest-engine.ts";
