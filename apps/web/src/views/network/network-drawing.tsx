import { type Id, isCovered, type Mechanism } from "@shikumi/model";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { organisationName } from "../../messages/name.ts";
import { fitText } from "../../part/fit-text.ts";
import { useWidth } from "../../part/use-width.ts";
import { type NetworkLayout, type NetworkNode, networkLayout, nextNode } from "./network-layout.ts";
import { unlocksText, type Voice } from "./network-words.ts";

const narrow = 720;
const indent = 12;

export interface NetworkDrawingProps {
  readonly voice: Voice;
  readonly mechanisms: readonly Mechanism[];
  readonly organisation: Id | undefined;
  readonly mechanism: Id | undefined;
  /** Address of the view with a node chosen. */
  readonly address: (kind: "organisation" | "mechanism", id: Id) => string;
  readonly label: string;
}

/** Organisations by party on both sides, what joins them in the middle. One name is a stop of the tab key, arrows lead to the others. */
export function NetworkDrawing({
  voice,
  mechanisms,
  organisation,
  mechanism,
  address,
  label,
}: NetworkDrawingProps): ReactNode {
  const { study } = voice;
  const [frame, width] = useWidth<HTMLDivElement>(1080);
  const drawing = useRef<SVGSVGElement>(null);
  const isNarrow = width < narrow;
  const layout = useMemo(() => networkLayout(study, mechanisms, isNarrow), [study, mechanisms, isNarrow]);
  const [wanted, setWanted] = useState("");
  const lit = useMemo(
    () => litNodes(voice, mechanisms, layout, organisation, mechanism),
    [voice, mechanisms, layout, organisation, mechanism],
  );
  const { nodes, links, height } = layout;
  const stop = nodes.find(({ id }) => id === wanted) ?? nodes.find(({ id }) => id === lit.chosen) ?? nodes[1];
  const columns = columnsOf(width, isNarrow);
  const edge = ({ column }: NetworkNode, towards: "left" | "right"): number =>
    column === "left"
      ? columns.left.x + columns.left.wide
      : column === "right" && !isNarrow
        ? columns.right.x
        : towards === "left"
          ? columns.middle.x
          : columns.middle.x + columns.middle.wide;
  const place = new Map(nodes.map((node) => [node.id, node]));
  const keyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (stop === undefined || !isKey(key)) return;
    const next = nextNode(nodes, stop.id, key);
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next.id);
    drawing.current?.querySelector<SVGElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links inside */}
      <svg
        ref={drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="group"
        aria-label={label}
        onKeyDown={keyDown}
        className={lit.chosen === undefined ? "" : "network-chosen"}
      >
        <g>
          {links.map(({ from, to, kind }) => {
            const [a, b] = [place.get(from), place.get(to)];
            if (a === undefined || b === undefined) return null;
            const isLit = lit.all.has(from) && lit.all.has(to);
            const start = edge(a, "right");
            const end = edge(b, a.column === "left" ? "left" : "right");
            const bend = (start + end) / 2;
            return (
              <path
                key={`${from} ${to}`}
                className={`network-link network-${kind} ${isLit ? "network-lit" : ""}`}
                d={`M${start},${a.y}C${bend},${a.y} ${bend},${b.y} ${end},${b.y}`}
              />
            );
          })}
        </g>
        {nodes.map((node) => {
          const { x, wide } = isNarrow && node.column === "right" ? columns.middle : columns[node.column];
          const textAt = node.kind === "mechanism" ? x + 6 : x + 4 + node.depth * indent;
          if (node.kind === "party")
            return (
              <text key={node.id} className="group" x={textAt} y={node.y + 4}>
                {fitText(study.parties.get(node.of)?.name[voice.language] || node.of, wide - 8, 13)}
              </text>
            );
          const name = nameOf(voice, node);
          return (
            <g
              key={node.id}
              className={`network-node network-${node.kind} ${lit.all.has(node.id) ? "network-lit" : ""} ${
                node.id === lit.chosen ? "network-this" : ""
              }`}
            >
              <a
                href={address(node.kind, node.of)}
                data-node={node.id}
                tabIndex={node.id === stop?.id ? 0 : -1}
                aria-label={wordsOf(voice, node, mechanisms)}
                {...(node.id === lit.chosen ? { "aria-current": "true" as const } : {})}
                onFocus={() => setWanted(node.id)}
              >
                <title>{wordsOf(voice, node, mechanisms)}</title>
                <rect x={x} y={node.y - 8.5} width={wide} height={17} rx={2} />
              </a>
              <text x={textAt} y={node.y + 4}>
                {fitText(name, wide - (textAt - x) - 4, 12)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface Stretch {
  readonly x: number;
  readonly wide: number;
}

function columnsOf(
  width: number,
  isNarrow: boolean,
): { readonly left: Stretch; readonly middle: Stretch; readonly right: Stretch } {
  if (isNarrow) {
    const wide = Math.floor(width * 0.43);
    const last = { x: width - wide - 1, wide };
    return { left: { x: 1, wide }, middle: last, right: last };
  }
  const side = Math.round(Math.min(300, width * 0.25));
  const middle = Math.round(Math.min(330, width * 0.27));
  return {
    left: { x: 1, wide: side },
    middle: { x: Math.round((width - middle) / 2), wide: middle },
    right: { x: width - side - 1, wide: side },
  };
}

const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"] as const;

function isKey(key: string): key is (typeof keys)[number] {
  return (keys as readonly string[]).includes(key);
}

/** What belongs to the choice: the mechanisms of an organisation and everybody on them; or everybody on a mechanism. */
function litNodes(
  { study }: Voice,
  mechanisms: readonly Mechanism[],
  { nodes }: NetworkLayout,
  organisation: Id | undefined,
  mechanism: Id | undefined,
): { readonly chosen: string | undefined; readonly all: ReadonlySet<string> } {
  const chosen =
    organisation !== undefined
      ? `organisation ${organisation}`
      : mechanism === undefined
        ? undefined
        : `mechanism ${mechanism}`;
  if (chosen === undefined) return { chosen, all: new Set() };
  const on = mechanisms.filter((one) =>
    organisation === undefined ? one.id === mechanism : isOn(study, one, organisation),
  );
  const all = new Set([chosen, ...on.map(({ id }) => `mechanism ${id}`)]);
  for (const { id, kind, of } of nodes) {
    if (kind === "organisation" && on.some((one) => isOn(study, one, of))) all.add(id);
    if (kind === "party" && on.some((one) => [...one.between, ...(one.cell?.members ?? [])].includes(of)))
      all.add(id);
  }
  return { chosen, all };
}

function isOn(study: Voice["study"], { between, cell }: Mechanism, organisation: Id): boolean {
  return isCovered(study, between, organisation) || isCovered(study, cell?.members ?? [], organisation);
}

function nameOf({ study, language }: Voice, { kind, of }: NetworkNode): string {
  return kind === "mechanism"
    ? study.mechanisms.get(of)?.name[language] || of
    : organisationName(study, of, language);
}

function wordsOf(voice: Voice, node: NetworkNode, mechanisms: readonly Mechanism[]): string {
  const { study, say } = voice;
  const name = nameOf(voice, node);
  if (node.kind === "mechanism") {
    const mechanism = study.mechanisms.get(node.of);
    return say("node-mechanism", {
      name,
      unlocks: mechanism === undefined ? "" : unlocksText(voice, mechanism),
    });
  }
  return say("node-organisation", {
    name,
    party: study.parties.get(study.organisations.get(node.of)?.party ?? "")?.name[voice.language] ?? "",
    count: mechanisms.filter((one) => isOn(study, one, node.of)).length,
  });
}
