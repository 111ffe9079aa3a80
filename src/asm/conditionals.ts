import { Complaint } from './complaint.js';
import type { Diagnostics } from './diagnostics.js';
import type { Span } from './syntax.js';

interface Conditional {
  /** Statements are assembled now. */
  active: boolean;
  /** One branch has been assembled, or none may be. */
  taken: boolean;
  elseSeen: boolean;
  readonly span: Span;
}

/** The open `.if`s (GNU as manual, 7.46). */
export class Conditionals {
  readonly #open: Conditional[] = [];

  /** Are statements assembled here? */
  get active(): boolean {
    return this.#open.at(-1)?.active ?? true;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Opens an `.if`. The condition is only asked for where statements are assembled. */
  open(condition: () => boolean, span: Span): void {
    const enclosing = this.active;
    const entry = { active: false, taken: true, elseSeen: false, span };
    this.#open.push(entry);
    if (!enclosing) return;
    entry.active = condition();
    entry.taken = entry.active;
  }

  otherwise(condition: (() => boolean) | null, name: string, span: Span): void {
    const entry = this.#open.at(-1);
    if (entry === undefined) throw new Complaint(span, `"${name}" without ".if"`);
    if (entry.elseSeen) throw new Complaint(span, `"${name}" after ".else"`);
    if (condition === null) entry.elseSeen = true;
    entry.active = false;
    if (entry.taken) return;
    entry.active = condition === null || condition();
    entry.taken = entry.active;
  }

  close(span: Span): void {
    if (this.#open.pop() === undefined) throw new Complaint(span, '".endif" without ".if"');
  }

  /** Leaves all but the outer `depth`. */
  leave(depth: number): void {
    this.#open.length = Math.min(depth, this.#open.length);
  }

  /** At the end of the source: none may be open. */
  finish(diagnostics: Diagnostics): void {
    for (const { span } of this.#open) diagnostics.error(span, 'end of file inside conditional', 'it needs an .endif');
  }
}
