import type { Id } from "../study/element.ts";

/** Which nodes a node points to; nodes that are not among those searched are ignored. */
export type Successors = (id: Id) => readonly Id[];

/**
 * Sets of nodes that reach one another and have at least one edge inside, each in the order of `nodes`. Tarjan, "Depth-first
 * search and linear graph algorithms" (1972), without recursion. O(nodes + edges).
 */
export function findLoops(nodes: readonly Id[], successors: Successors): Id[][] {
  const position = new Map(nodes.map((id, i) => [id, i]));
  const next = nodes.map((id) => successors(id).flatMap((other) => position.get(other) ?? []));
  const loops: Id[][] = [];
  for (const group of strongComponents(next)) {
    const [only = -1] = group;
    if (group.length === 1 && !next[only]?.includes(only)) continue;
    loops.push(group.sort((a, b) => a - b).flatMap((node) => nodes[node] ?? []));
  }
  return loops;
}

/** A shortest way from the first node of a loop round to itself: first and last are the same. */
export function shortestRound(loop: readonly Id[], successors: Successors): Id[] {
  const [start = ""] = loop;
  const inside = new Set(loop);
  const cameFrom = new Map<Id, Id>();
  const queue: Id[] = [start];
  for (const id of queue) {
    for (const other of successors(id)) {
      if (!inside.has(other)) continue;
      if (other === start) return [...wayTo(id, start, cameFrom), start];
      if (cameFrom.has(other)) continue;
      cameFrom.set(other, id);
      queue.push(other);
    }
  }
  return [start];
}

function wayTo(end: Id, start: Id, cameFrom: ReadonlyMap<Id, Id>): Id[] {
  const way = [end];
  let current = end;
  while (current !== start) {
    current = cameFrom.get(current) ?? start;
    way.push(current);
  }
  return way.reverse();
}

function strongComponents(next: readonly (readonly number[])[]): number[][] {
  const count = next.length;
  const index = new Array<number>(count).fill(-1);
  const low = new Array<number>(count).fill(0);
  const done = new Array<number>(count).fill(0);
  const onStack = new Array<boolean>(count).fill(false);
  const stack: number[] = [];
  const components: number[][] = [];
  let visited = 0;
  for (let root = 0; root < count; root++) {
    const calls = index[root] === -1 ? [root] : [];
    while (calls.length > 0) {
      const node = calls.at(-1) ?? root;
      if (index[node] === -1) {
        index[node] = low[node] = visited++;
        stack.push(node);
        onStack[node] = true;
      }
      const successors = next[node] ?? [];
      const other = successors[done[node] ?? 0];
      if (other !== undefined) {
        if (index[other] === -1) {
          calls.push(other);
          continue;
        }
        if (onStack[other]) low[node] = Math.min(low[node] ?? 0, low[other] ?? 0);
        done[node] = (done[node] ?? 0) + 1;
        continue;
      }
      calls.pop();
      if (low[node] === index[node]) components.push(popTo(node, stack, onStack));
    }
  }
  return components;
}

function popTo(node: number, stack: number[], onStack: boolean[]): number[] {
  const from = stack.lastIndexOf(node);
  const component = stack.splice(from);
  for (const member of component) onStack[member] = false;
  return component;
}
