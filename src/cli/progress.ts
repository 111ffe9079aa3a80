import { thousands } from '../observe/statistics.js';
import { say } from './output.js';

/** Nothing is shown for runs shorter than this. */
const FIRST_MS = 1000;
const EVERY_MS = 250;

/** What a progress line is made from. */
export interface ProgressState {
  readonly instructions: number;
  readonly pageFaults: number;
}

/** One line on a terminal that is written over and over while a program runs; nothing at all elsewhere. */
export class Progress {
  private readonly startedAt = performance.now();
  private shownAt = 0;
  private visible = false;

  /** Call now and then; writes at most a few times a second. */
  update(state: () => ProgressState): void {
    const elapsed = performance.now() - this.startedAt;
    if (elapsed < FIRST_MS || elapsed - this.shownAt < EVERY_MS) return;
    this.shownAt = elapsed;
    if (process.stderr.isTTY !== true || process.env.TERM === 'dumb') return;
    this.visible = true;
    say(`\r\x1b[K${progressLine(state(), elapsed / 1000)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (!this.visible) return;
    this.visible = false;
    say('\r\x1b[K');
  }
}

/** `12,345,678 instructions, 410.2 MIPS, 17 page faults, 1.3 s`. */
export function progressLine({ instructions, pageFaults }: ProgressState, seconds: number): string {
  const rate = (instructions / seconds / 1e6).toFixed(1);
  return `${thousands(instructions)} instructions, ${rate} MIPS, ${thousands(pageFaults)} page faults, ${seconds.toFixed(1)} s`;
}
