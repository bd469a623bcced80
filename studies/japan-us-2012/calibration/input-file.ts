import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file that figures of the study were read from. */
export interface InputFile {
  /** Below the folder named by `SHIKUMI_DATA`. */
  readonly path: string;
  readonly publisher: string;
  readonly licence: string;
  readonly sha256: string;
}

export const imbTable: InputFile = {
  path: "piracy/imb_pirate_attacks_1993_2016.csv",
  publisher: "IMB Piracy Reporting Centre / mappingpiracy.org, compiled by P. Benden",
  licence: "CC BY 4.0",
  sha256: "a26c80dcecce5621b12e9d6bc1714405700364541df9082b958ed6be4a016b95",
};

export const asamTable: InputFile = {
  path: "piracy/nga_asam_1978_2013.csv",
  publisher: "US National Geospatial-Intelligence Agency",
  licence: "US Government work (public domain)",
  sha256: "36f6048d629a8aabf888549545dbe242b6d4d7a4a301370c15108f297d9181bb",
};

export const usgsTable: InputFile = {
  path: "relief/usgs_earthquakes_m5_5_1965_2016.csv",
  publisher: "U.S. Geological Survey, NEIC",
  licence: "US Government work (public domain); rows of ISC-GEM CC BY-SA 3.0",
  sha256: "1850c7e123126e29052263f931924ea38eae5274ab851e2aba369cb90654ff80",
};

/** The text of an input. Throws if its bytes are not those the figures were read from. */
export async function readInput(folder: string, input: InputFile): Promise<string> {
  const bytes = await readFile(join(folder, input.path));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== input.sha256)
    throw new Error(`${input.path} has the SHA-256 ${sha256}; the figures were read from ${input.sha256}`);
  return bytes.toString("utf8");
}
