// Prints the page that stands beside this file: SHIKUMI_DATA=<folder> npx tsx calibration/print-figures.ts > calibration/figures.md
import { figuresPage, readFigures } from "./figures.ts";

const folder = process.env["SHIKUMI_DATA"];
if (folder === undefined) {
  process.stderr.write("SHIKUMI_DATA does not name the folder of the data.\n");
  process.exitCode = 2;
} else process.stdout.write(figuresPage(await readFigures(folder)));
