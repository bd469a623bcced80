import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { noticeCodes, noticeMessages } from "@shikumi/assessment";
import type { Args, Catalogue, Language } from "@shikumi/core/diagnostic";
import { quantityMessages } from "@shikumi/core/quantity";
import { exchangeMessages, remarkKinds } from "@shikumi/exchange";
import { checkMessages, checkSeverities, modelCodes, modelMessages } from "@shikumi/model";
import { reportMessages } from "@shikumi/report";
import { storeErrorCodes, storeMessages } from "@shikumi/store";
import { workbenchErrorCodes } from "@shikumi/workbench";
import { publishMessages } from "@shikumi/workbench/publish";
import { describe, expect, it } from "vitest";
import { isPhrase, phrases, speaker } from "../apps/cli/src/messages/index.ts";

const root = join(import.meta.dirname, "..");
const languages = ["en", "ja"] as const satisfies readonly Language[];

/** The source files of a package or app, without its messages. */
function sources(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "messages" ? [] : sources(path);
    return path.endsWith(".ts") ? [{ path, text: readFileSync(join(root, path), "utf8") }] : [];
  });
}

const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}/src`);
const everything = [
  ...packages,
  ...readdirSync(join(root, "apps")).map((name) => `apps/${name}/src`),
].flatMap(sources);

/** The words of a closed union `type NAME = "a" | "b"`, or of a list `const NAME = ["a", "b"] as const`. */
function words(name: string): readonly string[] {
  const declared = new RegExp(`(?:type|const) ${name} =([^;]*);`);
  const found = everything.flatMap(({ text }) => text.match(declared)?.[1] ?? []);
  if (found.length !== 1) throw new Error(`${name} is declared ${found.length} times`);
  return [...(found[0] ?? "").matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** A family of codes, and where a person reads about them. */
interface Family {
  readonly name: string;
  readonly codes: readonly string[];
  readonly catalogue: Readonly<Record<Language, Catalogue>>;
  /** The folder whose sources give the codes. */
  readonly givenIn: string;
  /** Names of codes that stand in the source of a package; a family whose codes are the keys of its catalogue has none. */
  readonly declaredBy: string | undefined;
}

/** What the command says about an error, as messages: phrases `error-CODE` and `help-CODE`. */
function commandCatalogue(codes: readonly string[]): Family["catalogue"] {
  const of = (language: Language): Catalogue =>
    Object.fromEntries(
      codes.flatMap((code) => {
        const known: Readonly<Record<string, string>> = phrases[language];
        if (known[`error-${code}`] === undefined) return [];
        return [
          [
            code,
            (args: Args) => ({
              text: filled(language, `error-${code}`, args),
              help: filled(language, `help-${code}`, args),
            }),
          ] as const,
        ];
      }),
    );
  return { en: of("en"), ja: of("ja") };
}

/** The blanks of a phrase. */
function blanksIn(language: Language, key: string): readonly string[] {
  const known: Readonly<Record<string, string>> = phrases[language];
  return [...(known[key] ?? "").matchAll(/\{([a-z-]+)/gi)].map((match) => match[1] ?? "");
}

function filled(language: Language, key: string, args: Args): string {
  if (!isPhrase(key)) return "";
  const given = blanksIn(language, key).map((name) => [name, args[name] ?? ""] as const);
  return speaker(language)(key, Object.fromEntries(given));
}

const kernelCodes = words("KernelErrorCode");
const commandCodes = words("CommandErrorCode");
const families: readonly Family[] = [
  {
    name: "quantities",
    givenIn: "packages/core/",
    codes: words("QuantityProblemCode"),
    catalogue: quantityMessages,
    declaredBy: "QuantityProblemCode",
  },
  {
    name: "study files",
    givenIn: "packages/model/",
    codes: modelCodes,
    catalogue: modelMessages,
    declaredBy: "modelCodes",
  },
  {
    name: "consistency",
    givenIn: "packages/model/",
    codes: words("CheckCode"),
    catalogue: checkMessages,
    declaredBy: "CheckCode",
  },
  {
    name: "notices",
    givenIn: "packages/assessment/",
    codes: noticeCodes,
    catalogue: noticeMessages,
    declaredBy: "noticeCodes",
  },
  {
    name: "briefs",
    givenIn: "packages/report/",
    codes: Object.keys(reportMessages.en),
    catalogue: reportMessages,
    declaredBy: undefined,
  },
  {
    name: "kernel errors",
    givenIn: "packages/kernel/",
    codes: kernelCodes,
    catalogue: commandCatalogue(kernelCodes),
    declaredBy: "KernelErrorCode",
  },
  {
    name: "workbench errors",
    givenIn: "packages/workbench/",
    codes: workbenchErrorCodes,
    catalogue: commandCatalogue(workbenchErrorCodes),
    declaredBy: "workbenchErrorCodes",
  },
  {
    name: "publication",
    givenIn: "packages/workbench/",
    codes: words("PublishCode"),
    catalogue: publishMessages,
    declaredBy: "PublishCode",
  },
  {
    name: "store errors",
    givenIn: "packages/store/",
    codes: storeErrorCodes,
    catalogue: storeMessages,
    declaredBy: "storeErrorCodes",
  },
  {
    name: "imports and exports",
    givenIn: "packages/exchange/",
    codes: Object.keys(remarkKinds),
    catalogue: exchangeMessages,
    declaredBy: "RemarkCode",
  },
  {
    name: "command errors",
    givenIn: "apps/cli/",
    codes: commandCodes,
    catalogue: commandCatalogue(commandCodes),
    declaredBy: "CommandErrorCode",
  },
];

/** Codes that several families have on purpose, because they mean the same to whoever reads them. */
const shared: Readonly<Record<string, readonly string[]>> = {
  "unknown-package": ["study files", "kernel errors", "command errors"],
  "unknown-lever": ["study files", "kernel errors"],
  "not-a-date": ["study files", "command errors"],
  "not-utf8": ["study files", "imports and exports"],
};

/** Names that end in `Code` or `Codes` but say nothing to people here: numbers of the kernel's tables, unions of families, mistakes of a caller of `analysis`, and what the live edition says itself. */
const silent =
  /^(ProblemCode|ExitCode|AnalysisErrorCode|EditionErrorCode|BriefProblemCode|(decay|distribution|condition|moves?|accrues|access|step|says)Codes?|DecayCode|DistributionCode)$/;

/** Arguments that choose between texts, so that not every word will do. */
const choosing: Readonly<Record<string, Args>> = { "quantity-ambiguous-unit": { ambiguity: "M" } };

/** Codes whose help is that of another message, given as an argument. */
const passedOn: ReadonlySet<string> = new Set(["brief-unreadable"]);

/** Arguments that hold a value under every name, and the names that were asked for. */
function listening(
  code: string,
  value: (name: string) => string | number,
): { readonly args: Args; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const args = new Proxy<Record<string, string | number>>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return choosing[code]?.[String(name)] ?? value(String(name));
      },
    },
  );
  return { args, asked };
}

const all = families.flatMap((family) => family.codes.map((code) => ({ family, code })));

describe("the codes of problems", () => {
  it("are all known here", () => {
    const declared = everything.flatMap(({ text }) =>
      [...text.matchAll(/(?:export type|export const) (\w+Codes?)\b(?: =|:)/gi)].map(
        (match) => match[1] ?? "",
      ),
    );
    const known = new Set(families.map((family) => family.declaredBy));
    const unions = declared.filter((name) => !silent.test(name) && !known.has(name));
    const isOfKnown = (name: string): boolean =>
      known.has(`${name.charAt(0).toLowerCase()}${name.slice(1)}s`);

    expect(unions.filter((name) => !isOfKnown(name))).toEqual([]);
    expect(all.length).toBeGreaterThan(150);
  });

  it("belong to one family each", () => {
    const twice = [...new Set(all.map(({ code }) => code))]
      .map((code) => [code, all.filter((one) => one.code === code).map(({ family }) => family.name)] as const)
      .filter(([, names]) => names.length > 1);

    expect(Object.fromEntries(twice)).toEqual(shared);
  });

  it("are stable words", () => {
    for (const { code } of all) expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it("have a severity each where they are consistency", () => {
    expect(Object.keys(checkSeverities).sort()).toEqual([...words("CheckCode")].sort());
  });

  it.each(families.filter(({ name }) => name !== "study files"))(
    "of $name have no message without a code",
    ({ codes, catalogue }) => {
      for (const language of languages)
        expect(Object.keys(catalogue[language]).sort()).toEqual([...codes].sort());
    },
  );

  it("of study files have no message without a code", () => {
    const codes = [...modelCodes, ...words("QuantityProblemCode")].sort();
    for (const language of languages) expect(Object.keys(modelMessages[language]).sort()).toEqual(codes);
  });

  it.each(families)("of $name are given somewhere in the sources", ({ codes, declaredBy }) => {
    const others = everything.filter(
      ({ text }) => declaredBy === undefined || !new RegExp(`(type|const) ${declaredBy} =`).test(text),
    );
    const unused = codes.filter((code) => !others.some(({ text }) => text.includes(`"${code}"`)));

    expect(unused).toEqual([]);
  });
});

describe.each(all)("the message of $code ($family.name)", ({ family, code }) => {
  const say = (language: Language, value: (name: string) => string | number): string => {
    const { text, help } = family.catalogue[language][code]?.(listening(code, value).args) ?? {
      text: "",
      help: "",
    };
    return `${text} ${help}`;
  };

  it.each(languages)("has a text and a help in %s", (language) => {
    const message = family.catalogue[language][code]?.(listening(code, (name) => name).args);

    expect(message?.text).toMatch(/\S/);
    expect(message?.help).toMatch(/\S/);
  });

  it("is Japanese in Japanese and not in English", () => {
    const message = family.catalogue.ja[code]?.(listening(code, (name) => name).args);

    expect(message?.text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    if (!passedOn.has(code)) expect(message?.help).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(say("en", (name) => name)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  it("leaves nothing unfilled, whatever words or numbers it is given", () => {
    for (const language of languages) {
      for (const value of [(name: string) => name, () => 0, () => 1, () => 7, () => ""]) {
        expect(say(language, value)).not.toMatch(/undefined|NaN|\[object|\{[a-z-]+[|}]|null|Infinity/);
      }
    }
  });

  it("says the same things in both languages", () => {
    const [en, ja] = languages.map((language) => argumentsOf(family, code, language));

    expect(ja).toEqual(en);
  });
});

/** The arguments that a message reads, without the language that some of them end in. */
function argumentsOf(family: Family, code: string, language: Language): readonly string[] {
  const { args, asked } = listening(code, (name) => name);
  family.catalogue[language][code]?.(args);
  return [...asked].map((name) => name.replace(/(En|Ja)$/, "")).sort();
}

/** Names of the fields of the object literals between a code and the end of the call or object it stands in; `undefined` if it cannot be told. */
function givenAfter(text: string, from: number): readonly string[] | undefined {
  const names: string[] = [];
  let depth = 0;
  let isField = false;
  for (let at = from; at < text.length; at++) {
    const letter = text.charAt(at);
    if ("([{".includes(letter)) depth += 1;
    if (")]}".includes(letter)) depth -= 1;
    if (depth < 0) return names;
    if (depth === 1 && letter === "{") isField = true;
    if (depth === 0 && /^\b(\w*[aA]rgs|related)\b(?!:)/.test(text.slice(at))) return undefined;
    if (depth !== 1 || !"{,".includes(letter) || !isField) continue;
    if (
      text
        .slice(at + 1)
        .trimStart()
        .startsWith("...")
    )
      return undefined;
    const name = /^\s*"?([\w-]+)"?\s*[,:}]/.exec(text.slice(at + 1))?.[1];
    if (name !== undefined) names.push(name);
  }
  return undefined;
}

describe("the places that give a code", () => {
  /** What the place adds to every code of a family, or takes for nothing. */
  const added: readonly string[] = ["near", "suggestions"];
  const places = all.flatMap(({ family, code }) => {
    if (["quantities", "kernel errors", "workbench errors", "store errors"].includes(family.name)) return [];
    const names = argumentsOf(family, code, "en").filter((name) => !added.includes(name));
    const own = everything.filter(({ path }) => path.startsWith(family.givenIn));
    return own.flatMap(({ path, text }) =>
      [...text.matchAll(new RegExp(`"${code}",`, "g"))].flatMap(({ index, 0: found }) => {
        const given = givenAfter(text, index + found.length - 1);
        if (
          given === undefined ||
          (given.length === 0 && !/^,\s*(\{|args|\w+\.span|span)/.test(text.slice(index + code.length + 2)))
        )
          return [];
        return [
          {
            place: `${path}: ${code}`,
            missing: names.filter((name) => !given.map((one) => one.replace(/(En|Ja)$/, "")).includes(name)),
            code,
          },
        ];
      }),
    );
  });

  it("give every argument that its message reads", () => {
    expect(places.filter(({ missing }) => missing.length > 0)).toEqual([]);
  });

  it("were found for most codes", () => {
    expect(new Set(places.map(({ code }) => code)).size).toBeGreaterThan(95);
  });

  it("of errors without arguments have messages that read none", () => {
    /** The command looks for the package itself, and says its own words, before the kernel could. */
    const neverTold = ["unknown-package"];
    const errors = all.filter(({ family }) => /^(kernel|workbench) errors$/.test(family.name));
    const reading = errors.filter(({ code }) => {
      const blanks = languages.flatMap((language) =>
        [`error-${code}`, `help-${code}`].flatMap((key) => blanksIn(language, key)),
      );
      return blanks.some((name) => name !== "path" && name !== "message");
    });

    expect(reading.map(({ code }) => code)).toEqual(neverTold);
  });
});
