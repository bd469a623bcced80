import type { Remarks } from "../remark.ts";

/** One entry of a BibTeX file with its fields as written, macros replaced, braces kept. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

const monthMacros = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** The entries of a BibTeX or BibLaTeX file; what cannot be read is left out with a remark, and reading goes on at the next entry. */
export function readBibtexEntries(file: string, text: string, remarks: Remarks): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  const macros = new Map(monthMacros.map((name, index) => [name, String(index + 1)]));
  const lines = new Lines(text);
  const start = /@\s*([A-Za-z]+)\s*([{(])/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const type = (found[1] ?? "").toLowerCase();
    const scanner = new Scanner(text, found.index + found[0].length, macros);
    const line = lines.at(found.index);
    if (type === "comment") {
      start.lastIndex = scanner.skipBalanced(found[2] === "(");
      continue;
    }
    const key = type === "string" || type === "preamble" ? "" : scanner.key();
    const fields = type === "preamble" ? undefined : scanner.fields();
    if (type === "preamble") start.lastIndex = scanner.skipBalanced(found[2] === "(");
    else if (fields === undefined || key === undefined) {
      remarks.add("entry-unreadable", { file, line }, { entry: key ?? type });
      start.lastIndex = nextEntry(text, found.index + found[0].length);
    } else {
      start.lastIndex = scanner.at;
      if (type === "string") for (const [name, value] of fields) macros.set(name, value);
      else entries.push({ type, key, line, fields });
    }
  }
  return entries;
}

function nextEntry(text: string, from: number): number {
  const next = /\n[ \t]*@/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}

/** Line numbers of offsets asked for in ascending order. */
class Lines {
  readonly #text: string;
  #offset = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): number {
    for (; this.#offset < offset; this.#offset++) if (this.#text[this.#offset] === "\n") this.#line++;
    return this.#line;
  }
}

/** A line that begins an entry ends whatever was left open before it. */
const startsEntry = /^\n[ \t]*@[A-Za-z]+[ \t]*[{(]/;

class Scanner {
  readonly #text: string;
  readonly #macros: ReadonlyMap<string, string>;
  at: number;

  constructor(text: string, at: number, macros: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.#macros = macros;
  }

  key(): string | undefined {
    const key = /^\s*([^\s,={}"#%()]*)\s*(,|(?=[})]))/.exec(this.#text.slice(this.at, this.at + 400));
    if (key === null) return undefined;
    this.at += key[0].length;
    return key[1] ?? "";
  }

  /** Fields up to the end of the entry; `undefined` where they break off. The first of two with one name holds. */
  fields(): ReadonlyMap<string, string> | undefined {
    const fields = new Map<string, string>();
    for (;;) {
      this.#space();
      const sign = this.#text[this.at];
      if (sign === "}" || sign === ")") {
        this.at++;
        return fields;
      }
      const name = /^[^\s,={}"#%()]+/.exec(this.#text.slice(this.at, this.at + 400))?.[0];
      if (name === undefined) return undefined;
      this.at += name.length;
      this.#space();
      if (this.#text[this.at] !== "=") return undefined;
      this.at++;
      const value = this.#value();
      if (value === undefined) return undefined;
      if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
      this.#space();
      if (this.#text[this.at] === ",") this.at++;
    }
  }

  skipBalanced(isRound: boolean): number {
    let depth = 1;
    const [open, close] = isRound ? ["(", ")"] : ["{", "}"];
    while (this.at < this.#text.length && depth > 0) {
      const sign = this.#text[this.at++];
      if (sign === open) depth++;
      else if (sign === close) depth--;
    }
    return this.at;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.at] ?? "")) this.at++;
  }

  #value(): string | undefined {
    let whole = "";
    for (;;) {
      this.#space();
      const part = this.#part();
      if (part === undefined) return undefined;
      whole += part;
      this.#space();
      if (this.#text[this.at] !== "#") return whole;
      this.at++;
    }
  }

  #part(): string | undefined {
    const opening = this.#text[this.at];
    if (opening !== "{" && opening !== '"') {
      const word = /^[^\s,={}"#%()]+/.exec(this.#text.slice(this.at, this.at + 400))?.[0];
      if (word === undefined) return undefined;
      this.at += word.length;
      return this.#macros.get(word.toLowerCase()) ?? word;
    }
    const start = ++this.at;
    for (let depth = 0; this.at < this.#text.length; this.at++) {
      const sign = this.#text[this.at];
      if (sign === "\n" && startsEntry.test(this.#text.slice(this.at, this.at + 80))) return undefined;
      if (sign === "{") depth++;
      else if (opening === '"' && sign === '"' && depth === 0) return this.#text.slice(start, this.at++);
      else if (sign === "}" && depth-- === 0)
        return opening === "{" ? this.#text.slice(start, this.at++) : undefined;
    }
    return undefined;
  }
}
