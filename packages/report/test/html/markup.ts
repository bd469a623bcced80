export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const empty = new Set(["meta", "col", "br", "hr", "img", "link"]);

/** The start tags of a page in order. Throws where an element is not closed in order or text holds a stray bracket. */
export function readMarkup(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const body = html
    .replace(/^<!doctype html>/, "")
    .replace(/<style>[\s\S]*?<\/style>/, "<style></style>")
    .replace(/(<script type="application\/json" id="shikumi-brief">)[\s\S]*?(<\/script>)/, "$1$2");
  let rest = body;
  while (rest !== "") {
    const text = /^[^<>]+/.exec(rest);
    if (text) {
      rest = rest.slice(text[0].length);
      continue;
    }
    const end = /^<\/([a-z][a-z0-9]*)>/i.exec(rest);
    if (end) {
      const last = open.pop();
      if (last !== end[1]) throw new Error(`</${end[1]}> closes <${last}> before ${rest.slice(0, 60)}`);
      rest = rest.slice(end[0].length);
      continue;
    }
    const start = /^<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*(\/?)>/i.exec(rest);
    if (!start) throw new Error(`no tag and no text: ${rest.slice(0, 80)}`);
    const [whole, name = "", written = "", closed] = start;
    const attributes = new Map(
      [...written.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)].map((one) => [
        one[1] ?? "",
        one[2] ?? "",
      ]),
    );
    tags.push({ name, attributes });
    if (closed === "" && !empty.has(name)) open.push(name);
    rest = rest.slice(whole.length);
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(", ")}`);
  return tags;
}
