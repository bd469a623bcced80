import type { Language } from "@shikumi/core/diagnostic";

/** Names of the sheets of an exported matrix, by language. */
export const sheetNames: Readonly<
  Record<Language, { readonly roles: string; readonly delivered: string; readonly permission: string }>
> = {
  en: { roles: "Roles", delivered: "Delivered", permission: "Permission" },
  ja: { roles: "役割分担", delivered: "担う割合", permission: "法的な可否" },
};

/** Names of the columns of an exported matrix that name no organisation. */
export const columnNames: Readonly<Record<Language, readonly string[]>> = {
  en: ["id", "Domain", "Mission", "Task"],
  ja: ["id", "分野", "任務", "タスク"],
};

/** Sheets that an export adds for readers and an import passes over. */
export const matrixSheets: ReadonlySet<string> = new Set(
  Object.values(sheetNames).flatMap((names) => Object.values(names)),
);
