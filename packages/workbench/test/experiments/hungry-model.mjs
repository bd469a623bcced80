/** Takes all the memory of its thread where need lies above 0.99. */
export const model = {
  outcomes: ["y"],
  run(inputs, outputs) {
    const kept = [];
    while (inputs[0] > 0.99) kept.push(new Array(100000).fill(inputs[0]));
    outputs[0] = inputs[0];
  },
};
