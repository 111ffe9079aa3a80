import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlockDevice } from '../kernel/vm/swap.js';
import { CommandError, EXIT } from './exit-status.js';
import { reason } from './files.js';
import { parseSize } from './quantities.js';

const BLOCK_BYTES = 4096;
/** An absent page-table entry has 20 bits for a swap slot. */
const MOST_BYTES = 2 ** 20 * BLOCK_BYTES;

/** A file of the host as a disk. Operations report success and never throw. */
export class SwapFile implements BlockDevice {
  readonly blockCount: number;
  private readonly descriptor: number;
  /** Directory to remove with the file, or null when the user named the file and keeps it. */
  private readonly temporary: string | null;

  constructor(descriptor: number, bytes: number, temporary: string | null) {
    this.blockCount = Math.floor(bytes / BLOCK_BYTES);
    this.descriptor = descriptor;
    this.temporary = temporary;
  }

  read(block: number, into: Uint8Array): boolean {
    return this.transfer(
      (offset, position) => readSync(this.descriptor, into, offset, BLOCK_BYTES - offset, position),
      block,
    );
  }

  write(block: number, from: Uint8Array): boolean {
    return this.transfer(
      (offset, position) => writeSync(this.descriptor, from, offset, BLOCK_BYTES - offset, position),
      block,
    );
  }

  private transfer(part: (offset: number, position: number) => number, block: number): boolean {
    if (block < 0 || block >= this.blockCount) return false;
    try {
      for (let done = 0; done < BLOCK_BYTES; ) {
        const moved = part(done, block * BLOCK_BYTES + done);
        if (moved === 0) return false;
        done += moved;
      }
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    closeSync(this.descriptor);
    if (this.temporary !== null) rmSync(this.temporary, { recursive: true, force: true });
  }
}

/** Opens what `--swap` names: `FILE,SIZE`, or `SIZE` for a temporary file that goes away at the end. */
export function openSwap(text: string): SwapFile {
  const comma = text.lastIndexOf(',');
  const bytes = parseSize(text.slice(comma + 1), '--swap');
  if (bytes < BLOCK_BYTES || bytes > MOST_BYTES)
    throw new CommandError(EXIT.badConfiguration, `--swap '${text}': the size must be between 4K and 4G`);
  if (comma >= 0) return openNamed(text.slice(0, comma), bytes);
  const directory = mkdtempSync(join(tmpdir(), 'pagewalk-'));
  return open(join(directory, 'swap'), bytes, directory);
}

function openNamed(path: string, bytes: number): SwapFile {
  if (path === '')
    throw new CommandError(
      EXIT.badConfiguration,
      '--swap names no file',
      'Write --swap FILE,SIZE, or --swap SIZE alone.',
    );
  return open(path, bytes, null);
}

function open(path: string, bytes: number, temporary: string | null): SwapFile {
  try {
    const descriptor = openSync(path, 'w+');
    ftruncateSync(descriptor, bytes);
    return new SwapFile(descriptor, bytes, temporary);
  } catch (error) {
    throw new CommandError(EXIT.badConfiguration, `--swap: ${path} cannot be used as swap file: ${reason(error)}`);
  }
}
