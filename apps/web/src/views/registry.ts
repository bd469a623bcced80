import type { View } from "./view.ts";

/** The views in the order of the navigation. */
export const views: readonly View[] = [
  {
    id: "overview",
    title: { ja: "概要", en: "Overview" },
    load: async () => ({ View: (await import("./overview/overview.tsx")).Overview }),
  },
  {
    id: "roles",
    title: { ja: "役割", en: "Roles" },
    load: async () => ({ View: (await import("./roles/roles.tsx")).Roles }),
  },
  {
    id: "causes",
    title: { ja: "原因", en: "Causes" },
    load: async () => ({ View: (await import("./causes/causes.tsx")).Causes }),
  },
  {
    id: "law",
    title: { ja: "法", en: "Law" },
    load: async () => ({ View: (await import("./law/law.tsx")).Law }),
  },
  {
    id: "replay",
    title: { ja: "再現", en: "Replay" },
    load: async () => ({ View: (await import("./replay/replay.tsx")).Replay }),
  },
  {
    id: "what-if",
    title: { ja: "もしも", en: "What if" },
    load: async () => ({ View: (await import("./what-if/what-if.tsx")).WhatIfView }),
  },
  {
    id: "network",
    title: { ja: "網", en: "Network" },
    load: async () => ({ View: (await import("./network/network.tsx")).Network }),
  },
  {
    id: "sources",
    title: { ja: "典拠と仮定", en: "Sources" },
    load: async () => ({ View: (await import("./sources/sources.tsx")).Sources }),
  },
];
