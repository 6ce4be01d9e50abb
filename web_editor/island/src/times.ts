// The server tells instants in UTC; a reader wants them in the zone of the clock on their wall.

export function localTimes(root: ParentNode): void {
  const language = document.documentElement.lang === "de" ? "de-DE" : "en-GB";
  const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[datetime]")) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime()) && time.dateTime.includes("T")) time.textContent = format.format(at);
  }
}
