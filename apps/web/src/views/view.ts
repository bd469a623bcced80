import type { ReadyEdition } from "@shikumi/assessment/edition";
import type { Language } from "@shikumi/core/diagnostic";
import type { ComponentType } from "react";
import type { Live } from "../live/live.ts";
import type { Params } from "../route/route.ts";

/** What every view gets. */
export interface ViewProps {
  readonly edition: ReadyEdition;
  readonly live: Live;
  readonly language: Language;
  /** The view's own state, as it stands in the link. */
  readonly params: Params;
  /**
   * Changes the link. Without `view` the present one stays, and `params` are laid over the present ones (an empty text removes one); with `view` they are all of its params. `replace` makes no
   * entry in the browser's history: for what changes while a hand moves.
   */
  navigate(target: { readonly view?: ViewId; readonly params?: Params; readonly replace?: boolean }): void;
  /** The address of a view in the present language, for links. */
  href(view: ViewId, params?: Params): string;
}

export type ViewId = "overview" | "roles" | "causes" | "law" | "replay" | "what-if" | "network" | "sources";

/** One view of the edition; its code is loaded when it is first opened. */
export interface View {
  readonly id: ViewId;
  readonly title: Readonly<Record<Language, string>>;
  load(): Promise<{ readonly View: ComponentType<ViewProps> }>;
}
