// What languages are called in the language of the page.

import { language } from "./words";

const named = new Intl.DisplayNames([language], { type: "language" });

export const languageName = (code: string): string => named.of(code) ?? code;
