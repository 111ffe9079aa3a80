import { COUNTER, RAM_BASE } from '../memory/layout.js';
import type { Space } from './vm/space.js';

/** Aligned 8-byte words that `length` bytes at `address` touch: what the kernel's copy loop reads or writes. */
function wordsOf(address: number, length: number): number {
  return Math.floor((address + length - 1) / 8) - Math.floor(address / 8) + 1;
}

/** The range lies within the program's addresses (Linux: access_ok). */
export function isUserRange(space: Space, address: number, length: number): boolean {
  return address + length <= space.limit;
}

/**
 * Copies from a program's memory, faulting pages in. Gives as many bytes as can be read: fewer than `length` when an address
 * is bad (EFAULT is the caller's business) or memory ran out (`space.lastOutcome` is then 'shortage').
 */
export function copyIn(space: Space, address: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const { memory } = space.vm;
  const { unit } = space.layout;
  for (let done = 0; done < length; ) {
    const at = address + done;
    const size = Math.min(length - done, unit - (at % unit));
    const physical = isUserRange(space, at, size) ? space.reach(at, 'read') : -1;
    if (physical < 0) return bytes.subarray(0, done);
    const start = RAM_BASE + physical;
    bytes.set(memory.u8.subarray(start, start + size), done);
    memory.count(COUNTER.kernelReads, wordsOf(at, size));
    done += size;
  }
  return bytes;
}

/** Copies into a program's memory, faulting pages in. Gives the number of bytes written; fewer than asked as for `copyIn`. */
export function copyOut(space: Space, address: number, bytes: Uint8Array): number {
  const { memory } = space.vm;
  const { unit } = space.layout;
  for (let done = 0; done < bytes.length; ) {
    const at = address + done;
    const size = Math.min(bytes.length - done, unit - (at % unit));
    const physical = isUserRange(space, at, size) ? space.reach(at, 'write') : -1;
    if (physical < 0) return done;
    memory.writeBytes(physical, bytes.subarray(done, done + size));
    memory.count(COUNTER.kernelWrites, wordsOf(at, size));
    done += size;
  }
  return bytes.length;
}

/** A zero-terminated string of at most `most` bytes without the zero. null: bad address. `tooLong`: no zero in time. */
export function copyInString(space: Space, address: number, most: number): Uint8Array | 'tooLong' | null {
  const pieces: number[] = [];
  const { unit } = space.layout;
  for (let at = address; pieces.length <= most; ) {
    const piece = copyIn(space, at, unit - (at % unit));
    if (piece.length === 0) return null;
    const end = piece.indexOf(0);
    pieces.push(...(end < 0 ? piece : piece.subarray(0, end)));
    if (end >= 0) break;
    at += piece.length;
  }
  return pieces.length > most ? 'tooLong' : Uint8Array.from(pieces);
}
