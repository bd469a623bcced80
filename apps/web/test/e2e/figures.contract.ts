import { runCli } from "@shikumi/cli";
import { expect, it } from "vitest";
import { isSettled, plan, type SiteContext, showTables } from "./site-context.ts";

interface PageFigure {
  readonly id: string;
  readonly value: string;
}

const printedFigures = `[...document.querySelectorAll("data.printed")].map((one) => ({ id: one.dataset.figure, value: one.value }))`;

/** The numbers in the page are those of the command, to the last bit. */
export function figureContract(site: () => SiteContext): void {
  it("[BR6] published figures are those of `assess --json`", async () => {
    const told = await commandFigures([
      "--futures",
      `${plan.futures}`,
      "--replications",
      `${plan.replications}`,
    ]);
    const { page } = await site().open("#/overview?lang=en");
    const seen: PageFigure[] = [];
    for (const view of ["overview", "causes"]) {
      await page.goto(`${site().origin}/#/${view}?lang=en`);
      await isSettled(page, view);
      await showTables(page);
      seen.push(...((await page.evaluate(printedFigures)) as PageFigure[]));
    }
    await page.close();

    expect(new Set(seen.map(({ id }) => id)).size).toBeGreaterThan(20);
    for (const { id, value } of seen) expect([id, value]).toEqual([id, String(told.get(id))]);
  }, 60_000);

  it("[BR6] figures computed in the page are those of `assess --json` for as many futures", async () => {
    const id = [...(site().published.study?.packages.values() ?? [])].find(({ levers }) => levers.length > 1);
    const told = await commandFigures(["--futures", "300", "--replications", "1", "--package", id?.id ?? ""]);
    const { page } = await site().open(`#/what-if?lang=en&levers=${id?.levers.join(",")}`);
    await page.locator('.what-if-results[data-futures="300"][aria-busy=false]').waitFor();
    await showTables(page);
    const seen = (await page.evaluate(printedFigures)) as PageFigure[];
    await page.close();
    const both = seen.filter((figure) => told.has(figure.id));

    expect(both.filter((figure) => figure.id.includes(id?.id ?? "?")).length).toBeGreaterThan(3);
    for (const { id: name, value } of both) expect([name, value]).toEqual([name, String(told.get(name))]);
  }, 90_000);
}

/** Every figure of what the command prints, by id. */
async function commandFigures(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
  let out = "";
  await runCli(["assess", "studies/harbour-aid", "--json", "--threads", "1", ...words], {
    out: (text) => {
      out += text;
    },
    err: () => {},
    env: {},
    cwd: `${import.meta.dirname}/../../../..`,
    terminal: undefined,
    outIsTerminal: false,
    now: () => 0,
    signal: new AbortController().signal,
  });
  const figures = new Map<string, number>();
  JSON.parse(out, (_, value: unknown) => {
    if (typeof value === "object" && value !== null && "id" in value && "value" in value && "run" in value)
      figures.set(String(value.id), Number(value.value));
    return value;
  });
  return figures;
}
