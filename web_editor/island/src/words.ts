// The product's words, from the same catalogue as everything else; a script before this one brings those of a language.

const known = (globalThis as { ccmWords?: Record<string, string> }).ccmWords ?? {};

export function _(text: string): string {
  return known[text] ?? text;
}

/** A text with its blanks filled: `said(_("{count} pages"), { count: 3 })`. */
export function said(text: string, blanks: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in blanks ? String(blanks[name]) : whole));
}

export const language = document.documentElement.lang === "de" ? "de" : "en";
