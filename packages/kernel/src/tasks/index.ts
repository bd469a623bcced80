export {
  javascriptTaskEngine,
  type TapeUse,
  type TaskEngine,
  type TaskModel,
  type TaskResults,
  TaskRunner,
  taskTicksPerHour,
} from "../host/task-model.ts";
export { webassemblyTaskEngine } from "../host/webassembly.ts";
