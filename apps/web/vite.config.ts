import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const conditions = ["@shikumi/source", "module", "browser"];

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  resolve: { conditions },
  worker: { format: "es" },
  build: {
    outDir: "dist-site",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
