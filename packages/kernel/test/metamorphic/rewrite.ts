import { parseStudy, type Study, type StudyFile } from "@shikumi/model";
import fc from "fast-check";

/** A study as the generator writes it. */
export type Tree = { readonly [key: string]: unknown };

/** Collections whose ids can be told from every other word of a generated study. */
const renamed = [
  "organisations",
  "deciders",
  "authorities",
  "mechanisms",
  "situations",
  "information",
  "holdings",
  "beneficiaries",
  "incidents",
  "levers",
] as const;

/** The study of some files; throws if they cannot be read. */
export function studyOf(files: readonly StudyFile[]): Study {
  const { study, diagnostics } = parseStudy(files);
  if (study === undefined) throw new Error(JSON.stringify(diagnostics, undefined, 1));
  return study;
}

/** The same study in one file per collection, in any order of files and of elements, with other titles. */
export function retitledFiles(tree: Tree): fc.Arbitrary<readonly StudyFile[]> {
  const collections = Object.entries(tree).map(([collection, elements]) =>
    collection === "study"
      ? fc.constant({ ...(elements as Tree), title: { ja: "別の題", en: "Another title" } })
      : fc
          .shuffledSubarray(Object.entries(elements as Tree), {
            minLength: Object.keys(elements as Tree).length,
          })
          .map((entries) => Object.fromEntries(entries.map(([id, element]) => [id, retitled(id, element)]))),
  );
  return fc.tuple(...collections).chain((parts) => {
    const files = parts.map((part, at) => fileOf(Object.keys(tree)[at] ?? "", part));
    return fc.shuffledSubarray(files, { minLength: files.length });
  });
}

function fileOf(collection: string, part: unknown): StudyFile {
  return { path: `${collection}.yaml`, text: JSON.stringify({ [collection]: part }) };
}

function retitled(id: string, element: unknown): unknown {
  return { ...(element as Tree), note: { ja: `${id}の注`, en: `Note on ${id}` } };
}

/** The same study with other ids, each element keeping its old id as its key. */
export function renamedTree(tree: Tree): Tree {
  const names = new Map<string, string>();
  for (const collection of renamed)
    for (const id of Object.keys((tree[collection] ?? {}) as Tree))
      names.set(id, `x${names.size}-${id}-renamed`);
  const keyed = { ...tree };
  for (const collection of renamed) {
    const elements = Object.entries((tree[collection] ?? {}) as Tree);
    keyed[collection] = Object.fromEntries(
      elements.map(([id, element]) => [id, { key: id, ...(element as Tree) }]),
    );
  }
  return rename(keyed, names) as Tree;
}

function rename(value: unknown, names: ReadonlyMap<string, string>, under = ""): unknown {
  if (typeof value === "string") {
    if (under === "key") return value;
    return value
      .split(".")
      .map((part) => names.get(part) ?? part)
      .join(".");
  }
  if (Array.isArray(value)) return value.map((one) => rename(one, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [names.get(key) ?? key, rename(one, names, key)]),
  );
}

/** The same study with one more organisation that holds nothing and has no role. */
export function withBystander(tree: Tree): Tree {
  const organisations = tree["organisations"] as Tree;
  const [first] = Object.values(organisations) as Tree[];
  return {
    ...tree,
    organisations: {
      ...organisations,
      "M-bystander": { party: first?.["party"], kind: first?.["kind"], assumption: true },
    },
  };
}
