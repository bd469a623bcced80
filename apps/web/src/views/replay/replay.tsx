import type { ReactNode } from "react";
import { sayer } from "../../messages/say.ts";
import type { ViewProps } from "../view.ts";
import { messages } from "./messages/index.ts";

/** Holds the place of the view. */
export function Replay({ language }: ViewProps): ReactNode {
  const say = sayer(messages, language);
  return <p className="note">{say("empty")}</p>;
}
