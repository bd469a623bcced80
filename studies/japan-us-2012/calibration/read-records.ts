/** One row of a table by the names of its columns; a column the row does not reach is absent. */
export type TableRecord = Readonly<Record<string, string>>;

/**
 * The rows of a table whose first line names the columns, read as RFC 4180 has it: commas, double quotes, doubled quotes inside
 * them, line ends inside them. Values are left as they stand; empty lines are dropped.
 */
export function readRecords(text: string): readonly TableRecord[] {
  const [header = [], ...body] = splitRows(text);
  return body.map((row) =>
    Object.fromEntries(row.slice(0, header.length).map((value, i) => [header[i] ?? "", value])),
  );
}

function splitRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      row.push(cell);
      cell = "";
    } else if (char === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else if (char !== "\r") cell += char;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows.filter((one) => one.some((value) => value !== ""));
}

/** A decimal number, `undefined` for `NA`, an empty cell or anything else that is no finite number. */
export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/**
 * A date as `yyyy-mm-dd`, from that form, from `month/day/year`, or from the day of an ISO time stamp; `undefined` for what is no
 * day of the calendar.
 */
export function isoDay(value: string | undefined): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(value ?? "");
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value ?? "");
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [american?.[3], american?.[1]?.padStart(2, "0"), american?.[2]?.padStart(2, "0")];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month}-${day}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
  return isDay ? written : undefined;
}
