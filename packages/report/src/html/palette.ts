/** Colours of one appearance of the page, as `#rrggbb`. */
export interface Palette {
  /** Background of the page, of raised parts and of table heads. */
  readonly paper: string;
  readonly raised: string;
  readonly head: string;
  /** Text, text that steps back, links and headings. */
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  /** Lines between rows, and lines that carry meaning. */
  readonly rule: string;
  readonly axis: string;
  /** Grounds of role cells: may and can; may but cannot; can but may not; open. Text on them is `ink`. */
  readonly ready: string;
  readonly lawful: string;
  readonly gap: string;
  readonly open: string;
  /** Ground and edge of cautions. */
  readonly caution: string;
  readonly cautionEdge: string;
  /** Areas of charts by tone. */
  readonly areas: Readonly<Record<ChartTone, string>>;
}

/** Tones of chart areas: the causes and what is irreducible. */
export const chartTones = [
  "law.basis",
  "law.decision",
  "mechanism",
  "capability",
  "coordination",
  "consent",
  "irreducible",
] as const;
export type ChartTone = (typeof chartTones)[number];

/** Ink on paper. Also used in print. */
export const lightPalette: Palette = {
  paper: "#fdfdfb",
  raised: "#f4f5f2",
  head: "#e9ecee",
  ink: "#18222d",
  muted: "#55606c",
  accent: "#1d4f7c",
  rule: "#d5dade",
  axis: "#5f6b77",
  ready: "#d7eadf",
  lawful: "#eef1ec",
  gap: "#f8dccb",
  open: "#e4def2",
  caution: "#fbf3df",
  cautionEdge: "#946200",
  areas: {
    "law.basis": "#1d4f7c",
    "law.decision": "#5a84b5",
    mechanism: "#0f766e",
    capability: "#b4591c",
    coordination: "#7a4fa3",
    consent: "#a83a5b",
    irreducible: "#7b858f",
  },
};

/** The same page by night. */
export const darkPalette: Palette = {
  paper: "#12181f",
  raised: "#1a222b",
  head: "#222c37",
  ink: "#e8ecef",
  muted: "#a3aeb9",
  accent: "#8fbde6",
  rule: "#303b47",
  axis: "#8a96a2",
  ready: "#1d4634",
  lawful: "#222c34",
  gap: "#5a3118",
  open: "#3a3158",
  caution: "#332a12",
  cautionEdge: "#d6a83f",
  areas: {
    "law.basis": "#6fa3d8",
    "law.decision": "#4f7cb0",
    mechanism: "#38a89d",
    capability: "#dd8448",
    coordination: "#a987d3",
    consent: "#d8708f",
    irreducible: "#8a949e",
  },
};

/** Name of a tone as part of class names and custom properties. */
export function toneName(tone: string): string {
  return tone.replaceAll(/[^a-z-]/g, "-");
}

/** The palette as custom properties of CSS. */
export function paletteProperties({ areas, ...colours }: Palette): string {
  const plain = Object.entries(colours).map(([name, colour]) => `--${kebab(name)}:${colour}`);
  const toned = Object.entries(areas).map(([tone, colour]) => `--area-${toneName(tone)}:${colour}`);
  return [...plain, ...toned].join(";");
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
