import { writeSync } from 'node:fs';
import { CommandError, EXIT } from './exit-status.js';
import { errorCode, pause, reason } from './files.js';

/** Writing to a descriptor failed because nobody reads the other end of the pipe any more. */
export class BrokenPipe extends Error {}

/**
 * Writes all bytes to a descriptor before it returns; waits while a non-blocking pipe is full. Throws BrokenPipe, or what the
 * operating system says.
 */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done, bytes.length - done);
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EPIPE') throw new BrokenPipe();
      if (code !== 'EAGAIN' && code !== 'EINTR') throw error;
      pause(2);
    }
  }
}

/** Something pagewalk itself has to say: always on stderr. Silent when nobody listens. */
export function say(text: string): void {
  try {
    writeAll(2, Buffer.from(text));
  } catch {
    // There is nowhere left to complain.
  }
}

/** A result that was asked for, such as a listing, on stdout. Refuses with status 73 when it cannot be written. */
export function print(text: string): void {
  try {
    writeAll(1, Buffer.from(text));
  } catch (error) {
    if (error instanceof BrokenPipe) throw error;
    throw new CommandError(EXIT.cannotCreate, `standard output cannot be written: ${reason(error)}`);
  }
}

/** Colours may be used on stderr: a terminal, and neither NO_COLOR (no-color.org) nor TERM=dumb. */
export function colours(): boolean {
  return process.stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
