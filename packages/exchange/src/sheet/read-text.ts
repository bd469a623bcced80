import type { InputFile } from "../imported.ts";
import type { Remarks } from "../remark.ts";

/** The text of a file in UTF-8, without a byte order mark. Another encoding is refused, with a guess at what it is. */
export function readText({ name, bytes }: InputFile, remarks: Remarks): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.includes("\u0000")) {
      if (!text.startsWith("\ufeff")) return text;
      remarks.add("byte-order-mark", { file: name, line: 1 });
      return text.slice(1);
    }
  } catch {
    // Falls through: what is not UTF-8 is refused below.
  }
  remarks.add("not-utf8", { file: name }, { guess: guessOf(bytes) });
  return undefined;
}

function guessOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return "UTF-16";
  for (const encoding of ["shift_jis", "euc-jp"]) {
    const decoded = decodedAs(encoding, bytes);
    if (decoded !== undefined && /[\u3041-\u30ff\u4e00-\u9fff]{2}/.test(decoded))
      return encoding === "shift_jis" ? "Shift_JIS" : "EUC-JP";
  }
  return "ISO 8859-1, Windows-1252";
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
