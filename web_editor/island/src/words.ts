// The product's words, from the same catalogue as everything else; the page carries those that scripts say.

const told: unknown = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
const known = told as Record<string, string>;

export function _(text: string): string {
  return known[text] ?? text;
}

/** A text with its blanks filled: `said(_("{count} pages"), { count: 3 })`. */
export function said(text: string, blanks: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in blanks ? String(blanks[name]) : whole));
}

export const language = document.documentElement.lang === "de" ? "de" : "en";
