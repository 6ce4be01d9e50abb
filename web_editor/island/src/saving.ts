// Saving by itself: shortly after somebody stops, again and again while the server is away, and never over what
// somebody else saved meanwhile.

import type { Node } from "prosemirror-model";

import { sent } from "./doc";
import { ask, Refused, type Told } from "./wire";
import { _ } from "./words";

export type Status = "saved" | "typing" | "saving" | "away" | "out" | "conflict" | "refused";

export interface SavedDraft {
  hash: string;
  version: string;
}

const AFTER = 900;
const AGAIN = [1000, 2000, 5000, 10000];

export class Saving {
  private timer = 0;
  private running = false;
  private tries = 0;
  private saved: Node;
  private now: Node;
  status: Status = "saved";

  constructor(
    private readonly address: string,
    private hash: string,
    document: Node,
    private readonly told: (status: Status, problems: Told[], draft?: SavedDraft) => void,
  ) {
    this.saved = document;
    this.now = document;
    addEventListener("beforeunload", (event) => {
      if (this.dirty) event.preventDefault();
    });
    addEventListener("online", () => this.soon(0));
  }

  get dirty(): boolean {
    return !this.now.eq(this.saved);
  }

  changed(document: Node): void {
    this.now = document;
    if (this.dirty && this.status !== "conflict") this.tell("typing");
    this.soon(AFTER);
  }

  /** Goes on from what somebody else has saved, with a document that has both changes. */
  rebased(hash: string, document: Node): void {
    this.hash = hash;
    this.status = "typing";
    this.now = document;
    this.soon(0);
  }

  /** Tries again in a while. */
  later(): void {
    this.soon(AGAIN[1] ?? 2000);
  }

  /** What the document was made from. */
  get base(): string {
    return this.hash;
  }

  /** Saves what there is at once; resolves when the server has it, or has refused it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.save();
    return !this.dirty;
  }

  private soon(after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), after);
  }

  private async save(): Promise<void> {
    if (this.running) return;
    if (this.status === "conflict") return this.tell("conflict"); // asked again until both changes are together
    if (!this.dirty) return this.tell("saved");
    this.running = true;
    const document = this.now;
    this.tell("saving");
    try {
      const draft = await ask<SavedDraft>(this.address, "PUT", { document: sent(document) }, { "If-Match": `"${this.hash}"` });
      this.hash = draft.hash;
      this.saved = document;
      this.tries = 0;
      this.running = false;
      this.tell(this.dirty ? "typing" : "saved", [], draft);
      if (this.dirty) this.soon(AFTER);
    } catch (error) {
      this.running = false;
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const found = error instanceof Refused ? error : null;
    if (found?.problems[0]?.code === "edited-meanwhile") return this.tell("conflict", found.problems);
    if (found && found.status < 500 && found.status !== 429 && found.status !== 401) return this.tell("refused", found.problems);
    this.tell(found?.status === 401 ? "out" : "away");
    this.soon(AGAIN[Math.min(this.tries++, AGAIN.length - 1)] ?? 10000);
  }

  private tell(status: Status, problems: Told[] = [], draft?: SavedDraft): void {
    this.status = status;
    this.told(status, problems, draft);
  }
}

export const WORDS: Record<Status, string> = {
  saved: _("Saved"),
  typing: _("Not saved yet"),
  saving: _("Saving…"),
  away: _("Not saved: the server cannot be reached. It is tried again."),
  out: _("Not saved: your session is over. Sign in again in another tab; what you wrote stays here until then."),
  conflict: _("Not saved: somebody else has saved meanwhile."),
  refused: _("Not saved: this cannot be kept as it is."),
};
