/** Answers later, which no model may. */
export const model = {
  outcomes: ["y"],
  async run(inputs, outputs) {
    await Promise.resolve();
    outputs[0] = inputs[0];
  },
};
