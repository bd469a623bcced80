import { createWhatIfContext } from "@shikumi/assessment";
import type { ReadyEdition } from "@shikumi/assessment/edition";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IncidentPicker, ReplayStory } from "../../../src/index.ts";
import type { RunIncident } from "../../../src/live/run-story.ts";
import { TracedRuns } from "../../../src/live/traced-runs.ts";
import { shellMessages } from "../../../src/messages/index.ts";
import { sayer } from "../../../src/messages/say.ts";
import { PageContext } from "../../../src/part/page-context.ts";
import { knowledgeTable } from "../../../src/views/replay/knowledge-table.ts";
import { messages } from "../../../src/views/replay/messages/index.ts";
import { mostTelling, replayChoice } from "../../../src/views/replay/replay-choice.ts";
import { type Story, storyOf } from "../../../src/views/replay/story.ts";
import { stepTable, unitTable, unplaced } from "../../../src/views/replay/story-tables.ts";
import { unitPaths } from "../../../src/views/replay/unit-paths.ts";
import type { Answered } from "../../../src/views/replay/use-answer.ts";
import { markupOf, sampleEdition, viewOf } from "../sample-edition.ts";

const edition = sampleEdition();
const Replay = await viewOf("replay");

function told(
  { study }: ReadyEdition,
  packageId = "baseline",
): { incidents: readonly RunIncident[]; story: Story } {
  const runs = new TracedRuns(createWhatIfContext(study));
  const run = { package: packageId, choice: { future: 0, replication: 0, mode: "in-force" } } as const;
  const incidents = runs.incidents(run);
  const found = runs.story(run, mostTelling(incidents)?.id ?? "");
  if (found === undefined) throw new Error("nothing happens in this run");
  return { incidents, story: storyOf(study, found) };
}

function storyMarkup(
  { study }: ReadyEdition,
  story: Story,
  language: "en" | "ja",
  params: Readonly<Record<string, string>> = {},
  other: Answered<Story | undefined> = { kind: "asking" },
): string {
  const voice = { say: sayer(messages, language), language };
  return renderToStaticMarkup(
    createElement(
      PageContext,
      { value: { language, announce: () => {} } },
      createElement(ReplayStory, {
        story,
        other,
        name: "Present",
        otherName: params["other"] === undefined ? undefined : "Other",
        choice: replayChoice(study, params),
        voice,
        navigate: () => {},
      }),
    ),
  );
}

const { incidents, story } = told(edition);
const { study } = edition;
const english = { say: sayer(messages, "en"), language: "en" } as const;
const shell = sayer(shellMessages, "en");

describe("the replay", () => {
  it("[U15] says that the run is traced, and can be driven by keyboard once it is", () => {
    expect(markupOf(Replay, edition, "en")).toContain(messages.en.asking);
    expect(markupOf(Replay, edition, "ja")).toContain(messages.ja.asking);
    const markup = storyMarkup(edition, story, "en");
    for (const key of ["play", "back", "forward", "to-trouble", "to-start"] as const)
      expect(markup).toMatch(new RegExp(`<button[^>]*>${messages.en[key]}</button>`));
    expect(markup).toMatch(/<input[^>]*type="range"[^>]*aria-valuetext="0/);
    expect(markup).not.toMatch(/\{[a-z-]+\}/);
  });

  it("[U15] stands beside another package, or says why that cannot be told", () => {
    const [other = ""] = study.packages.keys();
    const params = { other };
    const beside = storyMarkup(edition, story, "en", params, { kind: "known", value: told(edition).story });
    expect(beside.match(/class="replay-side"/g)).toHaveLength(2);
    expect(beside).toContain("Against Other");
    expect(storyMarkup(edition, story, "en", params, { kind: "known", value: undefined })).toContain(
      messages.en["no-story"],
    );
    expect(storyMarkup(edition, story, "en", params, { kind: "failed", detail: "why" })).toContain(
      "This run cannot be told: why",
    );
  });

  it("[U12] has a table row for each step, with its cause", () => {
    const { rows } = stepTable(story, english, shell);
    expect(rows).toHaveLength(story.steps.length);
    for (const [at, { cells }] of rows.entries()) {
      const cause = story.steps[at]?.cause ?? "";
      expect(cells[3] === "").toBe(cause === "");
    }
  });

  it("[U11] has a table row for each unit, and names places without a position apart", () => {
    const paths = unitPaths(story);
    const { rows } = unitTable(story, paths, 0, english);
    expect(rows).toHaveLength(paths.length);
    expect(unplaced(story, paths, english)).toEqual([]);
    const [place] = [...study.places.values()].filter(({ id }) => id === story.incident.place);
    if (place === undefined) throw new Error("the incident has no place");
    const places = new Map([...study.places, [place.id, { ...place, at: undefined }]]);
    const lost = { ...story, study: { ...study, places } };
    expect(unplaced(lost, unitPaths(lost), english)).toContain(place.name.en);
  });

  it("[U13] tells who knew what when, and lets what is to come step back", () => {
    const lanes = story.tasks.flatMap((task) => task.lanes);
    const early = knowledgeTable(story, -1, english, shell).rows;
    const late = knowledgeTable(story, Number.POSITIVE_INFINITY, english, shell).rows;
    expect(early).toHaveLength(lanes.length);
    const muted = (rows: typeof early): number => JSON.stringify(rows).split('"muted"').length - 1;
    expect(muted(early)).toBeGreaterThan(muted(late));
    expect(muted(early)).toBeGreaterThanOrEqual(2 * lanes.length - early.length);
  });

  it("[U6] lists the incidents, the most telling first", () => {
    const markup = renderToStaticMarkup(
      createElement(
        PageContext,
        { value: { language: "en", announce: () => {} } },
        createElement(IncidentPicker, {
          study,
          incidents,
          chosen: mostTelling(incidents)?.id ?? "",
          onChoose: () => {},
          voice: english,
        }),
      ),
    );
    const first = /<tbody>.*?<\/tr>/s.exec(markup)?.[0] ?? "";
    expect(first).toContain(messages.en["pick-chosen"]);
    expect(markup).toContain(`all kinds (${incidents.length})`);
  });

  it("[U22] shows markup in the study's texts as text", () => {
    const hostile = sampleEdition((text) =>
      text.replaceAll(/(\{[^{}\n]*\ben: )([A-Z][^"{},\n]*)([,}])/g, '$1"<img src=x onerror=alert(1)>$2"$3'),
    );
    const markup = storyMarkup(hostile, told(hostile).story, "en", { mission: "all", at: "9999" });
    expect(markup).toContain("&lt;img src=x");
    expect(markup).not.toContain("<img");
  });
});
