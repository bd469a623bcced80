import process from "node:process";

/** Kills its thread where need lies from 0.4 to 0.45. */
export const model = {
  outcomes: ["y"],
  run(inputs, outputs) {
    if (inputs[0] >= 0.4 && inputs[0] <= 0.45) process.exit(3);
    outputs[0] = inputs[0];
  },
};
