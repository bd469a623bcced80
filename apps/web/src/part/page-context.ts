import type { Language } from "@shikumi/core/diagnostic";
import { type Context, createContext } from "react";

/** What the shared parts take from the page around them. */
export interface Page {
  readonly language: Language;
  /** Says a sentence to people who listen to the page; politely, after what is being said. */
  announce(text: string): void;
}

/** The page around a part. Without one: English, and nothing is said. */
export const PageContext: Context<Page> = createContext<Page>({ language: "en", announce: () => {} });
