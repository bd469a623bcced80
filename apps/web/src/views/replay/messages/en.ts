/** What the view says in English. */
export const en = {
  empty: "Nothing is shown here yet.",
} as const;
