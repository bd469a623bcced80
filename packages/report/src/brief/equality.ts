import {
  type DefinitionText,
  definitionTexts,
  type EqualityDefinition,
  type EqualityFinding,
  equalityDefinitions,
} from "@shikumi/assessment";
import type { Id } from "@shikumi/model";
import type { Block, Cell, Row, Section, Table } from "../document/block.ts";
import { type Inlines, muted, textInline } from "../document/inline.ts";
import type { PhraseKey } from "../messages/index.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { numberCell, numberColumn } from "./effectiveness.ts";

const directionKeys = {
  power: "direction-power",
  burden: "direction-burden",
  benefit: "direction-benefit",
  dependence: "direction-dependence",
} as const satisfies Record<EqualityFinding["direction"], PhraseKey>;

const kindKeys = {
  study: "kind-study",
  runs: "kind-runs",
  removal: "kind-removal",
} as const satisfies Record<EqualityFinding["kind"], PhraseKey>;

/** Most parties side by side. */
const widest = 6;

/** The definitions of equality side by side, with what each party wants. None of them is added to another. */
export function equalitySection(context: BriefContext): Section {
  const { study, assessment } = context;
  const parties = [...study.parties.keys()];
  const wanting = parties.filter((id) => (study.parties.get(id)?.wants.length ?? 0) > 0);
  const first = wanting.length > 1 ? wanting : [];
  const rank = (id: Id): number => (wanting.includes(id) ? 0 : 1);
  const others = parties.filter(
    (id) => !first.includes(id) && (wanting.includes(id) || hasNumber(assessment.equality, id)),
  );
  const chunks = [...inChunks(first), ...inChunks(others.toSorted((a, b) => rank(a) - rank(b)))];
  const definitions = [...new Set(assessment.equality.map(({ definition }) => definition))];
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("equality-intro") },
    ...chunks.map((ids, index) => equalityTable(context, ids, index, chunks.length)),
    ...wants(context, wanting),
    { kind: "heading", anchor: "equality-definitions", content: context.say("equality-definitions") },
    {
      kind: "terms",
      layout: "plain",
      items: definitions.map((definition) => ({
        term: written(definitionText(context, definition).name),
        content: written(definitionText(context, definition).definition),
      })),
    },
  ];
  return { anchor: "equality", title: context.word("equality"), blocks };
}

function inChunks(ids: readonly Id[]): readonly (readonly Id[])[] {
  const count = Math.ceil(ids.length / widest);
  const size = Math.ceil(ids.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => ids.slice(index * size, (index + 1) * size));
}

/** A party is shown beside the others only where some definition says something about it. */
function hasNumber(findings: readonly EqualityFinding[], party: Id): boolean {
  return findings.some(({ byParty }) =>
    byParty.some(
      ({ party: id, figure }) => id === party && Number.isFinite(figure.value) && figure.value !== 0,
    ),
  );
}

function equalityTable(context: BriefContext, parties: readonly Id[], index: number, count: number): Table {
  const row = (finding: EqualityFinding): Row => ({
    heading: [
      ...written(definitionText(context, finding.definition).name),
      ...(finding.domain === undefined
        ? []
        : [textInline(" "), muted(textInline(context.domain(finding.domain)))]),
    ],
    cells: [
      { kind: "text", content: context.say(directionKeys[finding.direction]) },
      ...parties.map((party) => partyCell(context, finding, party)),
      { kind: "text", content: [muted(...context.say(kindKeys[finding.kind]))] },
    ],
  });
  return {
    kind: "table",
    anchor: `table-equality.${index + 1}`,
    caption: context.say(count === 1 ? "equality-caption" : "equality-caption-part", {
      part: String(index + 1),
      parts: String(count),
    }),
    layout: "plain",
    columns: [
      { label: context.say("definition"), align: "start" },
      { label: context.say("more-is"), align: "start" },
      ...parties.map((id) => numberColumn(written(context.party(id)), context.word("party"))),
      { label: context.say("read-from"), align: "start" },
    ],
    groups: [{ heading: "", rows: context.assessment.equality.map(row) }],
    notes: [context.say("equality-note")],
  };
}

function partyCell(context: BriefContext, { definition, byParty }: EqualityFinding, party: Id): Cell {
  const found = byParty.find(({ party: id }) => id === party);
  if (found === undefined) return { kind: "blank" };
  const style = definition === "substitutability" ? "points-interval" : "share-interval";
  const cell = numberCell(context, found.figure, style, "absent-not-defined");
  if (found.want === undefined || cell.kind !== "numeric") return cell;
  const want = context.say("wants", { want: { kind: "code", text: found.want } });
  return { kind: "numeric", content: [...cell.content, textInline(" "), muted(...want)] };
}

function wants(context: BriefContext, wanting: readonly Id[]): readonly Block[] {
  if (wanting.length === 0) return [];
  const items = wanting.map((id) => ({
    term: written(context.party(id)),
    content: wanted(context, id),
  }));
  return [
    { kind: "heading", anchor: "wants", content: context.say("wants-heading") },
    { kind: "terms", layout: "plain", items },
  ];
}

function wanted(context: BriefContext, party: Id): Inlines {
  const items = (context.study.parties.get(party)?.wants ?? []).map(({ definition, want }) =>
    context.say("want", {
      definition: isDefinition(definition)
        ? definitionText(context, definition).name
        : { kind: "code", text: definition },
      want: { kind: "code", text: want },
    }),
  );
  return items.flatMap((item, index) => (index === 0 ? item : [...context.say("people-separator"), ...item]));
}

function definitionText(context: BriefContext, definition: EqualityDefinition): DefinitionText {
  return definitionTexts[context.language][definition];
}

function isDefinition(word: string): word is EqualityDefinition {
  return equalityDefinitions.some((definition) => definition === word);
}
