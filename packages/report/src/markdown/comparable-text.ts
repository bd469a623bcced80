/** A text without what editors and version control change unasked: line ends, trailing white space, blank lines at the end. */
export function comparableText(text: string): string {
  return text.replaceAll(/[^\S\n]*\r?\n/g, "\n").trimEnd();
}
