import { createElement, type ReactNode } from "react";
import { causeText, type ShellKey } from "../../messages/index.ts";
import { organisationName, taskName } from "../../messages/name.ts";
import type { Say } from "../../messages/say.ts";
import type { TableCell, TableColumn, TableRow } from "../../part/table-data.ts";
import { type Knowledge, knowledgeOf } from "./knowledge.ts";
import { hoursText, type Voice } from "./step-words.ts";
import type { Story } from "./story.ts";

/** Who knew what, was allowed and on scene when; what lies after the moment steps back. */
export function knowledgeTable(
  story: Story,
  at: number,
  voice: Voice,
  shell: Say<ShellKey>,
): { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] } {
  const { say, language } = voice;
  const { study } = story;
  const told = (text: string, when: number | undefined): TableCell => {
    const isPast = when !== undefined && when <= at;
    const shown: ReactNode = createElement("span", { className: isPast ? "" : "muted" }, text);
    return { text, shown };
  };
  return {
    columns: [
      { id: "organisation", title: say("column-organisation") },
      { id: "task", title: say("column-task") },
      { id: "knew", title: say("column-knew") },
      { id: "allowed", title: say("column-allowed") },
      { id: "scene", title: say("column-scene") },
    ],
    rows: knowledgeOf(story).map((known) => {
      const { lane, task, organisation } = known;
      const answered = lane.permitted ?? lane.refused;
      return {
        id: `${task} ${organisation}`,
        cells: [
          organisationName(study, organisation, language),
          taskName(study, task, language),
          told(knewText(story, known, voice), known.items.length === 0 ? 0 : lane.knows),
          told(allowedText(story, known, voice, shell), answered),
          told(
            lane.onScene === undefined
              ? say("scene-never")
              : say("scene-at", { time: hoursText(lane.onScene, language) }),
            lane.onScene,
          ),
        ],
      };
    }),
  };
}

function knewText({ study }: Story, { items, lane }: Knowledge, { say, language }: Voice): string {
  if (items.length === 0) return say("knew-nothing");
  const named = items.map((id) => study.information.get(id)?.name[language] || id).join(say("and"));
  if (lane.knows === undefined) return say("knew-never", { items: named });
  const time = hoursText(lane.knows, language);
  return lane.waitedToKnow > 0
    ? say("knew-waited", { time, wait: hoursText(lane.waitedToKnow, language), items: named })
    : say("knew-at", { time, items: named });
}

function allowedText(
  { study }: Story,
  { lane }: Knowledge,
  { say, language }: Voice,
  shell: Say<ShellKey>,
): string {
  if (lane.permitted !== undefined && (lane.refused === undefined || lane.onScene !== undefined)) {
    const time = hoursText(lane.permitted, language);
    return lane.under === ""
      ? say("allowed-free", { time })
      : say("allowed-at", {
          time,
          provision: study.authorities.get(lane.under)?.name[language] || lane.under,
        });
  }
  if (lane.refused === undefined) return say("allowed-never");
  const time = hoursText(lane.refused, language);
  return lane.cause === ""
    ? say("allowed-refused-plain", { time })
    : say("allowed-refused", { time, cause: causeText(shell, lane.cause) });
}
