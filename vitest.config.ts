import { defineConfig } from "vitest/config";
import { PlainReporter } from "./tools/plain-reporter.ts";

const conditions = ["@shikumi/source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    reporters: ["default", new PlainReporter()],
    include: [
      "packages/*/test/**/*.test.ts",
      "apps/*/test/**/*.test.ts",
      "tools/**/*.test.ts",
      "studies/*/test/**/*.test.ts",
    ],
    testTimeout: 180_000,
    coverage: { provider: "v8", include: ["packages/*/src/**"] },
  },
});
