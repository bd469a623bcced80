/** One step through an XML text: an element begins, ends, or text stands between. Names are without their prefix. */
export type XmlStep =
  | {
      readonly kind: "open";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
      readonly isEmpty: boolean;
    }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Longest tag whose attributes are read, in UTF-16 code units. */
const longestTag = 16_384;

/** The steps of an XML text in order. Declarations, comments and entities of its own are passed over, so that none can grow. */
export function* xmlSteps(xml: string): Generator<XmlStep> {
  let at = xml.indexOf("<");
  while (at >= 0 && at < xml.length) {
    if (xml.startsWith("<!--", at)) at = after(xml, "-->", at);
    else if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at);
      yield { kind: "text", text: xml.slice(at + 9, end < 0 ? xml.length : end) };
      at = after(xml, "]]>", at);
    } else if (xml.startsWith("<?", at) || xml.startsWith("<!", at)) at = after(xml, ">", at);
    else {
      const end = endOfTag(xml, at);
      yield tagOf(xml.slice(at + 1, end));
      at = end + 1;
    }
    const next = xml.indexOf("<", at);
    const stop = next < 0 ? xml.length : next;
    if (at < stop) yield { kind: "text", text: unescapeXml(xml.slice(at, stop)) };
    at = next;
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return xml.length;
}

function tagOf(inside: string): XmlStep {
  const plain = (name: string): string => name.slice(name.indexOf(":") + 1);
  if (inside.startsWith("/")) return { kind: "close", name: plain(inside.slice(1).trim()) };
  const name = /^[^\s/]+/.exec(inside)?.[0] ?? "";
  const attributes = new Map<string, string>();
  if (inside.length > longestTag)
    return { kind: "open", name: plain(name), attributes, isEmpty: inside.endsWith("/") };
  for (const [, key = "", , double, single] of inside.matchAll(/([^\s=/]+)\s*=\s*("([^"]*)"|'([^']*)')/g))
    attributes.set(key, unescapeXml(double ?? single ?? ""));
  return { kind: "open", name: plain(name), attributes, isEmpty: inside.endsWith("/") };
}

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return entities[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}

/** A text as XML within an element or attribute; characters XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 cannot hold
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\r", "&#13;")
  );
}
