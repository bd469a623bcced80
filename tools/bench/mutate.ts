import { drawUniform } from "./uniform.ts";

/** Draws numbers of [0, 1) one after the other. */
export type Draw = () => number;

const signs = "{}[]:,-&*!|>'\"%@`#?\t\n \u0000\ufffd\u3000";
const words = [
  "null",
  "-1",
  "{}",
  "[]",
  "~",
  "1e999",
  "*a",
  "&a",
  "<<",
  "__proto__",
  "9e9 yr",
  "case",
  "future",
  "disputed",
  "set",
];

type Mutation = (text: string, draw: Draw) => string;

/** Ways to damage a text: what truncated copies, slips of the hand and malice do. */
const mutations: readonly Mutation[] = [
  (text, draw) => text.slice(0, spot(text, draw)),
  (text, draw) => text.slice(spot(text, draw)),
  (text, draw) => replaceAt(text, spot(text, draw), 0, pick([...signs], draw)),
  (text, draw) => replaceAt(text, spot(text, draw), 1, pick([...signs], draw)),
  (text, draw) => replaceAt(text, spot(text, draw), 1 + Math.floor(draw() * 40), ""),
  (text, draw) => replaceAt(text, spot(text, draw), 0, String.fromCharCode(Math.floor(draw() * 65536))),
  (text, draw) => onLines(text, (lines) => lines.splice(line(lines, draw), 1)),
  (text, draw) =>
    onLines(text, (lines) => lines.splice(line(lines, draw), 0, lines[line(lines, draw)] ?? "")),
  (text, draw) =>
    onLines(text, (lines) => lines.splice(line(lines, draw), 0, ...lines.splice(line(lines, draw), 3))),
  (text, draw) =>
    onLines(text, (lines) => {
      const at = line(lines, draw);
      lines[at] = `${" ".repeat(Math.floor(draw() * 9))}${(lines[at] ?? "").trimStart()}`;
    }),
  (text, draw) => swapWord(text, draw, pick(words, draw)),
  (text, draw) => swapWord(text, draw, wordAt(text, draw)),
  (text, draw) => text.replace(/\d+/g, (number) => (draw() < 0.1 ? `-${number}` : number)),
];

/** The text with one to three damages. */
export function mutated(text: string, draw: Draw): string {
  let damaged = text;
  const times = 1 + Math.floor(draw() * 3);
  for (let time = 0; time < times; time++) damaged = pick(mutations, draw)(damaged, draw);
  return damaged;
}

/** Draws that depend on the seed alone. */
export function drawsOf(seed: number): Draw {
  let index = 0;
  return () => drawUniform(seed, index++);
}

export function pick<T>(list: readonly T[], draw: Draw): T {
  return list[Math.floor(draw() * list.length)] as T;
}

function spot(text: string, draw: Draw): number {
  return Math.floor(draw() * text.length);
}

function replaceAt(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length);
}

function line(lines: readonly string[], draw: Draw): number {
  return Math.floor(draw() * lines.length);
}

function onLines(text: string, change: (lines: string[]) => unknown): string {
  const lines = text.split("\n");
  change(lines);
  return lines.join("\n");
}

function wordAt(text: string, draw: Draw): string {
  return /[\w-]+/.exec(text.slice(spot(text, draw)))?.[0] ?? "x";
}

function swapWord(text: string, draw: Draw, by: string): string {
  const at = spot(text, draw);
  const found = /[\w-]+/.exec(text.slice(at));
  return found === null ? text : replaceAt(text, at + found.index, found[0].length, by);
}
