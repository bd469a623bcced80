import { describe, expect, it } from "vitest";
import { darkPalette, lightPalette, type Palette } from "../../src/html/palette.ts";

/** Relative luminance of sRGB (WCAG 2.1). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const palettes: readonly (readonly [string, Palette])[] = [
  ["light", lightPalette],
  ["dark", darkPalette],
];

describe.each(palettes)("the %s palette", (_, palette) => {
  // WCAG 2.1: black on white is 21 : 1; #767676 on white is the lightest grey that passes 4.5 : 1.
  it("[P33] is judged by the formula of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
    expect(contrast("#767676", "#ffffff")).toBeGreaterThan(4.5);
    expect(contrast("#777777", "#ffffff")).toBeLessThan(4.5);
  });

  it("[P33] keeps text readable on every ground", () => {
    const grounds = ["paper", "raised", "head", "ready", "lawful", "gap", "open", "caution"] as const;
    for (const ground of grounds)
      expect(contrast(palette.ink, palette[ground]), ground).toBeGreaterThanOrEqual(7);
    for (const ground of ["paper", "raised", "head", "caution"] as const) {
      expect(contrast(palette.muted, palette[ground]), `muted on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accent, palette[ground]), `accent on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ground of ["ready", "lawful", "gap", "open"] as const) {
      expect(contrast(palette.muted, palette[ground]), `muted on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("[P33] keeps numbers readable on the deepest shade of a heat map", () => {
    const half = (at: number): number =>
      (Number.parseInt(palette.areas.capability.slice(at, at + 2), 16) +
        Number.parseInt(palette.paper.slice(at, at + 2), 16)) /
      2;
    const mixed = [1, 3, 5].map((at) => Math.round(half(at)).toString(16).padStart(2, "0"));

    expect(contrast(palette.ink, `#${mixed.join("")}`)).toBeGreaterThanOrEqual(4.5);
  });

  it("[P33] keeps lines and areas of charts apart from the paper", () => {
    const shown = { ...palette.areas, axis: palette.axis, accent: palette.accent, edge: palette.cautionEdge };
    for (const [name, colour] of Object.entries(shown)) {
      expect(contrast(colour, palette.paper), name).toBeGreaterThanOrEqual(3);
    }
  });
});
