import type { Catalogue } from "@shikumi/core/diagnostic";
import type { EqualityDefinition, NoticeCode } from "../findings.ts";
import type { DefinitionText } from "./index.ts";

export const noticesEn: Catalogue<NoticeCode> = {
  "cut-runs": ({ run, count }) => ({
    text: `${count} replications of run ${run} reached their limit of events and were cut off.`,
    help: "Their numbers are incomplete. Shorten the horizon or lower the rate of incidents.",
  }),
  "no-demand": ({ kind, id }) => ({
    text: `Nothing of any value was called for in ${kind} ${id} in any run.`,
    help: "It has no effectiveness. Look at the rate of its incidents and at the value of its tasks, or run more futures and replications.",
  }),
  "one-cluster": () => ({
    text: "There is one future and one replication only, so no figure has an interval.",
    help: "Run at least two replications.",
  }),
  "one-future": ({ replications }) => ({
    text: `There is one future only: intervals come from its ${replications} replications.`,
    help: "They show luck, not what is unknown. Run several futures.",
  }),
  "levers-do-not-combine": ({ id }) => ({
    text: `${id} was left out: its levers, with those they need, do not combine.`,
    help: "Look at `excludes` and `change` of these levers.",
  }),
  "undetermined-law": ({ package: id, mode, domain }) => ({
    text: `In domain ${domain}, ${id} (${mode}) depends on law that is undetermined or not encoded.`,
    help: "Its effectiveness is shown with that law refused and granted. The difference is charged to no cause.",
  }),
  "contributions-counted": ({ count }) => ({
    text: `The ${count} contributions in force are counted, not weighed.`,
    help: "State the worth of each in one unit to have them weighed.",
  }),
  "several-currencies": ({ currencies }) => ({
    text: `Levers state their costs in several currencies (${currencies}).`,
    help: "No total is given where they mix. State them in one currency.",
  }),
};

export const definitionsEn: Readonly<Record<EqualityDefinition, DefinitionText>> = {
  decision: {
    name: "Decision",
    definition:
      "Share of all steps, findings and consents answered that this party's deciders and organisations answered.",
  },
  obligation: {
    name: "Obligation",
    definition: "Share of the duties to act for another, by activity, that this party bears.",
  },
  "information-dependence": {
    name: "Dependence on information",
    definition:
      "Share of this party's information needs (item needed by a task that one of its organisations can do) that originate only with others.",
  },
  risk: {
    name: "Risk",
    definition: "Share of all hazard met in doing tasks that this party's organisations met.",
  },
  "contribution-capacity": {
    name: "Contribution against capacity",
    definition: "Hours of this party's units on scene ÷ hours of all the units it holds.",
  },
  "contribution-benefit": {
    name: "Contribution against benefit",
    definition: "Value delivered by this party ÷ value delivered to its own beneficiaries.",
  },
  substitutability: {
    name: "Indispensability",
    definition:
      "Effectiveness lost when this party's organisations are withdrawn. Little lost: it can be substituted.",
  },
  planning: {
    name: "Access to planning",
    definition: "Share of the planning mechanisms in force that link this party or an organisation of it.",
  },
  "bases-and-support": {
    name: "Bases and support",
    definition:
      "Share of the contributions besides acting (bases, host support, risk of entrapment) that this party bears.",
  },
};
