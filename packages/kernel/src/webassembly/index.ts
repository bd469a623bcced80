export { engineBytes } from "./engine-bytes.ts";
export { fastestEngine } from "./fastest-engine.ts";
