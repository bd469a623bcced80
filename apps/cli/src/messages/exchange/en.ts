/** What `import` and `export` say, in English. */
export const exchangeEn = {
  "about-import": "Bring in what is in other files: matrix, holdings, sources, events, 3w or stix (KIND)",
  "about-export":
    "Write role matrix, holdings, sources, who-does-what-where or threat bundle for other programs",
  "option-into": "Folder of the study that takes it in",
  "option-map": "YAML file that says what the columns of FILE mean",
  "option-dry-run": "Say what would change and write nothing",
  "option-what": "What is exported",
  "option-format":
    "Its format: sources csl, bibtex or ris; matrix, holdings and 3w xlsx or csv; stix json (default: the first)",
  "option-matrix-assessment":
    "With matrix: what `assess --out` wrote, for the share each organisation delivers",
  "option-out-export": "File to write",
  "note-import":
    "An element that the study has is changed where it is written, and what FILE does not say stays; a new one goes to a file of its own. Either everything is written or nothing, and the study has no errors afterwards.",
  "note-import-exit":
    "The exit code is 1 if something in FILE was not carried over, and 2 if nothing was written because it could not be.",
  "note-export":
    "Ids go with everything that is exported, hidden in workbooks, so that it can be edited elsewhere and imported again.",
  "import-done":
    "{file}: {read|entry|entries} read; {added} added, {changed} changed, {kept} as they were. Wrote {files|file|files}.",
  "import-would":
    "{file}: {read|entry|entries} read; {added} would be added, {changed} changed, {kept} stay as they are. Nothing was written (--dry-run).",
  "import-added": "added to {file}: {ids}",
  "import-changed": "changed in {file}: {ids}",
  "import-more": "{ids} and {count} more",
  "remark-refused": "refused",
  "remark-loss": "not carried over",
  "remark-defect": "defect",
  "remark-line": "line {line}",
  "remark-cell": "{sheet}row {row}",
  "remark-column": "column {column}",
  "remark-more": "and {count|other place|other places}",
  "export-done": "Wrote {written|entry|entries} to {path}",
  "error-import-refused": "{file} was not imported into {path}; nothing was written.",
  "help-import-refused": "What stands above says why.",
  "error-unknown-kind": '"{kind}" is no kind of file that can be imported.',
  "help-unknown-kind": "{near} They are matrix, holdings, sources, events, 3w and stix.",
  "error-format-not-of": "{what} is not exported as {format}.",
  "help-format-not-of": "Choose one of {formats}.",
} as const;
