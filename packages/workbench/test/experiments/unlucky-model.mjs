/** A wait that depends on luck and on a lever; one run in ten fails. */
export const model = {
  outcomes: ["wait"],
  run(inputs, outputs, draw) {
    if (draw(9) < 0.1) throw new Error(`unlucky at ${inputs[0]}`);
    outputs[0] = (inputs[0] + draw(0)) / inputs[1];
  },
};
