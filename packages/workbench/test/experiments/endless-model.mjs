/** Never ends where need lies above 0.5. */
export const model = {
  outcomes: ["y"],
  run(inputs, outputs) {
    while (inputs[0] > 0.5);
    outputs[0] = inputs[0];
  },
};
