export {
  runExperimentsOnThreads,
  type ThreadDeath,
  type ThreadedExperimentOptions,
  type ThreadedExperiments,
} from "./run-experiments-on-threads.ts";
