import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { figureContract } from "./figures.contract.ts";
import { hostileContract } from "./hostile.contract.ts";
import { keyboardContract } from "./keyboard.contract.ts";
import { openContract } from "./open.contract.ts";
import { type SiteContext, startSite } from "./site-context.ts";
import { stateContract } from "./states.contract.ts";
import { viewContract } from "./views.contract.ts";

describe("the published edition in a browser", () => {
  let started: SiteContext | string = "";
  beforeAll(async () => {
    started = await startSite();
  }, 120_000);
  afterAll(async () => {
    if (typeof started !== "string") await started.close();
  });
  beforeEach(({ skip }) => {
    if (typeof started === "string") skip(`no browser: ${started}`);
  });
  const site = (): SiteContext => {
    if (typeof started === "string") throw new Error(started);
    return started;
  };

  viewContract(site);
  figureContract(site);
  keyboardContract(site);
  hostileContract(site);
  stateContract(site);
  openContract(site);
});
