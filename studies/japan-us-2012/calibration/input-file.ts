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

export const launchRecord: InputFile = {
  path: "nuclear/nk_missile_tests_1984_2021.json",
  publisher: "A. Kusanagi, after the CNS North Korea Missile Test Database (CNS/NTI)",
  licence: "Apache-2.0 (repository); cite CNS/NTI",
  sha256: "d7ede00988dce522f04f095bd23462764aeb3bad8a65e1e32b69a1d6744086cf",
};

export const fatalitiesTable: InputFile = {
  path: "peaceops/un_mission_fatalities_1948_2017.csv",
  publisher: "UN Peace and Security Data Hub",
  licence: "CC BY-IGO",
  sha256: "29376c0e4990f5617bbd13efc11b8c2dbd7648614e92f01758ac5fd10880a5e2",
};

export const forceTotalsTable: InputFile = {
  path: "peaceops/un_peacekeeping_totals_1947_2017.csv",
  publisher: "Our World in Data, after UN Peacekeeping",
  licence: "CC BY 4.0",
  sha256: "7644c86880b7701745c16eb218e8a77f2e382b2d4a3c03630a9a8fe206b2063f",
};

export const intrusionSample: InputFile = {
  path: "cyber/vcdb_sample_1000_incidents.csv",
  publisher: "VERIS Community Database (Verizon), sample of the verisr package",
  licence: "GPL-2 (verisr package)",
  sha256: "4d522d2648dd1378ba31b42ab5ebf06a332c175329a3bdfb4a9bc2bb52e657e5",
};

export const displacementTable: InputFile = {
  path: "relief/idmc_gidd_disaster_displacement_2008_2020.csv",
  publisher: "Internal Displacement Monitoring Centre (GIDD)",
  licence: "CC BY-IGO",
  sha256: "19ecf949c3a89e167442aaf01e2edfde43c21e387e5a741ff9608e2501c7f0dd",
};

/** The text of an input. Throws if its bytes are not those the figures were read from. */
export async function readInput(folder: string, input: InputFile): Promise<string> {
  const bytes = await readFile(join(folder, input.path));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== input.sha256)
    throw new Error(`${input.path} has the SHA-256 ${sha256}; the figures were read from ${input.sha256}`);
  return bytes.toString("utf8");
}
