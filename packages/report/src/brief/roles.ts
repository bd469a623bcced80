import type { RoleCell, RoleRow } from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import { anchorFor } from "../document/anchor.ts";
import type { Block, Cell, RoleMark, Row, Section, Table } from "../document/block.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import type { PhraseKey } from "../messages/index.ts";
import { type BriefContext, written } from "./brief-context.ts";

/** Most organisations side by side that can still be read on a page. */
const widest = 14;

const verdictKeys = {
  obliged: "verdict-obliged",
  permitted: "verdict-permitted",
  prohibited: "verdict-prohibited",
  "no-basis": "verdict-no-basis",
  undetermined: "verdict-undetermined",
  "not-encoded": "verdict-not-encoded",
} as const satisfies Record<RoleCell["verdict"], PhraseKey>;

const verdictSigns: Readonly<Record<RoleCell["verdict"], string>> = {
  obliged: "◎",
  permitted: "○",
  prohibited: "×",
  "no-basis": "–",
  undetermined: "△",
  "not-encoded": "…",
};

/** Who leads and supports, who may, who can, and how much each delivers: task × organisation, by domain. */
export function rolesSection(context: BriefContext): Section {
  const { roles } = context.assessment;
  const domains = [...new Set(roles.map(({ domain }) => domain))];
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("roles-intro") },
    legend(context),
    ...domains.flatMap((domain) =>
      domainTables(
        context,
        domain,
        roles.filter((row) => row.domain === domain),
      ),
    ),
    { kind: "heading", anchor: "holes", content: context.say("holes") },
    holes(context, roles),
  ];
  return { anchor: "roles", title: context.word("roles"), blocks };
}

function legend(context: BriefContext): Block {
  const verdicts = Object.entries(verdictKeys) as [
    RoleCell["verdict"],
    (typeof verdictKeys)[RoleCell["verdict"]],
  ][];
  const items = [
    { sign: context.word("role-lead-letter"), text: context.word("role-lead") },
    { sign: context.word("role-support-letter"), text: context.word("role-support") },
    ...verdicts.map(([verdict, key]) => ({ sign: verdictSigns[verdict], text: context.word(key) })),
    { sign: "■", text: context.word("able") },
    { sign: "□", text: context.word("not-able") },
    { sign: "*", text: context.word("accountable") },
  ];
  return {
    kind: "terms",
    layout: "legend",
    items: items.map(({ sign, text }) => ({ term: written(sign), content: written(text) })),
  };
}

function domainTables(context: BriefContext, domain: string, rows: readonly RoleRow[]): readonly Block[] {
  const chunks = columnChunks(context, rows);
  return [
    { kind: "heading", anchor: anchorFor("roles", domain), content: written(context.domain(domain)) },
    ...chunks.map((organisations, index) =>
      matrix(context, rows, organisations, {
        isFirst: index === 0,
        anchor: `${anchorFor("role-matrix", domain)}.${index + 1}`,
        caption: context.say(chunks.length === 1 ? "roles-caption" : "roles-caption-part", {
          domain: context.domain(domain),
          part: String(index + 1),
          parts: String(chunks.length),
        }),
      }),
    ),
  ];
}

/** Organisations that something links to one of these tasks, party by party, cut to readable widths. */
function columnChunks(context: BriefContext, rows: readonly RoleRow[]): readonly (readonly Id[])[] {
  const acting = new Set(
    rows.flatMap(({ cells }) =>
      cells.filter((cell) => !isIdle(cell)).map(({ organisation }) => organisation),
    ),
  );
  const partyOf = (id: Id): Id => context.study.organisations.get(id)?.party ?? "";
  const parties = [...new Set([...acting].map(partyOf))];
  const weight = (party: Id): number => [...acting].filter((id) => partyOf(id) === party).length;
  const ordered = parties
    .toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
    .flatMap((party) => [...acting].filter((id) => partyOf(id) === party));
  const count = Math.max(1, Math.ceil(ordered.length / widest));
  const size = Math.ceil(ordered.length / count);
  return Array.from({ length: count }, (_, index) => ordered.slice(index * size, (index + 1) * size));
}

/** One part of the matrix: the tasks to which something links one of the organisations; in the first, also those nothing links anybody to. */
function matrix(
  context: BriefContext,
  rows: readonly RoleRow[],
  organisations: readonly Id[],
  { anchor, caption, isFirst }: Pick<Table, "anchor" | "caption"> & { readonly isFirst: boolean },
): Table {
  const missions = [...new Set(rows.map(({ mission }) => mission))];
  const shown = ({ cells }: RoleRow): boolean =>
    cells.some((cell) => organisations.includes(cell.organisation) && !isIdle(cell)) ||
    (isFirst && cells.every(isIdle));
  return {
    kind: "table",
    anchor,
    caption,
    layout: "matrix",
    columns: [
      { label: context.say("task"), align: "start" },
      ...organisations.map((id) => ({
        label: written(context.organisation(id)),
        align: "center" as const,
        group: context.party(context.study.organisations.get(id)?.party ?? ""),
      })),
    ],
    groups: missions.flatMap((mission) => {
      const own = rows
        .filter((row) => row.mission === mission && shown(row))
        .map((row) => taskRow(context, row, organisations));
      return own.length === 0 ? [] : [{ heading: context.mission(mission), rows: own }];
    }),
    notes: [context.say("roles-note")],
  };
}

function taskRow(context: BriefContext, row: RoleRow, organisations: readonly Id[]): Row {
  const name = textInline(context.task(row.task));
  const marks = [
    ...(row.outcome ? [textInline(" "), muted(...context.say("outcome-mark"))] : []),
    ...(row.hole ? [textInline(" "), { kind: "strong", content: context.say("hole-mark") } as const] : []),
  ];
  return {
    heading: [name, ...marks],
    flagged: row.hole,
    cells: organisations.map((id): Cell => {
      const cell = row.cells.find(({ organisation }) => organisation === id);
      return cell === undefined || isIdle(cell)
        ? { kind: "blank" }
        : { kind: "role", mark: markOf(context, cell) };
    }),
  };
}

/** Nothing links the organisation to the task: no role, no law, nothing it could do it with. */
function isIdle({ role, verdict, able, accountable, delivered }: RoleCell): boolean {
  return role === "none" && verdict === "no-basis" && !able && !accountable && !(delivered.value > 0);
}

function markOf(context: BriefContext, { role, verdict, able, accountable, delivered }: RoleCell): RoleMark {
  const letter =
    role === "lead"
      ? context.word("role-lead-letter")
      : role === "support"
        ? context.word("role-support-letter")
        : "";
  const number = context.number(delivered, "share");
  const words = [
    ...(role === "none" ? [] : [context.word(role === "lead" ? "role-lead" : "role-support")]),
    context.word(verdictKeys[verdict]),
    context.word(able ? "able" : "not-able"),
    ...(accountable ? [context.word("accountable")] : []),
  ];
  return {
    role,
    verdict,
    able,
    marks: {
      role: letter + (accountable ? "*" : ""),
      verdict: verdictSigns[verdict],
      able: able ? "■" : "□",
    },
    words: words.join(context.word("list-separator")),
    delivered: number.kind === "number" && (delivered.value > 0 || role !== "none") ? number : undefined,
  };
}

function holes(context: BriefContext, roles: readonly RoleRow[]): Block {
  const found: Inlines[] = roles
    .filter(({ hole }) => hole)
    .map(({ task, mission }) =>
      context.say("hole", { task: context.task(task), mission: context.mission(mission) }),
    );
  if (found.length === 0) return { kind: "paragraph", content: context.say("holes-none") };
  return { kind: "list", ordered: false, items: found };
}
