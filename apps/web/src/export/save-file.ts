/** Hands a text to the reader as a file. Nothing leaves the machine. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A file name of letters, digits and hyphens. */
export function fileName(text: string, extension: "svg" | "csv"): string {
  const plain = text.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-+|-+$/g, "");
  return `${plain === "" ? "figure" : plain}.${extension}`;
}
