import { readdirSync, readFileSync } from "node:fs";
import { type Assessment, assess } from "@shikumi/assessment";
import type { ReadyEdition } from "@shikumi/assessment/edition";
import type { Language } from "@shikumi/core/diagnostic";
import { parseStudy, type Study } from "@shikumi/model";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Live } from "../../src/live/live.ts";
import { PageContext } from "../../src/part/page-context.ts";
import type { Params } from "../../src/route/route.ts";
import { views } from "../../src/views/registry.ts";
import type { ViewId, ViewProps } from "../../src/views/view.ts";

const folder = new URL("../../../../studies/harbour-aid/", import.meta.url);

/** An edition of the small study. `change` alters the text of its files first. */
export function sampleEdition(change: (text: string) => string = (text) => text): ReadyEdition {
  const files = readdirSync(folder)
    .filter((name) => /\.(yaml|csv)$/.test(name))
    .map((name) => ({ path: name, text: change(readFileSync(new URL(name, folder), "utf8")) }));
  const { study, diagnostics } = parseStudy(files);
  if (study === undefined) throw new Error(JSON.stringify(diagnostics));
  const plan = { futures: 2, replications: 1, packages: [], levers: [], removal: false };
  const assessment: Assessment = assess(study, plan);
  return {
    format: "shikumi-edition-1",
    engineVersion: "test",
    files,
    study,
    diagnostics,
    assessment,
    plan,
    generatedFrom: { digest: study.digest },
  };
}

/** The same edition with another study or other findings. */
export function editionWith(
  edition: ReadyEdition,
  change: { readonly study?: Study; readonly assessment?: Assessment },
): ReadyEdition {
  return { ...edition, ...change };
}

const live: Live = {
  snapshot: () => {
    throw new Error("these views read no snapshot");
  },
  subscribe: () => () => {},
  choose: () => {},
  ask: () => new Promise(() => {}),
} as unknown as Live;

/** The component of a view. */
export async function viewOf(id: ViewId): Promise<ComponentType<ViewProps>> {
  const view = views.find((one) => one.id === id);
  if (view === undefined) throw new Error(`there is no view ${id}`);
  return (await view.load()).View;
}

/** The markup of a view. */
export function markupOf(
  view: ComponentType<ViewProps>,
  edition: ReadyEdition,
  language: Language,
  params: Params = {},
): string {
  const href: ViewProps["href"] = (id, target = {}) => `#/${id}?${new URLSearchParams(target).toString()}`;
  const props: ViewProps = { edition, live, language, params, navigate: () => {}, href };
  return renderToStaticMarkup(
    createElement(PageContext, { value: { language, announce: () => {} } }, createElement(view, props)),
  );
}
