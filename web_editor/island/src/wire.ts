// What the server tells the editor, and how it is asked.

import type { JSONValue } from "./json";

export interface Label {
  en: string;
  de: string;
}

export interface FieldShape {
  name: string;
  kind: string;
  label: Label;
  help: Label;
  required: boolean;
  default?: JSONValue;
  text?: "inline" | "line" | "address";
  choices?: { value: string | number; label: Label }[];
  flag?: boolean;
  min?: number;
  max?: number;
  fields?: FieldShape[];
  keyed?: boolean;
  keys?: { value: string | number; label: Label }[];
  operation?: string;
}

export interface BlockShape {
  type: string;
  title: Label;
  place: "leaf" | "piece" | "template";
  holds: string[];
  deepest: number;
  lock: string;
  fields: FieldShape[];
}

/** Wording that the document only refers to, drawn as it is and never edited. */
export interface Fixed {
  title: string;
  owner: string;
  citation: string;
  version: string;
  lines: Line[];
}

export interface Line {
  kind: "heading" | "paragraph" | "item" | "fact";
  runs: Run[];
}

export interface Run {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  chip?: boolean;
}

export interface Field {
  path: string;
  label: string;
  group: string;
  type: string;
  sample: string;
  optional: boolean;
  many: boolean;
  choices: { value: string; label: string }[];
  operators: string[];
  aggregates: string[];
  formats: string[];
}

export interface Opened {
  kind: "template" | "block";
  name: string;
  version: string;
  hash: string;
  language: string;
  languages: string[];
  lock: string;
  owns_locks: boolean;
  /** Blocks of the approved version, in order, with the place each is in; none for who owns the locks. */
  order: [string, string][];
  document: JSONValue;
  shapes: Record<string, BlockShape>;
  fixed: Record<string, Fixed>;
  fields: Field[];
  sentences: Record<string, string>;
  chips: Record<string, { label: string; type: string; sample: string }>;
  personas: string[];
  brands: string[];
  may_edit: boolean;
}

export interface Told {
  where: string;
  code: string;
  message: string;
  hint: string;
}

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: Told[],
  ) {
    super(problems[0]?.message ?? `HTTP ${status}`);
  }
}

const language = document.documentElement.lang;

/** Asks the server; who has signed in anew meanwhile, in another tab, goes on with that session. */
export async function ask<T>(address: string, method = "GET", body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal): Promise<T> {
  try {
    return await asked<T>(address, method, body, headers, signal);
  } catch (error) {
    if (!(error instanceof Refused) || error.problems[0]?.code !== "form-token-missing") throw error;
    const me = await asked<{ form_token: string | null }>("/api/v1/session", "GET", undefined, {}, signal);
    keepToken(me.form_token);
    return asked<T>(address, method, body, headers, signal);
  }
}

async function asked<T>(address: string, method: string, body: unknown, headers: Record<string, string>, signal: AbortSignal | undefined): Promise<T> {
  const answer = await fetch(address, {
    method,
    headers: {
      Accept: "application/json",
      "Accept-Language": language,
      [TOKEN]: formToken(),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  keepToken(answer.headers.get(TOKEN)); // the session has got a new secret
  const told: unknown = answer.status === 204 ? null : await answer.json().catch(() => null);
  if (!answer.ok) throw new Refused(answer.status, problemsIn(told));
  return told as T;
}

function problemsIn(told: unknown): Told[] {
  if (typeof told === "object" && told !== null && "problems" in told && Array.isArray(told.problems)) return told.problems as Told[];
  return [];
}

const TOKEN = "X-CSRF-Token";
/** Where the page keeps the token for htmx, so that both go on with the same one. */
const KEPT = "hx-headers:inherited";

function formToken(): string {
  const told = document.body.getAttribute(KEPT) ?? "{}";
  return String((JSON.parse(told) as Record<string, string>)[TOKEN] ?? "");
}

function keepToken(token: string | null): void {
  if (token) document.body.setAttribute(KEPT, JSON.stringify({ [TOKEN]: token }));
}
