import type { Id, Mechanism, Organisation, Study } from "@shikumi/model";

export type Column = "left" | "middle" | "right";

/** One node of the drawing, at the edge that its links reach: `y` is its middle. */
export interface NetworkNode {
  /** `party X`, `organisation X`, `mechanism X`. */
  readonly id: string;
  readonly kind: "party" | "organisation" | "mechanism";
  readonly of: Id;
  readonly column: Column;
  readonly y: number;
  /** Superiors above it in its party. */
  readonly depth: number;
}

/** A link between a party or an organisation and a mechanism. */
export interface NetworkLink {
  readonly from: string;
  readonly to: string;
  /** The strongest that runs over it: information, then a cell, then anything else. */
  readonly kind: "information" | "cell" | "other";
}

export interface NetworkLayout {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  readonly height: number;
}

const row = 18;
const partyRow = 30;
const head = 10;

/**
 * Places every party's organisations under it, the party with most on the left, the others on the right (all on the left where it is narrow), and the mechanisms between them, each near the middle of what it links. Depends on the
 * study alone.
 */
export function networkLayout(
  study: Study,
  mechanisms: readonly Mechanism[],
  isNarrow: boolean,
): NetworkLayout {
  const groups = [...study.parties.keys()]
    .map((party) => ({ party, members: membersOf(study, party) }))
    .filter(({ members }) => members.length > 0);
  const largest = groups.reduce<(typeof groups)[number] | undefined>(
    (best, one) => (best === undefined || one.members.length > best.members.length ? one : best),
    undefined,
  );
  const nodes: NetworkNode[] = [];
  const bottoms = { left: head, right: head };
  for (const group of groups.toSorted((a, b) => Number(b === largest) - Number(a === largest))) {
    const column = isNarrow || group === largest ? "left" : "right";
    const place = (node: Pick<NetworkNode, "id" | "kind" | "of" | "depth">, high: number): void => {
      nodes.push({ ...node, column, y: bottoms[column] + high - row / 2 });
      bottoms[column] += high;
    };
    place({ id: `party ${group.party}`, kind: "party", of: group.party, depth: 0 }, partyRow);
    for (const { organisation, depth } of group.members)
      place({ id: `organisation ${organisation.id}`, kind: "organisation", of: organisation.id, depth }, row);
  }
  const known = new Map(nodes.map((node) => [node.id, node]));
  const links = mechanisms.flatMap((mechanism) => linksOf(mechanism, known));
  const middles = mechanisms.map((mechanism) => {
    const ends = links.filter(({ to }) => to === `mechanism ${mechanism.id}`);
    const sum = ends.reduce((total, { from }) => total + (known.get(from)?.y ?? 0), 0);
    return { mechanism, middle: ends.length === 0 ? Number.POSITIVE_INFINITY : sum / ends.length };
  });
  middles.sort((a, b) => a.middle - b.middle || (a.mechanism.key < b.mechanism.key ? -1 : 1));
  const height = Math.max(bottoms.left, bottoms.right, head + middles.length * row) + head;
  const step = Math.min(2.2 * row, (height - 2 * head) / Math.max(1, middles.length));
  const top = head + (height - 2 * head - step * middles.length) / 2;
  for (const [at, { mechanism }] of middles.entries())
    nodes.push({
      id: `mechanism ${mechanism.id}`,
      kind: "mechanism",
      of: mechanism.id,
      column: isNarrow ? "right" : "middle",
      y: top + step * (at + 0.5),
      depth: 0,
    });
  return { nodes, links, height };
}

/** The organisations of a party, each under its superior, with its depth. */
function membersOf(
  study: Study,
  party: Id,
): readonly { readonly organisation: Organisation; readonly depth: number }[] {
  const own = [...study.organisations.values()].filter((one) => one.party === party);
  const ids = new Set(own.map(({ id }) => id));
  const placed = new Set<Id>();
  const found: { organisation: Organisation; depth: number }[] = [];
  const add = (organisation: Organisation, depth: number): void => {
    if (placed.has(organisation.id)) return;
    placed.add(organisation.id);
    found.push({ organisation, depth });
    for (const one of own) if (one.under === organisation.id) add(one, depth + 1);
  };
  for (const one of own) if (one.under === undefined || !ids.has(one.under)) add(one, 0);
  for (const one of own) add(one, 0);
  return found;
}

function linksOf(mechanism: Mechanism, nodes: ReadonlyMap<string, NetworkNode>): readonly NetworkLink[] {
  const kind =
    mechanism.information.length > 0 ? "information" : mechanism.cell === undefined ? "other" : "cell";
  const ends = new Set([...mechanism.between, ...(mechanism.cell?.members ?? [])]);
  return [...ends].flatMap((id): readonly NetworkLink[] => {
    const from = [`organisation ${id}`, `party ${id}`].find((one) => nodes.has(one));
    return from === undefined ? [] : [{ from, to: `mechanism ${mechanism.id}`, kind }];
  });
}

/** The node that a key leads to: up and down within a column, left and right to the nearest in the next. */
export function nextNode(
  nodes: readonly NetworkNode[],
  from: string,
  key: "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End",
): NetworkNode | undefined {
  const here = nodes.find(({ id }) => id === from) ?? nodes[0];
  if (here === undefined) return undefined;
  const inColumn = (column: Column): readonly NetworkNode[] =>
    nodes.filter((node) => node.column === column && node.kind !== "party").sort((a, b) => a.y - b.y);
  const own = inColumn(here.column);
  const at = own.findIndex(({ id }) => id === here.id);
  switch (key) {
    case "ArrowUp":
      return own[Math.max(0, at - 1)];
    case "ArrowDown":
      return own[Math.min(own.length - 1, at + 1)];
    case "Home":
      return own[0];
    case "End":
      return own.at(-1);
    case "ArrowLeft":
    case "ArrowRight": {
      const columns = (["left", "middle", "right"] as const).filter((column) => inColumn(column).length > 0);
      const next = columns[columns.indexOf(here.column) + (key === "ArrowLeft" ? -1 : 1)];
      return next === undefined
        ? here
        : inColumn(next).reduce((a, b) => (Math.abs(b.y - here.y) < Math.abs(a.y - here.y) ? b : a));
    }
  }
}
