/** How the page looks: as the system says, or as the reader chose. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const place = "shikumi-theme";

/** What the reader chose before; `auto` where nothing is kept or may be kept. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(place);
    return themes.find((theme) => theme === kept) ?? "auto";
  } catch {
    return "auto";
  }
}

/** Shows a theme and keeps it on this machine where that is allowed. */
export function showTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(place, theme);
  } catch {
    // A browser that keeps nothing (private windows, strict settings) shows the theme for this visit only.
  }
}
