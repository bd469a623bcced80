import type { ConsentFinding } from "@shikumi/assessment";
import type { Block, Row, Section, Table } from "../document/block.ts";
import { type Inlines, textInline } from "../document/inline.ts";
import { limitsClause } from "./box-words.ts";
import { type ExplorationContext, numericCell, sentences, textCell } from "./exploration-context.ts";

/** What each party gains or loses under each package, what nobody would block, and when a party would have reason to leave. */
export function agreementSection(context: ExplorationContext): Section {
  const { agreement } = context.exploration;
  const isEmpty = agreement.consents.length === 0;
  const leftOut =
    agreement.leftOut.length === 0
      ? []
      : context.say("agreement-left-out", {
          parties: context.list(agreement.leftOut.map((id) => context.party(id))),
        });
  const blocks: Block[] = isEmpty
    ? [{ kind: "paragraph", content: sentences(context, [context.say("agreement-none"), leftOut]) }]
    : [
        { kind: "paragraph", content: context.say("agreement-intro") },
        { kind: "paragraph", content: sentences(context, [...agreedWords(context), leftOut]) },
        ...leavingBlocks(context),
        consentTable(context),
      ];
  return { anchor: "agreement", title: context.word("agreement"), blocks };
}

function agreedWords(context: ExplorationContext): readonly Inlines[] {
  const { agreed, surelyAgreed } = context.exploration.agreement;
  if (agreed.length === 0) return [context.say("agreement-blocked")];
  return [
    context.say("agreement-agreed", { packages: context.packages(agreed) }),
    surelyAgreed.length === agreed.length
      ? context.say("agreement-all-sure")
      : surelyAgreed.length === 0
        ? context.say("agreement-nothing-sure")
        : context.say("agreement-sure", { packages: context.packages(surelyAgreed) }),
  ];
}

function leavingBlocks(context: ExplorationContext): readonly Block[] {
  const items = context.exploration.agreement.leaving.flatMap(({ party, package: id, share, use, boxes }) => {
    const [box] = boxes;
    if (box === undefined) return [];
    const place = `leaving/${party}/${id}`;
    return [
      sentences(context, [
        context.say("leaves", {
          party: context.party(party),
          package: context.package(id),
          hits: context.count(`${place}/hits`, Math.round(share * use.used)),
          futures: context.count(`${place}/used`, use.used),
        }),
        context.say("leaves-where", {
          limits: limitsClause(context, place, box.limits),
          hits: context.count(`${place}/box/hits`, box.fitted.hits + box.heldOut.hits),
          box: context.count(`${place}/box/futures`, box.fitted.boxFutures + box.heldOut.boxFutures),
        }),
      ]),
    ];
  });
  return items.length === 0 ? [] : [{ kind: "list", ordered: false, items }];
}

function consentTable(context: ExplorationContext): Table {
  const { consents, parties } = context.exploration.agreement;
  return {
    kind: "table",
    anchor: "table-agreement",
    caption: context.say("agreement-caption"),
    layout: "plain",
    columns: [
      { label: context.say("package"), align: "start" },
      { label: context.say("gain"), align: "end" },
      { label: context.say("gain-low"), align: "end" },
      { label: context.say("gain-high"), align: "end" },
      { label: context.say("losing"), align: "end" },
      { label: context.say("largest-regret"), align: "end" },
      { label: context.say("agrees"), align: "start" },
    ],
    groups: parties
      .map((party) => ({
        heading: context.party(party),
        rows: consents.filter((one) => one.party === party).map((one) => consentRow(context, one)),
      }))
      .filter(({ rows }) => rows.length > 0),
    notes: [context.say("agreement-note")],
  };
}

function consentRow(context: ExplorationContext, consent: ConsentFinding): Row {
  const { party, package: id, gain, low, high, losing, regret, agrees, isSure } = consent;
  const amount = (name: string, value: number | undefined) =>
    numericCell(
      context.number(value, {
        id: `agreement/${party}/${id}/${name}`,
        style: name === "losing" ? "share" : "amount",
        absent: "nothing",
      }),
    );
  const answer = agrees
    ? isSure
      ? "agrees-sure"
      : "agrees-unsure"
    : isSure
      ? "agrees-not"
      : "agrees-not-unsure";
  return {
    heading: [textInline(context.packageName(id))],
    cells: [
      amount("gain", gain),
      amount("low", low),
      amount("high", high),
      amount("losing", losing),
      amount("regret", regret),
      textCell(context.say(answer)),
    ],
    flagged: !agrees,
  };
}
