import type { GainFinding, PackageEffect } from "@shikumi/assessment";
import { anchorFor } from "../document/anchor.ts";
import type { Block, Cell, Column, Row, Section, Table } from "../document/block.ts";
import { type Inline, type Inlines, muted, textInline } from "../document/inline.ts";
import type { PhraseKey } from "../messages/index.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { numberCell, numberColumn } from "./effectiveness.ts";

const kindKeys = {
  law: "lever-law",
  mechanism: "lever-mechanism",
  capability: "lever-capability",
  coordination: "lever-coordination",
} as const satisfies Record<string, PhraseKey>;

/** Each lever tried alone, by domain. */
export function leversSection(context: BriefContext): Section {
  const { levers } = context.assessment;
  return {
    anchor: "levers",
    title: context.word("levers"),
    blocks:
      levers.length === 0
        ? [{ kind: "paragraph", content: context.say("levers-none") }]
        : [
            { kind: "paragraph", content: context.say("levers-intro") },
            ...gainBlocks(context, levers, "lever"),
          ],
  };
}

/** The packages of the study against the present arrangement. */
export function packagesSection(context: BriefContext): Section {
  const { packageGains } = context.assessment;
  return {
    anchor: "packages",
    title: context.word("packages"),
    blocks:
      packageGains.length === 0
        ? [{ kind: "paragraph", content: context.say("packages-none") }]
        : [
            { kind: "paragraph", content: context.say("packages-intro") },
            ...gainBlocks(context, packageGains, "package"),
            contents(context, packageGains),
          ],
  };
}

function gainBlocks(
  context: BriefContext,
  findings: readonly GainFinding[],
  kind: "lever" | "package",
): readonly Block[] {
  const domains = [...new Set(findings.flatMap(({ gains }) => gains.map(({ domain }) => domain)))];
  return domains.flatMap((domain): Block[] => {
    const found = ranked(findings, domain);
    const moving = found.filter(({ gain }) => gain.ifAdoptedAndUsed.value !== 0 || gain.expected.value !== 0);
    const still = found
      .filter((one) => !moving.includes(one))
      .map(({ finding }) => nameOf(context, finding.id, kind));
    const table = gainTable(context, domain, moving, still, kind);
    return [
      { kind: "heading", anchor: anchorFor(`${kind}s`, domain), content: written(context.domain(domain)) },
      moving.length === 0
        ? { kind: "paragraph", content: context.say("gains-none") }
        : figureOf(context, domain, moving, table, kind),
    ];
  });
}

interface RankedGain {
  readonly finding: GainFinding;
  readonly gain: GainFinding["gains"][number];
}

/** The gains of one domain, the largest first; missing ones last. */
function ranked(findings: readonly GainFinding[], domain: string): readonly RankedGain[] {
  const size = (value: number): number => (Number.isNaN(value) ? -2 : value);
  return findings
    .flatMap((finding) =>
      finding.gains.filter((gain) => gain.domain === domain).map((gain) => ({ finding, gain })),
    )
    .toSorted(
      (a, b) =>
        size(b.gain.ifAdoptedAndUsed.value) - size(a.gain.ifAdoptedAndUsed.value) ||
        (a.finding.id < b.finding.id ? -1 : 1),
    );
}

function nameOf(context: BriefContext, id: string, kind: "lever" | "package"): string {
  return kind === "lever" ? context.lever(id) : context.package(id);
}

function figureOf(
  context: BriefContext,
  domain: string,
  moving: readonly RankedGain[],
  table: Table,
  kind: "lever" | "package",
): Block {
  const key = kind === "lever" ? "levers-figure" : "packages-figure";
  return {
    kind: "figure",
    anchor: anchorFor(`figure-${kind}s`, domain),
    caption: context.say(key, { domain: context.domain(domain) }),
    chart: {
      kind: "interval-dots",
      title: context.word(key, { domain: context.domain(domain) }),
      description: context.word("gains-figure-about"),
      axis: "points",
      rows: moving.flatMap(({ finding, gain }) => {
        const number = context.number(gain.ifAdoptedAndUsed, "gain-interval");
        const second = context.number(gain.expected, "gain-interval");
        if (number.kind !== "number") return [];
        const label = nameOf(context, finding.id, kind);
        return [{ label, level: 0 as const, number, second: second.kind === "number" ? second : undefined }];
      }),
      key: { first: context.word("if-adopted"), second: context.word("expected") },
    },
    twin: table,
  };
}

function gainTable(
  context: BriefContext,
  domain: string,
  moving: readonly RankedGain[],
  still: readonly string[],
  kind: "lever" | "package",
): Table {
  const columns: Column[] = [
    { label: context.say(kind), align: "start" },
    ...(kind === "lever" ? [{ label: context.say("lever-kind"), align: "start" } as const] : []),
    ...(kind === "package" ? [numberColumn(context.say("effectiveness"))] : []),
    numberColumn(context.say("if-adopted"), context.word("gain-points")),
    numberColumn(context.say("expected"), context.word("gain-points")),
    numberColumn(context.say("cost")),
    numberColumn(context.say("effort")),
  ];
  const row = ({ finding, gain }: RankedGain): Row => ({
    heading: [textInline(nameOf(context, finding.id, kind)), ...companions(context, finding, kind)],
    cells: [
      ...(kind === "lever" ? [kindCell(context, finding.id)] : [levelCell(context, finding.id, domain)]),
      numberCell(context, gain.ifAdoptedAndUsed, "gain-interval"),
      numberCell(context, gain.expected, "gain-interval"),
      numberCell(context, finding.cost, `money:${finding.currency ?? "XXX"}`, "absent-not-stated"),
      numberCell(context, finding.effort, "amount", "absent-not-stated"),
    ],
  });
  const notes: Inlines[] = [context.say("gains-note")];
  if (still.length > 0) notes.push(context.say("gains-still", { names: context.list(still) }));
  return {
    kind: "table",
    anchor: anchorFor(`table-${kind}s`, domain),
    caption: context.say(kind === "lever" ? "levers-caption" : "packages-caption", {
      domain: context.domain(domain),
    }),
    layout: "plain",
    columns,
    groups: [{ heading: "", rows: moving.map(row) }],
    notes,
  };
}

/** The levers a lever cannot do without, and was therefore tried with. */
function companions(
  context: BriefContext,
  finding: GainFinding,
  kind: "lever" | "package",
): readonly Inline[] {
  const others = finding.with.filter((id) => id !== finding.id);
  if (kind === "package" || others.length === 0) return [];
  const names = context.list(others.map((id) => context.lever(id)));
  return [textInline(" "), muted(...context.say("tried-with", { levers: names }))];
}

function kindCell(context: BriefContext, id: string): Cell {
  const kind = context.study.levers.get(id)?.kind;
  return kind === undefined ? { kind: "blank" } : { kind: "text", content: context.say(kindKeys[kind]) };
}

/** Effectiveness under the package, in force. */
function levelCell(context: BriefContext, id: string, domain: string): Cell {
  const effect: PackageEffect | undefined = context.assessment.packages.find(
    (one) => one.package === id && one.mode === "in-force",
  );
  const found = effect?.domains.find((one) => one.domain === domain);
  return numberCell(context, found?.effectiveness.refused, "share-interval", "absent-not-computed");
}

function contents(context: BriefContext, findings: readonly GainFinding[]): Block {
  return {
    kind: "terms",
    layout: "plain",
    items: findings.map(({ id }) => {
      const levers = (context.study.packages.get(id)?.levers ?? []).map((lever) => context.lever(lever));
      return {
        term: written(context.package(id)),
        content: levers.length === 0 ? context.say("package-empty") : context.list(levers),
      };
    }),
  };
}
