import {
  definitionTexts,
  equalityDefinitions,
  type HypothesisDomain,
  type HypothesisFinding,
  type HypothesisPoint,
} from "@shikumi/assessment";
import type { Block, Cell, Row, Section, Table } from "../document/block.ts";
import { type Inlines, strong, textInline } from "../document/inline.ts";
import { type BriefContext, written } from "./brief-context.ts";
import { numberCell, numberColumn } from "./effectiveness.ts";

/** What the runs say of each hypothesis, at every point it is tried at. A status is derived, never written. */
export function hypothesesSection(context: BriefContext): Section {
  const { hypotheses } = context.assessment;
  const section = { anchor: "hypotheses", title: context.word("hypotheses") };
  if (hypotheses === undefined)
    return { ...section, blocks: [{ kind: "paragraph", content: context.say("hypotheses-not-computed") }] };
  if (hypotheses.length === 0)
    return { ...section, blocks: [{ kind: "paragraph", content: context.say("hypotheses-none") }] };
  const blocks: Block[] = [
    { kind: "paragraph", content: context.say("hypotheses-intro") },
    {
      kind: "list",
      ordered: false,
      items: hypotheses.map((finding) =>
        context.say("hypothesis-item", {
          text: context.text(context.study.hypotheses.get(finding.hypothesis)?.text ?? untold(finding)),
          status: [strong(...statusOf(context, finding))],
          threshold: [context.number(finding.threshold, "share", "absent-not-stated")],
        }),
      ),
    },
    tableOf(context, hypotheses),
    ...(hypotheses.some(({ domains }) => domains.length > 0) ? [domainTable(context, hypotheses)] : []),
  ];
  return { ...section, blocks };
}

function untold({ hypothesis }: HypothesisFinding): { readonly ja: string; readonly en: string } {
  return { ja: hypothesis, en: hypothesis };
}

function statusOf(
  context: BriefContext,
  { status, reason }: Pick<HypothesisFinding, "status" | "reason">,
): Inlines {
  const said = context.say(`status-${status}`);
  return reason === undefined
    ? said
    : context.say("outcome-because", { outcome: said, reason: context.say(`reason-${reason}`) });
}

function nameOf(context: BriefContext, { hypothesis }: HypothesisFinding): string {
  const found = context.study.hypotheses.get(hypothesis);
  return found === undefined ? hypothesis : context.element(found);
}

function tableOf(context: BriefContext, hypotheses: readonly HypothesisFinding[]): Table {
  const groups = hypotheses.flatMap((finding) => [
    {
      heading: nameOf(context, finding),
      rows: finding.points.map((point) => pointRow(context, point)),
    },
    ...(finding.converse === undefined
      ? []
      : [
          {
            heading: context.word("hypothesis-converse", {
              name: nameOf(context, finding),
              status: context.word(`status-${finding.converse.status}`),
            }),
            rows: finding.converse.points.map((point) => pointRow(context, point)),
          },
        ]),
  ]);
  return {
    kind: "table",
    anchor: "table-hypotheses",
    caption: context.say("hypotheses-caption"),
    layout: "plain",
    columns: [
      { label: context.say("tried-at"), align: "start" },
      numberColumn(context.say("share-of-futures")),
      numberColumn(context.say("granted")),
      numberColumn(context.say("futures-counted")),
      { label: context.say("carried-by"), align: "start" },
      { label: context.say("replaceable"), align: "start" },
      { label: context.say("status"), align: "start" },
    ],
    groups: groups.filter(({ rows }) => rows.length > 0),
    notes: [context.say("hypotheses-note")],
  };
}

function pointRow(context: BriefContext, point: HypothesisPoint): Row {
  const { at, share, counted, missions, substitutable } = point;
  const settings = Object.entries(at).map(([name, value]) => settingOf(context, name, value));
  const names = (ids: readonly string[]): Cell =>
    ids.length === 0
      ? { kind: "blank" }
      : { kind: "text", content: context.list(ids.map((id) => context.mission(id))) };
  const isSame = Object.is(share.refused.value, share.granted.value);
  return {
    heading: settings.length === 0 ? context.say("as-stated") : joined(settings),
    cells: [
      numberCell(context, share.refused, "share-interval", "absent-not-computed"),
      isSame
        ? { kind: "text", content: context.say("same") }
        : numberCell(context, share.granted, "share-interval", "absent-not-computed"),
      numberCell(context, counted, "count", "absent-not-computed"),
      names(missions),
      names(substitutable),
      { kind: "text", content: statusOf(context, point) },
    ],
  };
}

function settingOf(context: BriefContext, name: string, value: string | number): Inlines {
  const text = String(value);
  switch (name) {
    case "floor":
      return context.say("setting-floor", { value: text });
    case "effort":
      return context.say("setting-effort", { value: text });
    case "definition":
      return definitionName(context, text);
    default: {
      const named = /^disputed-(.+)$/.exec(text)?.[1];
      return named === undefined
        ? context.say("setting-class-stated")
        : context.say("setting-class", { value: named });
    }
  }
}

function definitionName({ language }: BriefContext, word: string): Inlines {
  const found = equalityDefinitions.find((definition) => definition === word);
  return found === undefined ? [textInline(word)] : written(definitionTexts[language][found].name);
}

function joined(items: readonly Inlines[]): Inlines {
  return items.flatMap((item, index) => (index === 0 ? item : [textInline(" · "), ...item]));
}

function domainTable(context: BriefContext, hypotheses: readonly HypothesisFinding[]): Table {
  return {
    kind: "table",
    anchor: "table-hypothesis-domains",
    caption: context.say("hypothesis-domains-caption"),
    layout: "plain",
    columns: [
      { label: context.say("domain"), align: "start" },
      { label: context.say("label"), align: "start" },
      { label: context.say("nobody-for"), align: "start" },
    ],
    groups: hypotheses
      .filter(({ domains }) => domains.length > 0)
      .map((finding) => ({
        heading: nameOf(context, finding),
        rows: finding.domains.map((domain) => domainRow(context, domain)),
      })),
    notes: [context.say("hypothesis-domains-note")],
  };
}

function domainRow(context: BriefContext, { domain, label, tasks }: HypothesisDomain): Row {
  return {
    heading: written(context.domain(domain)),
    cells: [
      { kind: "text", content: context.say(`label-${label}`) },
      tasks.length === 0
        ? { kind: "blank" }
        : { kind: "text", content: context.list(tasks.map((task) => context.task(task))) },
    ],
  };
}
