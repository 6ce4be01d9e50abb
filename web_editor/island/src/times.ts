// The server tells instants in UTC; a reader wants them in the zone of the clock on their wall.

const language = document.documentElement.lang === "de" ? "de-DE" : "en-GB";

/** A day of the calendar as it is read; what is none stays as it is written. */
export function day(written: string): string {
  const date = new Date(`${written}T12:00:00`);
  return Number.isNaN(date.getTime()) ? written : date.toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric" });
}

export function localTimes(root: ParentNode): void {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime()) && time.dateTime.includes("T")) time.textContent = format.format(at);
  }
}
