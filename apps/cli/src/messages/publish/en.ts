/** What `publish` and `open` say, in English. */
export const publishEn = {
  "about-publish": "Write the live edition: a folder for any web server, in which readers move the study",
  "about-open": "Open the live edition on this machine, and show results again whenever a file is saved",
  "option-out-publish": "Folder for the live edition; an edition published there before is replaced",
  "option-audience":
    "Who may read it, by the traffic light protocol; what is marked above is refused (default: clear)",
  "option-assessment": "Results made before by `assess --out`, instead of making them now",
  "option-port": "Port on this machine (default: any that is free)",
  "note-publish":
    "The folder holds the study's files whole. Serve it with any static server, such as `python3 -m http.server`.",
  "note-open": "Only this machine can open the address, and only with its secret. Ctrl-C ends it.",
  "publish-done":
    "Published to {path}: {files|file|files}, {size} ({light} without fonts, {packed} of that compressed).",
  "publish-serve": "Serve it with any static server, for example: cd {path} && python3 -m http.server",
  "open-address": "{address}",
  "open-watching": "Open this address in a browser. Saved files of {path} are shown anew; Ctrl-C ends it.",
  "open-first": "First results are there ({futures} × {replications}); the whole is being computed.",
  "open-results": "Results are there ({futures} × {replications}).",
  "open-errors": "{path} has {count|error|errors}; the page shows them.",
  "open-failed": "No results: {text}",
  "open-closed": "Closed.",
  "error-not-published":
    "{path} is not for this audience: {count|element|elements} marked above TLP:{audience}.",
  "help-not-published": "Nothing was written.",
  "error-assessment-unreadable": "{path} holds no assessment.",
  "help-assessment-unreadable": "`shikumi assess STUDY --out FILE` writes one.",
  "error-assessment-differs": "{path} was made from another study or by other rules of a run.",
  "help-assessment-differs":
    "Its runs are of {found}, not of {expected}. Make it again with `shikumi assess`.",
  "error-site-not-built": "The pages of the live edition are not built ({path}).",
  "help-site-not-built": "Run `npm run build` first.",
  "error-not-a-site": "{path} holds something that is no published edition.",
  "help-not-a-site": "Name a folder that is empty or does not exist. Nothing was written.",
  "error-port-taken": "Port {path} is in use, or may not be used.",
  "help-port-taken": "Leave `--port` out, or name another from 1024 to 65535.",
};
